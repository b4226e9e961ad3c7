import { madeAccount } from '../support/sample';
import {
  day,
  type InspectingCloud,
  key,
  scope,
  startInspectingCloud,
  value,
} from './inspecting-cloud';

const planned = async (changes?: object) => value(await world.plan(changes)).id;
let world: InspectingCloud;

jest.setTimeout(60_000);

beforeAll(async () => {
  world = await startInspectingCloud();
});
afterAll(() => world?.cloud.close());

test.each<[string, object]>([
  ['a share of none', { share: 0 }],
  ['more than all', { share: 1.2 }],
  ['a day that has passed', { inspectionDay: day(-1) }],
  ['rules of another region', { ruleSetId: 'zhaoqing-2019' }],
])('a plan with %s is refused', async (_, changes) => {
  expect(await world.plan(changes)).toMatchObject({ ok: false, error: { code: 'invalid' } });
});

test('steps out of turn, or twice, are refused, and the seed stays hidden until the draw', async () => {
  const inspectionId = await planned();
  const step = { requestKey: key(), inspectionId };
  const early = await world.cloud.call('chief', 'inspections.draw', { ...step, witness: '1' });
  expect(early).toMatchObject({ ok: false, error: { code: 'conflict' } });
  const committed = value(
    await world.cloud.call('chief', 'inspections.commit', { ...step, requestKey: key() }),
  );
  expect(committed).toMatchObject({
    seed: null,
    commitment: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  await world.done(inspectionId);
  const drawing = { requestKey: key(), inspectionId, witness: '1' };
  const [one, other] = await Promise.all(
    [drawing, { ...drawing, requestKey: key() }].map((input) =>
      world.cloud.call('chief', 'inspections.draw', input),
    ),
  );
  expect([one?.ok, other?.ok].sort()).toEqual([false, true]);
  const assign = { requestKey: key(), inspectionId };
  const few = { ...assign, membershipIds: world.membershipIds.slice(0, 2) };
  expect(await world.cloud.call('chief', 'inspections.assign', few)).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  });
});

test('an empty frame is not drawn from, and a frame of one gives its one', async () => {
  const empty = await planned({ scope: { ...scope, department: 'court' } });
  value(
    await world.cloud.call('chief', 'inspections.commit', {
      requestKey: key(),
      inspectionId: empty,
    }),
  );
  await world.done(empty);
  const drawing = { requestKey: key(), inspectionId: empty, witness: '1' };
  expect(await world.cloud.call('chief', 'inspections.draw', drawing)).toMatchObject({
    ok: false,
    error: { code: 'conflict', message: expect.stringContaining('没有账号') },
  });
  await world.cloud.addAccounts([madeAccount('alone', { agency: { department: 'taxation' } })]);
  const alone = await world.running({ scope: { ...scope, department: 'taxation' }, share: 0.02 });
  expect(alone.sample).toEqual({ size: 1, rechecks: 0 });
});

test('another region’s inspections and records are as if they were not there', async () => {
  const inspectionId = await planned();
  const notFound = { ok: false, error: { code: 'not-found' } };
  expect(await world.cloud.call('elsewhere', 'inspections.get', { inspectionId })).toMatchObject(
    notFound,
  );
  expect(
    await world.cloud.call('elsewhere', 'inspections.plan', {
      requestKey: key(),
      title: '越界',
      ruleSetId: 'national-2019',
      scope,
      inspectionDay: day(0),
      share: 1,
    }),
  ).toMatchObject({ ok: false, error: { code: 'forbidden' } });
  expect(await world.cloud.call('insp-a', 'inspections.get', { inspectionId })).toMatchObject(
    notFound,
  );
  expect(value(await world.cloud.call('elsewhere', 'inspections.list', {})).items).toEqual([]);
  expect(await world.cloud.call('staff-0', 'inspections.list', {})).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  });
});

test('who runs out of time first stands first, and a publication seen moves it back', async () => {
  const ask = async () =>
    value(await world.cloud.call('chief', 'inspections.forecast', { withinDays: 30 })).items;
  const before = await ask();
  const due = before.map(({ publishBy }) => publishBy);
  expect(due).toEqual([...due].sort());
  expect(before[0]).toMatchObject({ daysLeft: -6 });
  const accountId = before[0]?.accountId ?? '';
  const observe = { requestKey: key(), accountId, lastPublished: day(1) };
  expect(await world.cloud.call('chief', 'inspections.observe', observe)).toMatchObject({
    ok: false,
    error: { code: 'invalid' },
  });
  value(
    await world.cloud.call('chief', 'inspections.observe', {
      ...observe,
      requestKey: key(),
      lastPublished: day(0),
    }),
  );
  const after = await ask();
  expect(after.find((one) => one.accountId === accountId)).toMatchObject({ daysLeft: 14 });
  const overview = value(await world.cloud.call('chief', 'scores.overview', { accountId }));
  expect(overview.freshness).toMatchObject({ lastPublished: day(0), daysLeft: 14 });
});

test('a supervisor sees which floor on updates applies in scope, and from which rule', async () => {
  const { clocks } = value(await world.cloud.call('chief', 'inspections.clocks', {}));
  expect(clocks.map(({ regionName, kind, days }) => [regionName, kind, days])).toEqual([
    ['全国', 'subscription', 14],
    ['全国', 'service', 14],
    ['福建省福州市闽侯县', 'subscription', 10],
  ]);
  expect(clocks.every(({ source }) => source.length > 0)).toBe(true);
  expect(await world.cloud.call('staff-0', 'inspections.clocks', {})).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  });
});
