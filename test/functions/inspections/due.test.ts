import { readWorkbook } from '../../../cloudfunctions/platform/workbooks/read-workbook';
import { day, type InspectingCloud, key, startInspectingCloud, value } from './inspecting-cloud';

let world: InspectingCloud;

jest.setTimeout(60_000);

beforeAll(async () => {
  world = await startInspectingCloud();
  for (const due of [2, 5]) {
    const { id } = await world.running();
    await world.judgeAll();
    await world.published(id, day(due));
  }
  // Time passes over the first inspection's due day.
  const { dueBy } = await import('../../../cloudfunctions/records/inspection-records');
  for (const { _id } of await world.cloud.documents('inspection-records', { dueOn: day(2) })) {
    await world.cloud.change('inspection-records', { _id }, dueBy(String(_id), day(-3)));
  }
});
afterAll(() => world?.cloud.close());

const due = (show: 'overdue' | 'upcoming' | 'answered', openid = 'chief') =>
  world.cloud.call(openid, 'inspections.due', { show });

test('what is overdue stands over all inspections, the earliest first, and in scope alone', async () => {
  const { items } = value(await due('overdue'));
  expect(items).toHaveLength(3);
  expect(items[0]).toMatchObject({ daysLeft: -3, state: 'rectifying', dueOn: day(-3) });
  expect(value(await due('upcoming')).items.map(({ daysLeft }) => daysLeft)).toEqual([5, 5, 5]);
  expect(value(await due('overdue', 'elsewhere')).items).toEqual([]);
  expect(value(await due('overdue', 'insp-a')).items).toHaveLength(3);
  expect(await due('overdue', 'staff-0')).toMatchObject({ error: { code: 'forbidden' } });
});

test('an agency sees what it has to do, and no longer what it has done', async () => {
  const todo = async () => value(await world.cloud.call('staff-0', 'inspections.todo', {})).items;
  const before = await todo();
  expect(before.map(({ kind, daysLeft }) => [kind, daysLeft])).toEqual([
    ['update', -6],
    ['rectification', -3],
    ['rectification', 5],
  ]);
  const seen = { requestKey: key(), accountId: 'acc-0', lastPublished: day(0) };
  value(await world.cloud.call('staff-0', 'inspections.observe', seen));
  const recordId = before[1]?.recordId ?? '';
  const proof = { text: '已更新', link: null, fileIds: [] };
  const answer = { requestKey: key(), recordId, proof };
  value(await world.cloud.call('staff-0', 'inspections.answer', answer));
  expect((await todo()).map(({ daysLeft }) => daysLeft)).toEqual([5]);
  expect(value(await due('answered')).items).toMatchObject([{ id: recordId }]);
  expect(value(await world.cloud.call('nobody', 'inspections.todo', {})).items).toEqual([]);
});

test('the lists come as tables, and another’s scope as an empty one', async () => {
  const rowsOf = async (url: string) => {
    const bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
    const read = readWorkbook(bytes);
    return read.ok ? (read.value.sheets[0]?.rows ?? []) : [];
  };
  const asked = { show: 'overdue' as const };
  const table = await rowsOf(
    value(await world.cloud.call('chief', 'inspections.exportDue', asked)).url,
  );
  expect(table).toHaveLength(3);
  expect(table[1]).toEqual(expect.arrayContaining(['内容不更新', day(-3)]));
  const other = value(await world.cloud.call('elsewhere', 'inspections.exportDue', asked));
  expect(await rowsOf(other.url)).toHaveLength(1);
  const within = { withinDays: 30 };
  const forecast = value(await world.cloud.call('chief', 'inspections.exportForecast', within));
  expect((await rowsOf(forecast.url)).length).toBe(13);
});
