import type { Figures } from '../../../typings/submission';
import type { MetricName } from '../../../typings/vocabulary';
import { startTestCloud, type TestCloud } from '../support/cloud';
import { dayOf, monthBefore } from '../support/exports';
import { madeAccount } from '../support/sample';
import { submissionOf } from '../support/scored';

const scheme = 'zhengwei-assess-1';
const last = monthBefore(1);
const accounts = Array.from({ length: 24 }, (_, index) => madeAccount(`office-${index}`));

/** Duties done the better the higher the index; the same crowd for all. */
function duties(index: number): Figures {
  const values: Partial<Record<MetricName, number>> = {
    longestGapDays: 24 - index,
    openFindings: index % 2,
    interactionAvailable: 1,
    serviceEntries: 4,
    workingServiceEntries: 3,
  };
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      { value, measure: null, source: 'form', asOf: dayOf(last, 28) },
    ]),
  );
}

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
  await cloud.addAccounts(accounts);
  const submissions = accounts.map(({ id }, index) => {
    const filed = submissionOf(id, last, 9000);
    return { ...filed, figures: { ...filed.figures, ...duties(index) } };
  });
  await cloud.recordHistory(accounts, submissions);
  await cloud.grant('province', 'supervisor', { kind: 'region', regionPrefix: '35' });
  for (const { id, agency } of accounts) {
    await cloud.grant(id, 'staff', { kind: 'agency', agencyId: agency.id });
  }
}, 60_000);
afterAll(() => cloud.close());

test('the assessment scheme is kept with every submission, without the research notice', async () => {
  const input = { accountId: 'office-5', scheme };
  expect(await cloud.call('office-5', 'scores.overview', input)).toMatchObject({
    ok: true,
    data: {
      index: { label: '履职指数', scheme, notice: null },
      score: { value: expect.any(Number), purpose: 'assessment', coverage: 1 },
      standing: { size: accounts.length - 1, percentile: expect.any(Number) },
    },
  });
});

test('rank and peers are told under the assessment scheme', async () => {
  const input = { accountId: 'office-6', scheme };
  const rank = await cloud.call('office-6', 'scores.rank', input);
  expect(rank).toMatchObject({
    ok: true,
    data: { rank: { size: accounts.length, articles: expect.any(Number) } },
  });
  expect(await cloud.call('office-6', 'scores.peers', input)).toMatchObject({
    ok: true,
    data: { median: expect.any(Number) },
  });
});

test('an assessment board is named after its index and is free of the notice; a research board is not', async () => {
  const ask = (id: string) =>
    cloud.call('province', 'leaderboards.page', {
      scheme: id,
      period: last,
      measure: 'index',
      regionPrefix: '35',
    });
  const assessed = await ask(scheme);
  expect(assessed).toMatchObject({
    ok: true,
    data: {
      face: { purpose: 'assessment', notice: null, title: expect.stringMatching(/履职指数榜$/) },
    },
  });
  expect(await ask('wci-14.2')).toMatchObject({
    ok: true,
    data: { face: { purpose: 'research', notice: '仅供研究参考，不作考核依据' } },
  });
});
