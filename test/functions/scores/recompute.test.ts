import { randomUUID } from 'node:crypto';
import type { Recomputation } from '../../../typings/recomputation';
import type { Figures, Submission } from '../../../typings/submission';
import type { MetricName, PeriodId } from '../../../typings/vocabulary';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { dayOf, monthBefore } from '../support/exports';
import { breakAt } from '../support/requests';
import { madeAccount } from '../support/sample';

const months = [monthBefore(1), monthBefore(2)];
const accounts = Array.from({ length: 12 }, (_, index) =>
  madeAccount(`a${index}`, { agency: { level: index % 2 ? 'county' : 'prefectural' } }),
);
const total = accounts.length * months.length;
/** Its scores are kept for every submission, and its figures may be in the other 口径 and refused. */
const scheme = 'wci-14.2';

function submissionOf(accountId: string, period: PeriodId, reads: number): Submission {
  const values: Partial<Record<MetricName, number>> = {
    articles: 20,
    reads,
    maxReads: Math.round(reads / 4),
    headlineReads: Math.round(reads / 2),
    headlineCount: 12,
    likes: Math.round(reads / 100),
    maxLikes: Math.round(reads / 300),
    headlineLikes: Math.round(reads / 200),
    wows: Math.round(reads / 120),
    maxWows: Math.round(reads / 400),
    headlineWows: Math.round(reads / 240),
  };
  const asOf = dayOf(period, 28);
  const figures: Figures = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { value, measure: null, source: 'form', asOf },
    ]),
  );
  const enteredAt = `${asOf}T00:00:00.000Z`;
  const entered = { enteredBy: 'test', enteredAt, sample: false, items: [] };
  return { accountId, period, revision: 1, figures, ...entered };
}

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts(accounts);
  await cloud.recordHistory(
    accounts,
    accounts.flatMap(({ id }, index) =>
      months.map((month, back) => submissionOf(id, month, 3000 + index * 800 + back * 300)),
    ),
  );
  await cloud.grant('country', 'supervisor', { kind: 'region', regionPrefix: '' });
  await cloud.grant('province', 'supervisor', { kind: 'region', regionPrefix: '35' });
  await cloud.grant('narrow', 'supervisor', {
    kind: 'region',
    regionPrefix: '',
    levels: ['county'],
  });
  await cloud.grant('staff', 'staff', { kind: 'agency', agencyId: 'agency-a0' });
}, 60_000);
afterAll(() => cloud.close());

type Told = Record<string, unknown> & { _id: string };

const boards = months.flatMap((month) =>
  ['', ':offices', ':ways'].map((part) => `${scheme}:${month}${part}`),
);

/** All that stands of the scheme, without when and why it was computed. */
async function state(): Promise<{ heads: Told[]; revisions: Told[]; counters: Told[] }> {
  const told = async (name: 'score-heads' | 'scores' | 'peer-counters', filter: object) => {
    const documents = await cloud.documents(name, filter);
    return documents
      .map(({ reason: _, computedAt: __, ...rest }) => rest as Told)
      .sort((a, b) => (a._id < b._id ? -1 : 1));
  };
  const counters = await Promise.all(boards.map((board) => told('peer-counters', { board })));
  return {
    heads: await told('score-heads', { scheme }),
    revisions: await told('scores', { scheme }),
    counters: counters.flat(),
  };
}

/** As if the scheme had only now come to be. */
async function forgetScores(): Promise<void> {
  await cloud.remove('score-heads', { scheme });
  await cloud.remove('scores', { scheme });
  for (const board of boards) await cloud.remove('peer-counters', { board });
  await cloud.remove('recomputations', { scheme });
}

const reason = '方案换版';

async function run(requestKey: string = randomUUID()): Promise<Recomputation> {
  for (;;) {
    const answer = await cloud.call('country', 'scores.recompute', { requestKey, scheme, reason });
    if (!answer.ok) throw new Error(answer.error.message);
    if (answer.data.state === 'finished') return answer.data;
  }
}

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
  const { orderRecomputation } = await import('../../../cloudfunctions/records/recomputations');
  const { recomputeFurther } = await import('../../../cloudfunctions/records/recompute-further');
  const { recomputable } = await import('../../../cloudfunctions/domain/submissions/recompute');
  const found = recomputable(scheme);
  if (!found.ok) throw new Error(found.error.message);
  const orderedAt = '2026-11-25T00:00:00.000Z';
  const drive = async () => {
    const ordered = { reason: '方案换版', requestKey: 'drive', orderedBy: 'test', orderedAt };
    let job = await orderRecomputation({ scheme: found.value, ...ordered });
    while (job.state === 'running')
      job = await recomputeFurther(found.value, job, { limit: 9, now: orderedAt });
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
  const { revisions, counters } = await state();
  expect(revisions).toHaveLength(total);
  const counted = counters
    .filter(({ region, buckets }) => region === '' && buckets !== undefined)
    .flatMap(({ buckets }) => Object.values((buckets as { index: object }).index));
  expect(counted.reduce((sum, count) => sum + count, 0)).toBe(total);
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
