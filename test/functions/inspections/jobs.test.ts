import { randomUUID } from 'node:crypto';
import type { InspectionDocument } from '../../../cloudfunctions/records/inspections';
import { breakAt } from '../support/requests';
import { day, type InspectingCloud, key, startInspectingCloud, value } from './inspecting-cloud';

const accounts = 9;
let world: InspectingCloud;

jest.setTimeout(180_000);

beforeAll(async () => {
  world = await startInspectingCloud(accounts);
});
afterAll(() => world?.cloud.close());

const moment = () => ({ instant: new Date().toISOString(), today: day(0) });

/** Goes on in this process, as a function that is killed would, until it is done or breaks. */
async function driveOn(id: string): Promise<void> {
  const { advance } = await import('../../../cloudfunctions/functions/inspections/advance');
  const { findInspection } = await import('../../../cloudfunctions/records/inspections');
  for (;;) {
    const inspection = await findInspection(id);
    if (!inspection?.busy) return;
    await advance(inspection, moment());
  }
}

/** All that an inspection left behind, without what differs by the moment. */
async function leftBy(inspectionId: string) {
  const { cloud } = world;
  const records = await cloud.documents('inspection-records', { inspectionId });
  const assignments = await cloud.documents('inspection-assignments', { inspectionId });
  const inspection = value(await cloud.call('chief', 'inspections.get', { inspectionId }));
  const relative = (text: unknown) => JSON.stringify(text).replaceAll(inspectionId, 'one');
  return {
    counts: inspection.counts,
    frame: inspection.frame,
    statistics: inspection.statistics,
    records: records
      .map(({ account, state, automatic, dueKey, steps }) =>
        relative({ account, state, automatic, dueKey, steps: (steps as object[]).length }),
      )
      .sort(),
    assigned: assignments.length,
    notices: (await cloud.documents('notices', {})).length,
  };
}

/** Starts a step of an inspection and leaves the work to others: no call goes on with it here. */
async function begin(id: string, changes: Partial<InspectionDocument>): Promise<void> {
  const { command } = await import('../../../cloudfunctions/records/collection');
  const begun = { busy: true, cursor: '', ...changes };
  const whole = Object.entries(begun).map(([name, given]) => [name, command.set(given)]);
  await world.cloud.change('inspections', { _id: id }, Object.fromEntries(whole));
}

/** The same draw for each: what differs between two runs is where they were killed alone. */
const fixed = { secretSeed: 'seed', seed: 'seed', witness: '08 12 15' };

async function whole(killAt: number | null, when: 'before' | 'after' = 'after') {
  const { cloud } = world;
  await cloud.remove('notices', {});
  const inspection = value(await world.plan({ share: 0.7 }));
  const { id } = inspection;
  const inspectorList = (await cloud.documents('memberships', { 'scope.regionPrefix': '350102' }))
    .map(({ member }) => ({ member: String(member), agencyIds: [] }))
    .sort((a, b) => (a.member < b.member ? -1 : 1));
  const killed = async () => {
    if (killAt === null) return driveOn(id);
    const mend = await breakAt(killAt, when);
    await driveOn(id).catch(() => null);
    mend();
    return driveOn(id);
  };
  const job = (kind: 'freeze' | 'draw' | 'assign' | 'publish') => ({
    job: { kind, done: 0, total: null },
  });
  await begin(id, { state: 'committed', ...fixed, seed: null, ...job('freeze') });
  await killed();
  await begin(id, { state: 'drawn', ...fixed, ...job('draw') });
  await killed();
  await begin(id, { state: 'running', inspectorList, ...job('assign') });
  await killed();
  await world.judgeAll();
  await begin(id, { state: 'published', dueOn: day(9), ...job('publish') });
  await killed();
  const left = await leftBy(id);
  // The next inspection of the scope would re-check what failed in this one.
  await cloud.change('inspections', { _id: id }, { scopeKey: randomUUID() });
  return left;
}

test('killed at any request of its jobs, an inspection ends as if it had not been', async () => {
  const once = await whole(null);
  expect(once.records.length).toBeGreaterThan(4);
  expect(once.assigned).toBe(once.records.length * 2);
  for (const when of ['before', 'after'] as const) {
    for (const request of [1, 2, 4, 6, 9]) {
      expect([when, request, await whole(request, when)]).toEqual([when, request, once]);
    }
  }
});

test('a timer goes on with what a call left, and two at once do it once', async () => {
  const { id: inspectionId } = value(await world.plan());
  const { cloud } = world;
  await begin(inspectionId, {
    state: 'committed',
    commitment: 'c',
    job: { kind: 'freeze', done: 0, total: null },
  });
  await Promise.all([
    cloud.passHours(0.1),
    ...[1, 2].map(() => cloud.call('chief', 'inspections.advance', { inspectionId })),
  ]);
  await cloud.passHours(0.1);
  const frozen = value(await cloud.call('chief', 'inspections.get', { inspectionId }));
  expect(frozen).toMatchObject({ state: 'frozen', job: null, frame: { size: accounts } });
  await cloud.passHours(0.1);
  expect(value(await cloud.call('chief', 'inspections.get', { inspectionId }))).toEqual(frozen);
  const drawing = { requestKey: key(), inspectionId, witness: '1' };
  expect(await cloud.call('chief', 'inspections.draw', drawing)).toMatchObject({ ok: true });
});
