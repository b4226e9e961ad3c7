import { randomUUID } from 'node:crypto';
import type { TestCloud } from '../support/cloud';
import { dayOf } from '../support/exports';
import { madeAccount } from '../support/sample';
import { figures, submissionOf } from '../support/scored';
import { before, earlier, groupSize, last, scoreOf, startScores } from '../support/scores';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startScores();
});
afterAll(() => cloud.close());

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
  const values = Object.fromEntries(
    Object.entries(figures(9000, '2026-10-07')).map(([name, { value }]) => [name, value]),
  );
  for (const period of filed) {
    // twenty articles fill no year
    const longestGapDays = { '2025': 40, '2026-Q2': 9 }[period] ?? 3;
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
  const { database } = await import('../../../cloudfunctions/platform/cloudbase');
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
