import { day, type InspectingCloud, key, startInspectingCloud, value } from './inspecting-cloud';

const accounts = 12;
let world: InspectingCloud;

jest.setTimeout(60_000);

beforeAll(async () => {
  world = await startInspectingCloud(accounts);
});
afterAll(() => world?.cloud.close());

/** What the daily timer does on the morning of a day to come. */
async function morningOf(offset: number): Promise<void> {
  const work = await import('../../../cloudfunctions/functions/inspections/notices');
  const moment = { instant: `${day(offset)}T00:10:00.000Z`, today: day(offset) };
  await work.remindOfUpdates(moment);
  await work.remindOfRectifications(moment);
}
const notices = () => world.cloud.documents('notices', {});
const of = (list: Record<string, unknown>[], kind: string) =>
  list.filter((notice) => notice.kind === kind);
const idsOf = (list: Record<string, unknown>[]) => list.map(({ _id }) => String(_id)).sort();

test('the daily timer tells once, and again tells nothing new', async () => {
  const { id } = await world.running();
  await world.judgeAll();
  await world.published(id, day(2));
  expect(idsOf(of(await notices(), 'rectification'))).toHaveLength(3);
  await world.cloud.remove('notices', {});
  await world.cloud.passHours(24);
  const told = await notices();
  expect(of(told, 'rectification')).toHaveLength(3);
  await world.cloud.passHours(24);
  await world.cloud.remove('reminders', {});
  await world.cloud.passHours(24);
  expect(idsOf(await notices())).toEqual(idsOf(told));
});

test('a rectification that passes its day is told as overdue once, and one answered is not', async () => {
  const [record] = await world.cloud.documents('inspection-records', { accountId: 'acc-0' });
  const proof = { text: '已恢复更新', link: null, fileIds: [] };
  const recordId = String(record?._id);
  const answer = { requestKey: key(), recordId, proof };
  value(await world.cloud.call('staff-0', 'inspections.answer', answer));
  for (const offset of [2, 3, 3, 4]) await morningOf(offset);
  const overdue = of(await notices(), 'overdue');
  expect(overdue.map(({ accountId }) => accountId).sort()).toEqual(['acc-1', 'acc-2']);
  expect(overdue[0]).toMatchObject({ text: expect.stringContaining('到期'), dueOn: day(2) });
});

test('an agency is told days before an account fails, and not when it has published', async () => {
  const seen = { requestKey: key(), accountId: 'acc-5', lastPublished: day(0) };
  value(await world.cloud.call('chief', 'inspections.observe', seen));
  await world.cloud.remove('notices', {});
  await morningOf(7);
  expect(of(await notices(), 'forecast')).toEqual([]);
  await morningOf(9);
  await morningOf(10);
  const told = of(await notices(), 'forecast').map(({ accountId }) => accountId);
  expect(told).toHaveLength(new Set(told).size);
  expect(told).toContain('acc-4');
  expect(told).not.toContain('acc-5');
});

test('reminders pass every record of one day, however many share it', async () => {
  const { dueRecords, dueBy } = await import('../../../cloudfunctions/records/inspection-records');
  const [standing] = await world.cloud.documents('inspection-records', { state: 'rectifying' });
  const ids = Array.from({ length: 30 }, (_, index) => `same-day-${index}`);
  const { collection } = await import('../../../cloudfunctions/records/collection');
  await collection('inspection-records').add(
    ids.map((_id) => ({ ...standing, _id, ...dueBy(_id, day(-1)) })),
  );
  const passed: string[] = [];
  for (let after: string | null = null, pages = 0; pages < 10; pages += 1) {
    const page: Awaited<ReturnType<typeof dueRecords>> = await dueRecords(day(-1), after, 7);
    passed.push(...page.items.map(({ _id }) => _id));
    after = page.next;
    if (after === null) break;
  }
  expect(passed.sort()).toEqual([...ids].sort());
});

test('more than one page of rectifications are all told, and a morning that was cut goes on', async () => {
  const { dueBy } = await import('../../../cloudfunctions/records/inspection-records');
  const { putReminder } = await import('../../../cloudfunctions/records/notices');
  const { collection } = await import('../../../cloudfunctions/records/collection');
  const [standing] = await world.cloud.documents('inspection-records', { state: 'rectifying' });
  const ids = Array.from({ length: 600 }, (_, index) => `many-${String(index).padStart(4, '0')}`);
  await collection('inspection-records').add(
    ids.map((_id) => ({ ...standing, _id, ...dueBy(_id, day(20)) })),
  );
  const told = async () =>
    (await notices()).flatMap(({ recordId }) =>
      String(recordId).startsWith('many-') ? [String(recordId)] : [],
    );
  await world.cloud.remove('notices', {});
  // The morning had come as far as the record before the last ten.
  const cut = dueBy(ids[589] ?? '', day(20));
  await putReminder(`rectification:${day(19)}`, cut.dueKey ?? '', false);
  await morningOf(19);
  expect((await told()).sort()).toEqual(ids.slice(590));
  await morningOf(20);
  expect((await told()).sort()).toEqual(ids);
});
