import { randomUUID } from 'node:crypto';
import { standing } from '../../cloudfunctions/domain/indices';
import { scoresOf } from '../../cloudfunctions/domain/submissions/scoring';
import type { ExplanationNode } from '../../typings/indices';
import type { Account } from '../../typings/registry';
import type { SubmissionInput } from '../../typings/submission';
import type { MetricName } from '../../typings/vocabulary';
import { startTestCloud, type TestCloud } from './support/cloud';
import { dayOf, monthBefore } from './support/exports';
import { madeAccount } from './support/sample';
import { figures, submissionOf } from './support/scored';

const running = monthBefore(0);
const last = monthBefore(1);
const before = monthBefore(2);
const earlier = monthBefore(3);
const groupSize = 30;

const readsOf = (index: number): number => 4000 + index * 700;
const peers: Account[] = Array.from({ length: groupSize }, (_, index) =>
  madeAccount(`peer-${index}`),
);
const lonely = madeAccount('lonely', { kind: 'service', agency: { department: 'court' } });
const empty = madeAccount('empty');

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
  const accounts = [...peers, lonely, empty];
  await cloud.addAccounts(accounts);
  const submissions = [...peers.map(({ id }, index) => submissionOf(id, last, readsOf(index)))];
  submissions.push(submissionOf('peer-3', earlier, 5000), submissionOf('lonely', last, 9000));
  submissions.push(submissionOf('peer-4', before, 5000));
  await cloud.recordHistory(accounts, submissions);
  await cloud.grant('province', 'supervisor', { kind: 'region', regionPrefix: '35' });
  for (const { id, agency } of accounts) {
    await cloud.grant(id, 'staff', { kind: 'agency', agencyId: agency.id });
  }
}, 60_000);
afterAll(() => cloud.close());

function scoreOf(index: number): number {
  const scored = scoresOf({
    period: last,
    figures: figures(readsOf(index), dayOf(last, 28)),
  });
  return (scored.ok && scored.value[0]?.value) || 0;
}

test('the overview shows score, trend with its gap, freshness and standing in one answer', async () => {
  const overview = await cloud.call('peer-3', 'scores.overview', { accountId: 'peer-3' });
  expect(overview).toMatchObject({
    ok: true,
    data: {
      period: last,
      periods: [last, earlier],
      score: { value: scoreOf(3), status: 'scored' },
      previous: null,
      trend: [
        { period: earlier, value: expect.any(Number) },
        { period: before, value: null, note: '漏报' },
        { period: last, value: scoreOf(3), forces: { dissemination: expect.any(Number) } },
      ],
      freshness: { lastPublished: dayOf(last, 20), ruleDays: 14 },
      standing: { size: groupSize - 1 },
      figuresAgeDays: expect.any(Number),
    },
  });
});

test('the overview of an account without figures is empty, not an error', async () => {
  const overview = await cloud.call('empty', 'scores.overview', { accountId: 'empty' });
  expect(overview).toMatchObject({
    ok: true,
    data: {
      score: null,
      previous: null,
      periods: [],
      trend: [],
      standing: null,
      figuresAgeDays: null,
    },
  });
});

test('a quarter and a year are put together from their months, and say so', async () => {
  const account = madeAccount('monthly', { kind: 'service', agency: { department: 'justice' } });
  const months = [
    '2025-01',
    '2025-02',
    '2025-03',
    '2025-04',
    '2025-05',
    '2025-06',
    '2025-07',
    '2025-08',
  ];
  await cloud.addAccounts([account]);
  await cloud.recordHistory(
    [account],
    months.map((month) => submissionOf('monthly', month, 9000)),
  );
  await cloud.grant('monthly', 'staff', { kind: 'agency', agencyId: account.agency.id });
  const ask = (kind: 'quarter' | 'year') =>
    cloud.call('monthly', 'scores.overview', { accountId: 'monthly', kind });
  expect(await ask('quarter')).toMatchObject({
    ok: true,
    data: {
      kind: 'quarter',
      kinds: ['month', 'quarter', 'year'],
      periods: ['2025-Q3', '2025-Q2', '2025-Q1'],
      period: '2025-Q3',
      score: {
        value: expect.any(Number),
        composedOf: { months: ['2025-07', '2025-08'], missing: ['2025-09'] },
        rules: expect.arrayContaining([expect.objectContaining({ code: 'composed' })]),
      },
      previous: { period: '2025-Q2', composedOf: { missing: [] } },
      trend: [
        { period: '2025-Q1', note: '由各月合成' },
        { period: '2025-Q2' },
        { period: '2025-Q3' },
      ],
      standing: null,
    },
  });
  expect(await ask('year')).toMatchObject({
    ok: true,
    data: { period: '2025', score: { composedOf: { months } }, previous: null },
  });
  const compared = await cloud.call('monthly', 'scores.compare', {
    accountId: 'monthly',
    period: '2025-Q2',
  });
  expect(compared).toMatchObject({ ok: true, data: { terms: expect.any(Array) } });
});

test('a week, a quarter and a custom period are filed like a month, and shown by their kind', async () => {
  const account = madeAccount('kinds', { kind: 'service', agency: { department: 'congress' } });
  await cloud.addAccounts([account]);
  await cloud.grant('kinds', 'staff', { kind: 'agency', agencyId: account.agency.id });
  const filed = ['2026-W40', '2026-Q2', '2025', '2026-10-01..2026-10-07'];
  const { longestGapDays, ...values } = Object.fromEntries(
    Object.entries(figures(9000, '2026-10-07')).map(([name, { value }]) => [name, value]),
  );
  for (const period of filed) {
    const receipt = await cloud.call('kinds', 'submissions.submit', {
      requestKey: randomUUID(),
      accountId: 'kinds',
      period,
      fileIds: [],
      form: { ...values, longestGapDays },
      basedOnRevision: 0,
    });
    expect(receipt).toMatchObject({ ok: true, data: { period, revision: 1 } });
    const overview = await cloud.call('kinds', 'scores.overview', { accountId: 'kinds', period });
    expect(overview).toMatchObject({
      ok: true,
      data: { period, periods: [period], trend: [{ period }], score: { submissionRevision: 1 } },
    });
    expect(overview.ok && overview.data.score?.composedOf).toBeUndefined();
  }
});

test('a change of hands is pinned to the trend', async () => {
  await cloud.change('accounts', { _id: 'peer-9' }, { revision: 2 });
  const [first] = await cloud.documents('account-revisions', { accountId: 'peer-9' });
  const { database } = await import('../../cloudfunctions/platform/cloudbase');
  await database.collection('account-revisions').add({
    ...first,
    _id: 'peer-9:2',
    revision: 2,
    operation: { operator: '示例传媒', mode: 'delegated' },
    updatedAt: `${dayOf(last, 12)}T04:00:00.000Z`,
  });
  expect(await cloud.call('peer-9', 'scores.overview', { accountId: 'peer-9' })).toMatchObject({
    ok: true,
    data: { trend: [{ period: last, note: '换运营单位：本单位 → 示例传媒' }] },
  });
});

test('a scheme that takes no such figures says why, and the page stands', async () => {
  await cloud.change(
    'submission-heads',
    { _id: `peer-11:${last}` },
    {
      'figures.reads.measure': 'people',
    },
  );
  const input = { accountId: 'peer-11', scheme: 'wci-13.0' };
  expect(await cloud.call('peer-11', 'scores.overview', input)).toMatchObject({
    ok: true,
    data: { score: null, refusal: expect.stringContaining('口径'), index: { scheme: 'wci-13.0' } },
  });
});

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

test("one's own rank comes with its interval, and no peer is named", async () => {
  const told = await cloud.call('peer-13', 'scores.rank', { accountId: 'peer-13' });
  if (!told.ok || !told.data.rank) throw new Error('not ranked');
  const { rank, rankInterval, size, valueInterval, value, compared } = told.data.rank;
  expect([size, compared]).toEqual([groupSize, groupSize - 1]);
  expect(rank).toBe(groupSize - 13);
  expect(rankInterval[0]).toBeLessThanOrEqual(rank);
  expect(rankInterval[1]).toBeGreaterThanOrEqual(rank);
  expect(valueInterval[1] - valueInterval[0]).toBeGreaterThan(0);
  expect(valueInterval[0]).toBeLessThan(value);
  expect(JSON.stringify(told)).not.toContain('peer-1');
  const best = await cloud.call(`peer-${groupSize - 1}`, 'scores.rank', {
    accountId: `peer-${groupSize - 1}`,
  });
  expect(best).toMatchObject({ ok: true, data: { rank: { median: { place: 'below' } } } });
  expect(await cloud.call('empty', 'scores.rank', { accountId: 'empty' })).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
});

test('what each metric means is told to everyone', async () => {
  const told = await cloud.call('stranger', 'scores.metrics', {});
  expect(told.ok && told.data.metrics.find(({ metric }) => metric === 'likes')).toMatchObject({
    popularity: true,
    measure: 'times',
    composing: expect.stringContaining('相加'),
  });
});

test('limits that the user sets bound the plan, and a lever that is none is refused', async () => {
  const ask = (limits: Partial<Record<MetricName, number>>) =>
    cloud.call('peer-5', 'scores.target', { accountId: 'peer-5', target: 99, limits });
  const bounded = await ask({ articles: 22, reads: 8000 });
  const { mix = [] } = (bounded.ok && bounded.data) || {};
  expect(mix.find(({ metric }) => metric === 'articles')?.to ?? 0).toBeLessThanOrEqual(22);
  expect(await ask({ likes: 10 })).toMatchObject({
    ok: false,
    error: { code: 'invalid', fields: { 'limits.likes': expect.any(String) } },
  });
});

test('staff may compare only with what they may see; a supervisor with any in scope', async () => {
  const input = { accountId: 'peer-9', otherAccountId: 'peer-8', period: last };
  expect(await cloud.call('peer-9', 'scores.compare', input)).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  });
  expect(await cloud.call('province', 'scores.compare', input)).toMatchObject({ ok: true });
});

test('the standing told from counters is the one told from all scores', async () => {
  const traits = {
    level: 'county',
    department: 'government-office',
    kind: 'subscription',
  } as const;
  const rounded = (index: number) => Math.round(scoreOf(index) * 10) / 10;
  for (const index of [0, 13, groupSize - 1]) {
    const others = peers.map((_, other) => other).filter((other) => other !== index);
    const expected = standing(
      { traits, value: rounded(index) },
      others.map((other) => ({ traits, value: rounded(other) })),
    );
    const told = await cloud.call(`peer-${index}`, 'scores.peers', { accountId: `peer-${index}` });
    expect(told).toMatchObject({ ok: true, data: { size: expected.size, label: expected.label } });
    expect(told.ok && told.data.percentile).toBeCloseTo(expected.percentile ?? -1, 9);
    expect(told.ok && told.data.median).toBeCloseTo(expected.median ?? -1, 9);
  }
});

test('a small group is widened, and says so', async () => {
  const told = await cloud.call('lonely', 'scores.peers', { accountId: 'lonely' });
  expect(told).toMatchObject({
    ok: true,
    data: { size: groupSize, sharedTraits: ['level'], widened: expect.stringContaining('放宽') },
  });
});

test('a correction moves the account within its group and leaves the size as it was', async () => {
  const ask = () => cloud.call('peer-0', 'scores.peers', { accountId: 'peer-0' });
  const lowest = await ask();
  expect(lowest).toMatchObject({ ok: true, data: { percentile: 0 } });
  const form: SubmissionInput['form'] = {
    reads: 90_000,
    maxReads: 30_000,
    headlineReads: 60_000,
    shares: 6000,
    maxShares: 1000,
    likes: 5000,
    maxLikes: 900,
    wows: 5000,
    maxWows: 900,
    comments: 4000,
    replies: 4000,
    medianReplyHours: 1,
  };
  const corrected = await cloud.call('peer-0', 'submissions.submit', {
    requestKey: randomUUID(),
    accountId: 'peer-0',
    period: last,
    fileIds: [],
    form,
    basedOnRevision: 1,
    reason: '漏计一个账号端口',
  });
  expect(corrected).toMatchObject({ ok: true, data: { revision: 2 } });
  expect(await ask()).toMatchObject({ ok: true, data: { percentile: 100, size: groupSize - 1 } });
  const other = await cloud.call('peer-7', 'scores.peers', { accountId: 'peer-7' });
  expect(other).toMatchObject({ ok: true, data: { size: groupSize - 1 } });
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

test('a target names levers, and one that is reached says so', async () => {
  const ask = (target: number) =>
    cloud.call('peer-5', 'scores.target', { accountId: 'peer-5', target });
  const plan = await ask(Math.min(99, scoreOf(5) + 3));
  expect(plan).toMatchObject({ ok: true, data: { reached: false } });
  expect(plan.ok && plan.data.single.length).toBeGreaterThan(0);
  expect(await ask(1)).toMatchObject({ ok: true, data: { reached: true, single: [] } });
  expect(await ask(101)).toMatchObject({ ok: false, error: { code: 'invalid' } });
});

test('without figures of the running month there is no forecast', async () => {
  expect(await cloud.call('peer-5', 'scores.forecast', { accountId: 'peer-5' })).toMatchObject({
    ok: true,
    data: { period: running, forecast: null },
  });
});

test('a running month is forecast from how earlier months went on', async () => {
  const account = madeAccount('steady', { kind: 'service', agency: { department: 'health' } });
  const months = [0, 1, 2, 3, 4, 5, 6].map(monthBefore);
  const submissions = months.map((month, index) => {
    const whole = submissionOf('steady', month, 20_000 + index * 500);
    const items = whole.items.map((item, at) => ({
      ...item,
      publishedAt: dayOf(month, month === running ? 1 : at + 1),
    }));
    return { ...whole, items };
  });
  await cloud.addAccounts([account]);
  await cloud.recordHistory([account], submissions);
  await cloud.grant('steady', 'staff', { kind: 'agency', agencyId: account.agency.id });

  const answer = await cloud.call('steady', 'scores.forecast', { accountId: 'steady' });
  expect(answer).toMatchObject({
    ok: true,
    data: { period: running, forecast: { calibratedOn: 6, level: 0.8 } },
  });
  const { value = 0, interval = [0, 0] } = (answer.ok && answer.data.forecast) || {};
  expect(interval[0]).toBeLessThanOrEqual(value);
  expect(interval[1]).toBeGreaterThanOrEqual(value);
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
