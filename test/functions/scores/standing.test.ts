import { randomUUID } from 'node:crypto';
import { standing } from '../../../cloudfunctions/domain/indices';
import type { SubmissionInput } from '../../../typings/submission';
import type { TestCloud } from '../support/cloud';
import { groupSize, last, peers, scoreOf, startScores } from '../support/scores';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startScores();
});
afterAll(() => cloud.close());

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
  const { byArticles, byWeights } = told.data.rank;
  for (const [best, worst] of [byArticles ?? [0, 0], byWeights]) {
    expect(best).toBeLessThanOrEqual(rank);
    expect(worst).toBeGreaterThanOrEqual(rank);
  }
  expect(JSON.stringify(told)).not.toContain('peer-1');
  const highest = await cloud.call(`peer-${groupSize - 1}`, 'scores.rank', {
    accountId: `peer-${groupSize - 1}`,
  });
  expect(highest).toMatchObject({ ok: true, data: { rank: { median: { place: 'below' } } } });
  expect(await cloud.call('empty', 'scores.rank', { accountId: 'empty' })).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
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
