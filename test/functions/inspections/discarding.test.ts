import { type InspectingCloud, key, startInspectingCloud, value } from './inspecting-cloud';

let world: InspectingCloud;

jest.setTimeout(60_000);

beforeAll(async () => {
  world = await startInspectingCloud(6);
});
afterAll(() => world?.cloud.close());

const discard = (inspectionId: string, changes: object = {}, who = 'chief') =>
  world.cloud.call(who, 'inspections.discard', {
    requestKey: key(),
    inspectionId,
    reason: '范围选错',
    ...changes,
  });

test('what nobody inspects yet is given up in every state, and stays on the list with its reason', async () => {
  const planned = value(await world.plan());
  const frozen = await world.frozen();
  const drawn = await world.drawn();
  for (const { id } of [planned, frozen, drawn]) {
    expect(value(await discard(id))).toMatchObject({
      state: 'discarded',
      job: null,
      discarded: { reason: '范围选错', at: expect.any(String) },
    });
  }
  const { items } = value(await world.cloud.call('chief', 'inspections.list', {}));
  const shown = items.filter(({ state }) => state === 'discarded').map(({ id }) => id);
  expect(shown.sort()).toEqual([planned.id, frozen.id, drawn.id].sort());
});

test('what was drawn can still be drawn again by anyone, and nothing more is done with it', async () => {
  const { id: inspectionId, seed } = await world.drawn();
  value(await discard(inspectionId));
  const kept = value(await world.cloud.call('chief', 'inspections.get', { inspectionId }));
  expect(kept).toMatchObject({ seed, sample: { size: 6 } });
  const { url } = value(await world.cloud.call('chief', 'inspections.proof', { inspectionId }));
  expect((await fetch(url)).ok).toBe(true);
  const { membershipIds } = world;
  const assign = { requestKey: key(), inspectionId, membershipIds };
  expect(await world.cloud.call('chief', 'inspections.assign', assign)).toMatchObject({
    error: { code: 'conflict', message: expect.stringContaining('已作废') },
  });
  expect(value(await world.cloud.call('staff-0', 'inspections.mine', {})).records).toEqual([]);
  const next = await world.frozen();
  expect(next.previous).toBeNull();
});

test('a list being frozen is given up, and stays so when the timer comes', async () => {
  const { id: inspectionId } = value(await world.plan());
  await world.cloud.change(
    'inspections',
    { _id: inspectionId },
    {
      state: 'committed',
      busy: true,
    },
  );
  value(await discard(inspectionId));
  await world.cloud.passHours(1);
  const after = value(await world.cloud.call('chief', 'inspections.advance', { inspectionId }));
  expect(after).toMatchObject({ state: 'discarded', frame: null, job: null });
});

test('the same request is answered once, and of two one wins', async () => {
  const { id } = await world.frozen();
  const requestKey = key();
  const same = await Promise.all([discard(id, { requestKey }), discard(id, { requestKey })]);
  expect(same[0]).toEqual(same[1]);
  const other = await world.frozen();
  const two = await Promise.all([discard(other.id), discard(other.id)]);
  expect(two.filter(({ ok }) => ok)).toHaveLength(1);
  expect(two.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'conflict' } });
});

test('refuses what is under way, no reason, and whoever is elsewhere', async () => {
  const { id } = await world.running();
  expect(await discard(id)).toMatchObject({
    error: { code: 'conflict', message: expect.stringContaining('分派检查员以前') },
  });
  const { id: other } = await world.frozen();
  expect(await discard(other, { reason: ' ' })).toMatchObject({
    error: { code: 'invalid', fields: { reason: expect.any(String) } },
  });
  expect(await discard(other, {}, 'elsewhere')).toMatchObject({ error: { code: 'not-found' } });
  expect(await discard(other, {}, 'staff-0')).toMatchObject({ ok: false });
  expect(await discard('nothing')).toMatchObject({ error: { code: 'not-found' } });
});

test('the audit log says who gave it up', async () => {
  const { id } = value(await world.plan());
  value(await discard(id));
  const entries = await world.cloud.documents('audit', { action: 'inspections.discard' });
  const own = entries.filter(({ on }) => JSON.stringify(on).includes(id));
  expect(own).toMatchObject([{ result: 'ok', who: expect.any(String), by: expect.any(String) }]);
});
