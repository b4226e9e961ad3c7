import {
  type InspectingCloud,
  inspectors,
  key,
  startInspectingCloud,
  value,
} from './inspecting-cloud';

let world: InspectingCloud;
let joining: string;

jest.setTimeout(60_000);

beforeAll(async () => {
  world = await startInspectingCloud();
  await world.cloud.grant('insp-f', 'supervisor', { kind: 'region', regionPrefix: '350111' });
  const { items } = value(await world.cloud.call('chief', 'memberships.list', {}));
  const [found] = items.filter(
    ({ scope }) => scope.kind === 'region' && scope.regionPrefix === '350111',
  );
  joining = found?.id ?? '';
});
afterAll(() => world?.cloud.close());

const loads = async (inspectionId: string) =>
  value(await world.cloud.call('chief', 'inspections.inspectors', { inspectionId })).inspectors;

const openOf = async (who: string, inspectionId: string) => {
  const { items } = value(await world.cloud.call(who, 'inspections.work', {}));
  return items.filter((one) => one.inspectionId === inspectionId);
};

/** The one of whom so much is left, and how they are named to the organiser. */
async function busiest(inspectionId: string) {
  const [most] = (await loads(inspectionId)).sort((a, b) => b.left - a.left);
  if (!most) throw new Error('nobody inspects');
  const counts = await Promise.all(
    inspectors.map(async (who) => ({ who, open: (await openOf(who, inspectionId)).length })),
  );
  const alike = counts.filter(({ open }) => open === most.left);
  return { ...most, alike: alike.map(({ who }) => who) };
}

test('what one inspector has not judged goes to another, and what was judged stands', async () => {
  const { id: inspectionId } = await world.running();
  const [judged] = await openOf('insp-a', inspectionId);
  if (!judged) throw new Error('nothing to judge');
  const judgement = { findings: judged.automatic, lastPublished: null };
  value(
    await world.cloud.call('insp-a', 'inspections.judge', {
      requestKey: key(),
      assignmentId: judged.id,
      judgement,
    }),
  );
  const before = await loads(inspectionId);
  expect(before).toHaveLength(inspectors.length);
  expect(before.reduce((sum, { left }) => sum + left, 0)).toBe(2 * 12 - 1);
  const most = await busiest(inspectionId);
  const input = {
    requestKey: key(),
    inspectionId,
    inspectorId: most.id,
    membershipId: joining,
  };
  const begun = value(await world.cloud.call('chief', 'inspections.reassign', input));
  expect(begun).toMatchObject({ state: 'running', job: null, inspectors: inspectors.length });
  expect(value(await world.cloud.call('chief', 'inspections.reassign', input)).job).toBeNull();
  const after = await loads(inspectionId);
  expect(after.map(({ id }) => id)).not.toContain(most.id);
  expect(after.reduce((sum, { left }) => sum + left, 0)).toBe(2 * 12 - 1);
  expect(await openOf('insp-f', inspectionId)).toHaveLength(most.left);
  const emptied = await Promise.all(most.alike.map((who) => openOf(who, inspectionId)));
  expect(emptied.filter((open) => open.length === 0)).toHaveLength(1);

  await world.judgeAll();
  for (const { id, automatic } of await openOf('insp-f', inspectionId)) {
    const found = { findings: automatic, lastPublished: null };
    value(
      await world.cloud.call('insp-f', 'inspections.judge', {
        requestKey: key(),
        assignmentId: id,
        judgement: found,
      }),
    );
  }
  const done = value(await world.cloud.call('chief', 'inspections.get', { inspectionId }));
  expect(done.counts).toMatchObject({ judging: 0, disputed: 0, failed: 3, passed: 9 });
  const assignments = await world.cloud.documents('inspection-assignments', { inspectionId });
  const pairs = new Map<unknown, unknown[]>();
  for (const { recordId, inspector } of assignments) {
    pairs.set(recordId, [...(pairs.get(recordId) ?? []), inspector]);
  }
  for (const pair of pairs.values()) expect(new Set(pair).size).toBe(pair.length);
  await world.published(
    inspectionId,
    new Date(Date.now() + 864_000_000).toISOString().slice(0, 10),
  );
  expect(
    await world.cloud.call('chief', 'inspections.reassign', { ...input, requestKey: key() }),
  ).toMatchObject({ ok: false, error: { code: 'conflict' } });
});

test('one who takes part already takes over only what they do not look at themselves', async () => {
  const { id: inspectionId } = await world.running();
  const most = await busiest(inspectionId);
  const others = world.membershipIds.filter((id) => id !== joining);
  const answers = [];
  for (const membershipId of others) {
    const input = { requestKey: key(), inspectionId, inspectorId: most.id, membershipId };
    answers.push(await world.cloud.call('chief', 'inspections.reassign', input));
    if (answers.at(-1)?.ok) break;
  }
  expect(answers.at(-1)).toMatchObject({ ok: true, data: { inspectors: inspectors.length - 1 } });
  const assignments = await world.cloud.documents('inspection-assignments', { inspectionId });
  for (const { recordId } of assignments) {
    const pair = assignments.filter((one) => one.recordId === recordId);
    expect(new Set(pair.map(({ inspector }) => inspector)).size).toBe(2);
  }
  await world.judgeAll();
});

test('refuses oneself, too few, strangers and those elsewhere', async () => {
  const { id: inspectionId } = await world.drawn();
  const three = world.membershipIds.slice(0, 3);
  const assign = { requestKey: key(), inspectionId, membershipIds: three };
  value(await world.cloud.call('chief', 'inspections.assign', assign));
  await world.done(inspectionId);
  const [first] = await loads(inspectionId);
  const ask = (who: string, changes: object) =>
    world.cloud.call(who, 'inspections.reassign', {
      requestKey: key(),
      inspectionId,
      inspectorId: first?.id ?? '',
      membershipId: joining,
      ...changes,
    });
  const codes = [];
  for (const membershipId of three) {
    const answer = await ask('chief', { membershipId });
    codes.push(answer.ok ? 'ok' : answer.error.code);
  }
  expect(codes).toEqual(['invalid', 'invalid', 'invalid']);
  expect(await ask('chief', { inspectorId: 'nobody' })).toMatchObject({
    error: { code: 'not-found' },
  });
  expect(await ask('elsewhere', {})).toMatchObject({ error: { code: 'not-found' } });
  expect(await ask('staff-0', {})).toMatchObject({ ok: false });
  expect(
    await world.cloud.call('elsewhere', 'inspections.inspectors', { inspectionId }),
  ).toMatchObject({ error: { code: 'not-found' } });
  const again = await Promise.all([ask('chief', {}), ask('chief', {})]);
  expect(again.filter(({ ok }) => ok).length).toBeGreaterThan(0);
  expect((await loads(inspectionId)).reduce((sum, { left }) => sum + left, 0)).toBe(24);
});
