import { randomUUID } from 'node:crypto';
import type { RecomputationDocument } from '../../../cloudfunctions/records/recomputations';
import {
  countedIn,
  months,
  reason as ordering,
  type RecomputingCloud,
  scheme,
  startRecomputingCloud,
  total,
} from '../support/recomputing';
import { breakAt } from '../support/requests';

let world: RecomputingCloud;
let cloud: RecomputingCloud['cloud'];
/** What a recomputation that nobody calls off comes to. */
let whole: Awaited<ReturnType<RecomputingCloud['state']>>;

const reason = '参照值有误';

beforeAll(async () => {
  world = await startRecomputingCloud();
  cloud = world.cloud;
  whole = await world.state();
}, 60_000);
beforeEach(() => world.forgetScores());
afterAll(() => cloud.close());

const stop = (changes: object = {}, who = 'country') =>
  cloud.call(who, 'scores.stopRecomputation', {
    requestKey: randomUUID(),
    scheme,
    reason,
    ...changes,
  });

const order = (asked: object = {}) =>
  cloud.call('country', 'scores.recompute', { requestKey: randomUUID(), scheme, ...asked });

/** One that was ordered and taken some steps, by a process that then does nothing. */
async function heldAfter(steps: number): Promise<RecomputationDocument> {
  let job = await world.order(randomUUID());
  for (let step = 0; step < steps; step += 1) job = await world.step(job);
  return job;
}

/** That boards tell of every score that was written, and of no other. */
async function expectCounted(written: number): Promise<void> {
  const kept = await world.state();
  expect(kept.heads).toHaveLength(written);
  expect(countedIn(kept)).toBe(written);
  expect(await cloud.documents('deferred-counts', {})).toEqual([]);
}

test.each([
  ['before its first page', 0, 0],
  ['in the midst of a period', 1, 9],
  ['when a period is written and not counted', 2, 12],
  ['when counting a period has begun', 3, 12],
  ['when a period is counted', 4, 12],
  ['in the midst of the second period', 5, 21],
])('called off %s it stops, and counts what it has written', async (_, steps, written) => {
  const job = await heldAfter(steps);
  expect(job).toMatchObject({ state: 'running', written });
  expect(await stop()).toMatchObject({
    ok: true,
    data: {
      state: 'stopped',
      done: written,
      written,
      period: job.at?.period ?? null,
      finishedAt: null,
      stopped: { reason, at: expect.any(String) },
    },
  });
  await expectCounted(written);
  await cloud.passHours(1);
  await expectCounted(written);
});

test('what it has written stays readable with the reason of the order', async () => {
  await heldAfter(1);
  await stop();
  const [head] = (await world.state()).heads;
  const accountId = String(head?.accountId);
  const asked = { accountId, period: months[1] ?? '', scheme, revision: 1 };
  expect(await cloud.call('country', 'scores.revision', asked)).toMatchObject({
    ok: true,
    data: { version: 'V14.2', reason: expect.stringContaining(ordering) },
  });
});

test('ordered again it begins anew, and comes to the end that it would have come to', async () => {
  const held = await heldAfter(5);
  await stop();
  const again = await order();
  expect(again).toMatchObject({
    error: { code: 'invalid', fields: { reason: expect.any(String) } },
  });
  expect(await world.run()).toMatchObject({
    state: 'finished',
    done: total,
    written: total - held.written,
    unchanged: held.written,
    stopped: null,
  });
  expect(await world.state()).toEqual(whole);
});

test('the process that was at a step writes nothing more, and the timer ends what is left', async () => {
  const held = await heldAfter(1);
  await cloud.change('recomputations', { scheme }, { state: 'stopping' });
  expect(await world.step(held)).toMatchObject({ state: 'stopping', written: 9 });
  expect(await order({ reason: '接着算' })).toMatchObject({
    error: { code: 'conflict', message: expect.stringContaining('正在停止') },
  });
  expect(await stop()).toMatchObject({
    error: { code: 'conflict', message: expect.stringContaining('正在把已写下的分数计入榜单') },
  });
  await cloud.passHours(1);
  const [job] = await cloud.documents('recomputations', { scheme });
  expect(job).toMatchObject({ state: 'stopped', written: 9 });
  await expectCounted(9);
});

test('whoever only watches takes one that is stopping to its stop, and begins none', async () => {
  await heldAfter(1);
  await cloud.change('recomputations', { scheme }, { state: 'stopping' });
  expect(await order()).toMatchObject({ ok: true, data: { state: 'stopped', done: 9 } });
  await expectCounted(9);
});

test.each([1, 3, 5])(
  'called off after %i steps while others go on, nothing is lost',
  async (steps) => {
    await heldAfter(steps);
    const watching = [1, 2, 3].map(() => order());
    const [one, other] = await Promise.all([stop(), stop(), ...watching]);
    const stops = [one, other].filter((answer) => answer?.ok);
    const [job] = await cloud.documents('recomputations', { scheme });
    expect(stops).toHaveLength(job?.state === 'finished' ? 0 : 1);
    for (const answer of [one, other]) {
      if (!answer?.ok) expect(answer).toMatchObject({ error: { code: 'conflict' } });
    }
    await expectCounted(Number(job?.written));
  },
);

test('the same request is answered once more, and the log keeps who did it and why', async () => {
  await heldAfter(1);
  const requestKey = randomUUID();
  const first = await stop({ requestKey });
  expect(await stop({ requestKey })).toEqual(first);
  const rows = await cloud.documents('audit', {
    action: 'scores.stopRecomputation',
    result: 'ok',
    why: reason,
  });
  expect(rows.at(-1)).toMatchObject({
    on: [scheme],
    who: expect.any(String),
    by: expect.any(String),
  });
});

test('killed at any request, with or without its answer, it stops at the same end', async () => {
  const { stopRecomputation } = await import('../../../cloudfunctions/records/recomputations');
  const { findScheme } = await import('../../../cloudfunctions/domain/indices');
  const found = findScheme(scheme);
  if (!found.ok) throw new Error(found.error.message);
  const drive = async (requestKey: string) => {
    const stopped = { at: '2026-11-25T00:00:00.000Z', reason };
    const request = { who: 'test', action: 'stop', requestKey, asked: {} };
    const answer = await stopRecomputation(found.value, stopped, request);
    expect(answer).toEqual({ ok: true, value: null });
    const [standing] = await cloud.documents('recomputations', { scheme });
    let job = standing as unknown as RecomputationDocument;
    while (job.state === 'stopping') job = await world.step(job);
    return job;
  };
  for (const when of ['before', 'after'] as const) {
    for (const request of [2, 4, 5, 6, 8, 10, 12, 14, 16]) {
      await world.forgetScores();
      await heldAfter(1);
      const requestKey = randomUUID();
      const mend = await breakAt(request, when);
      await expect(drive(requestKey)).rejects.toThrow('the process is gone');
      mend();
      const job = await drive(requestKey);
      expect([when, request, job.state, job.written]).toEqual([when, request, 'stopped', 9]);
      await expectCounted(9);
    }
  }
});

test('one that is finished, stopped or was never ordered is not called off, and is told why', async () => {
  const refused = (part: string) => ({
    error: { code: 'conflict', message: expect.stringContaining(part) },
  });
  expect(await stop()).toMatchObject(refused('没有在进行的重算'));
  await heldAfter(1);
  await stop();
  expect(await stop()).toMatchObject(refused('已经停止过'));
  const finished = await world.run();
  expect(await stop()).toMatchObject(refused('已经完成'));
  const shown = await cloud.call('country', 'scores.recomputations', {});
  const jobs = shown.ok ? shown.data.schemes.map(({ recomputation }) => recomputation) : [];
  expect(jobs).toContainEqual(finished);
});

test.each(['province', 'narrow', 'staff', 'nobody'])('%s may not call it off', async (who) => {
  const held = await heldAfter(1);
  expect(await stop({}, who)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  const [job] = await cloud.documents('recomputations', { scheme });
  expect(job).toMatchObject({ state: 'running', written: held.written });
  await stop();
});

test('a reason is due, and a scheme whose scores are not kept is refused by name', async () => {
  await heldAfter(1);
  expect(await stop({ reason: ' ' })).toMatchObject({
    error: { code: 'invalid', fields: { reason: expect.any(String) } },
  });
  expect(await stop({ scheme: 'wci-2.0' })).toMatchObject({
    error: { code: 'invalid', fields: { scheme: expect.any(String) } },
  });
  await stop();
});

test('one of before there was a way to call one off is shown without a stop', async () => {
  await world.run();
  const { database } = await import('../../../cloudfunctions/platform/cloudbase');
  await cloud.change('recomputations', { scheme }, { stopped: database.command.remove() });
  const answer = await cloud.call('country', 'scores.recomputations', {});
  if (!answer.ok) throw new Error(answer.error.message);
  const job = answer.data.schemes.find((one) => one.scheme === scheme)?.recomputation;
  expect(job).toMatchObject({ state: 'finished', stopped: null });
});
