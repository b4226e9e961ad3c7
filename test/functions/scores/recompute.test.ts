import { randomUUID } from 'node:crypto';
import {
  accounts,
  countedIn,
  months,
  type RecomputingCloud,
  reason,
  scheme,
  startRecomputingCloud,
  total,
} from '../support/recomputing';
import { breakAt } from '../support/requests';

let world: RecomputingCloud;
let cloud: RecomputingCloud['cloud'];

const state = () => world.state();
const run = (requestKey?: string) => world.run(requestKey);
const forgetScores = () => world.forgetScores();

beforeAll(async () => {
  world = await startRecomputingCloud();
  cloud = world.cloud;
}, 60_000);
afterAll(() => cloud.close());

test('a scheme that is new gives history the scores and counts that submissions would have', async () => {
  const before = await state();
  expect(before.heads).toHaveLength(total);
  await forgetScores();
  expect(await run()).toMatchObject({
    scheme,
    done: total,
    written: total,
    unchanged: 0,
    refused: 0,
    reason: expect.stringContaining('方案换版'),
  });
  expect(await state()).toEqual(before);
});

test('run again it touches nothing, and the same key orders nothing anew', async () => {
  const before = await cloud.documents('score-heads', { scheme });
  const key = randomUUID();
  const first = await run(key);
  expect(first).toMatchObject({ done: total, written: 0, unchanged: total });
  const again = await cloud.call('country', 'scores.recompute', { requestKey: key, scheme });
  expect(again).toEqual({ ok: true, data: first });
  expect(await cloud.documents('score-heads', { scheme })).toEqual(before);
});

test('a new version adds a revision with its reason, and the one before stays readable', async () => {
  const [accountId, period] = ['a3', months[0] ?? ''];
  const counters = (await state()).counters;
  await cloud.change('score-heads', { scheme, period }, { version: '0', value: 1 });
  await cloud.change('scores', { scheme, period }, { version: '0', value: 1 });
  expect(await run()).toMatchObject({ written: accounts.length, unchanged: accounts.length });

  const read = (revision: number) =>
    cloud.call('staff', 'scores.revision', { accountId: 'a0', period, scheme, revision });
  expect(await read(1)).toMatchObject({
    ok: true,
    data: { version: '0', value: 1, explanation: { note: expect.stringContaining('版本 0') } },
  });
  expect(await read(2)).toMatchObject({
    ok: true,
    data: { version: 'V14.2', revision: 2, reason: expect.stringContaining('方案换版') },
  });
  const [head] = await cloud.documents('score-heads', { _id: `${accountId}:${period}:${scheme}` });
  expect(head).toMatchObject({ revision: 2, submissionRevision: 1 });
  expect((await state()).counters).toEqual(counters);
});

test('killed at any request, with or without its answer, it comes to the same end', async () => {
  const drive = async () => {
    let job = await world.order('drive');
    while (job.state === 'running') job = await world.step(job);
    return job;
  };
  await forgetScores();
  const whole = await drive();
  const expected = [await state(), { ...whole }];

  for (const when of ['before', 'after'] as const) {
    for (const request of [1, 4, 9, 12, 15, 18, 21, 27, 30, 32, 34, 36, 39, 41]) {
      await forgetScores();
      const mend = await breakAt(request, when);
      await expect(drive()).rejects.toThrow('the process is gone');
      mend();
      const finished = await drive();
      expect([when, request, await state(), finished]).toEqual([when, request, ...expected]);
    }
  }
}, 120_000);

test('taken further by several at once it writes every score once', async () => {
  await forgetScores();
  const requestKey = randomUUID();
  const answers = await Promise.all(
    [1, 2, 3].map(() => cloud.call('country', 'scores.recompute', { requestKey, scheme, reason })),
  );
  expect(answers.some((answer) => answer.ok)).toBe(true);
  expect(await run(requestKey)).toMatchObject({ done: total, written: total });
  const kept = await state();
  expect(kept.revisions).toHaveLength(total);
  expect(countedIn(kept)).toBe(total);
});

test('figures that the scheme refuses give no score and are counted as refused', async () => {
  await forgetScores();
  const period = months[1] ?? '';
  const people = { 'figures.reads.measure': 'people' };
  await cloud.change('submission-heads', { _id: `a5:${period}` }, people);
  expect(await run()).toMatchObject({ written: total - 1, refused: 1 });
});

test.each([
  ['province', 'not-found'],
  ['narrow', 'not-found'],
  ['staff', 'not-found'],
  ['nobody', 'not-found'],
])('%s may neither order nor watch it', async (openid, code) => {
  const requestKey = randomUUID();
  const refused = { ok: false, error: { code } };
  const ordered = await cloud.call(openid, 'scores.recompute', { requestKey, scheme, reason });
  expect(ordered).toMatchObject(refused);
  expect(await cloud.call(openid, 'scores.recomputations', {})).toMatchObject(refused);
});

test('a scheme that is not kept, or not there, is refused by name', async () => {
  const order = (id: string) =>
    cloud.call('country', 'scores.recompute', { requestKey: randomUUID(), scheme: id, reason });
  expect(await order('wci-2.0')).toMatchObject({
    ok: false,
    error: { code: 'invalid', fields: { scheme: expect.any(String) } },
  });
  expect(await order('none')).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('every kept scheme tells how far its present version has come', async () => {
  await forgetScores();
  await run();
  const answer = await cloud.call('country', 'scores.recomputations', {});
  if (!answer.ok) throw new Error(answer.error.message);
  expect(answer.data.schemes).toMatchObject([
    { scheme: 'zhengwei-1', notice: expect.any(String), recomputation: null },
    { scheme: 'zhengwei-assess-1', notice: null, recomputation: null },
    { scheme: 'wci-13.0', recomputation: null },
    {
      scheme,
      version: 'V14.2',
      recomputation: {
        state: 'finished',
        period: months[0],
        done: total,
        reason: expect.any(String),
      },
    },
  ]);
});

test('none is ordered without a reason, and a running one needs none to go on', async () => {
  await forgetScores();
  const order = (asked: object) =>
    cloud.call('country', 'scores.recompute', { requestKey: randomUUID(), scheme, ...asked });
  expect(await order({})).toMatchObject({
    ok: false,
    error: { code: 'invalid', fields: { reason: expect.any(String) } },
  });
  expect(await order({ reason: '更正参照值' })).toMatchObject({
    ok: true,
    data: { reason: expect.stringContaining('更正参照值') },
  });
  await cloud.change('recomputations', { scheme }, { state: 'running' });
  expect(await order({})).toMatchObject({ ok: true });
});
