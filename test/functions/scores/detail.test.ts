import type { ExplanationNode } from '../../../typings/indices';
import type { TestCloud } from '../support/cloud';
import { earlier, last, startScores } from '../support/scores';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startScores();
});
afterAll(() => cloud.close());

test('every scheme can be looked at, with a trend, also where its scores are not kept', async () => {
  const listed = await cloud.call('peer-3', 'scores.schemes', {});
  for (const { id, notice } of listed.ok ? listed.data.schemes : []) {
    const overview = await cloud.call('peer-3', 'scores.overview', {
      accountId: 'peer-3',
      scheme: id,
    });
    expect([id, overview]).toMatchObject([
      id,
      { ok: true, data: { index: { scheme: id, notice }, periods: [last, earlier] } },
    ]);
    if (overview.ok && overview.data.score) expect(overview.data.trend).toHaveLength(3);
  }
});

test('what each metric means is told to everyone', async () => {
  const told = await cloud.call('stranger', 'scores.metrics', {});
  expect(told.ok && told.data.metrics.find(({ metric }) => metric === 'likes')).toMatchObject({
    popularity: true,
    measure: 'times',
    composing: expect.stringContaining('相加'),
  });
});

test('an explanation sums to the score exactly', async () => {
  const detail = await cloud.call('peer-5', 'scores.detail', { accountId: 'peer-5' });
  if (!detail.ok) throw new Error(detail.error.message);
  const sum = ({ children }: ExplanationNode) =>
    children.reduce((total, { contribution }) => total + contribution, 0);
  const { explanation, score } = detail.data;
  expect(explanation.contribution).toBe(score.value);
  expect(sum(explanation)).toBe(explanation.contribution);
  expect(detail.data.revisions).toHaveLength(1);
});

test('another scheme is shown beside the default one', async () => {
  const input = { accountId: 'peer-5', scheme: 'wci-14.2' };
  expect(await cloud.call('peer-5', 'scores.detail', input)).toMatchObject({
    ok: true,
    data: { score: { scheme: 'wci-14.2', value: expect.any(Number) } },
  });
});

test('a comparison of two accounts or two periods adds up to the difference', async () => {
  const accounts = { accountId: 'peer-9', otherAccountId: 'peer-8', period: last };
  const periods = { accountId: 'peer-4', period: last };
  for (const input of [accounts, periods]) {
    const answer = await cloud.call('province', 'scores.compare', input);
    if (!answer.ok) throw new Error(answer.error.message);
    const { terms, coverageEffect, difference } = answer.data;
    const total = terms.reduce((sum, { effect }) => sum + effect, 0) + coverageEffect;
    expect(total).toBe(difference);
    expect(difference).not.toBe(0);
  }
});

test.each([
  ['scores.detail', { scheme: 'no-such-scheme' }],
  ['scores.detail', { period: '2001-01' }],
  ['scores.revision', { scheme: 'zhengwei-1', period: last, revision: 9 }],
] as const)('%s of %j is not found', async (action, changes) => {
  const answer = await cloud.send('peer-5', 'scores', {
    action: action.slice('scores.'.length),
    input: { accountId: 'peer-5', ...changes },
  });
  expect(JSON.parse(answer).result).toMatchObject({ ok: false, error: { code: 'not-found' } });
});

test('everyone may read of the schemes, their purpose and notice', async () => {
  const answer = await cloud.call('stranger', 'scores.schemes', {});
  const schemes = answer.ok ? answer.data.schemes : [];
  expect(schemes.find(({ id }) => id === 'zhengwei-1')).toMatchObject({
    purpose: 'research',
    notice: '仅供研究参考，不作考核依据',
  });
});
