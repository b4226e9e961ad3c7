import fc from 'fast-check';
import { findAnomalies, forecast, freshness, score } from '../../../cloudfunctions/domain/indices';
import { fullRecord, schemeOf, scored, thousand, unwrap } from './records';

const quiet = {
  days: 30,
  articles: 20,
  reads: 20_000,
  maxReads: 5000,
  likes: 200,
  wows: 160,
  shares: 400,
  comments: 40,
  followers: 30_000,
};
/** Months that differ by a little. */
const months = Array.from({ length: 12 }, (_, index) => ({
  ...quiet,
  reads: 20_000 + 300 * index,
  likes: 200 + 5 * index,
  wows: 160 + 3 * index,
  shares: 400 + 7 * index,
  comments: 40 + index,
  maxReads: 5000 + 111 * index,
}));
const flagsOf = (record: object, history: object[] = [], peers: object[] = []) =>
  unwrap(findAnomalies(record, history, peers));

describe('a flag with its evidence', () => {
  it('is raised by nothing in a quiet month', () => {
    const usual = { ...quiet, reads: 20_450, likes: 203, wows: 161, shares: 405, maxReads: 5050 };
    expect(flagsOf(usual, months, months)).toEqual([]);
  });

  it.each([
    ['reads-pinned', { maxReads: 100_001, reads: 150_000 }, [], [], { maxReads: 100_001 }],
    ['like-read-ratio', { likes: 8000 }, [], [], { likes: 8000, reads: 20_000, ratio: 0.4 }],
    ['read-follower-ratio', { followers: 10 }, [], [], { followers: 10, readsPerArticle: 1000 }],
    ['outlier-own-past', { reads: 300_000, maxReads: 90_000 }, months, [], { compared: 12 }],
    ['outlier-peers', { shares: 15_000 }, [], months, { compared: 12 }],
    ['jump-without-articles', { reads: 90_000 }, months.slice(0, 1), [], { articlesADay: 20 / 30 }],
    ['repeated-figures', {}, [quiet], [], { reads: 20_000, likes: 200 }],
  ])('%s', (code, change, history, peers, evidence) => {
    const flag = flagsOf({ ...quiet, ...change }, history, peers).find((one) => one.code === code);
    expect(flag).toMatchObject({ evidence });
    expect(flag?.message).toMatch(/[一-鿿]/);
  });

  it('asks for five months of its own and ten peers', () => {
    const burst = { ...quiet, reads: 300_000, maxReads: 90_000 };
    const codes = (history: object[], peers: object[]) =>
      flagsOf(burst, history, peers).map(({ code }) => code);
    expect(codes(months.slice(0, 4), months.slice(0, 9))).not.toContain('outlier-own-past');
    expect(codes(months.slice(0, 4), months.slice(0, 9))).not.toContain('outlier-peers');
    expect(codes(months.slice(0, 5), months.slice(0, 10))).toEqual(
      expect.arrayContaining(['outlier-own-past', 'outlier-peers']),
    );
  });

  it('holds likes against reads, and reads against followers, as peers have them', () => {
    const labels = (change: object) =>
      flagsOf({ ...quiet, ...change }, [], months)
        .filter(({ code }) => code === 'outlier-peers')
        .map(({ evidence }) => evidence.label);
    expect(labels({ likes: 2000 })).toEqual(['篇均点赞', '每千次阅读的点赞']);
    expect(labels({ followers: 1500 })).toEqual(['每千粉丝的篇均阅读']);
  });

  it('does not take for far what chance makes of a few', () => {
    const small = { ...quiet, articles: 10, reads: 300, maxReads: 90, wows: 0, shares: 6 };
    const labels = (likes: number) =>
      flagsOf({ ...small, likes, comments: 0 }, [], months)
        .filter(({ metric }) => metric === 'likes')
        .map(({ evidence }) => evidence.label);
    expect(labels(9)).not.toContain('每千次阅读的点赞');
    expect(labels(60)).toContain('每千次阅读的点赞');
  });

  it('does not call it far that a few comment where most never do', () => {
    const silent = months.map((month, index) => ({ ...month, comments: index < 8 ? 0 : 20 }));
    const metrics = (comments: number) =>
      flagsOf({ ...quiet, comments }, silent, silent).map(({ metric }) => metric);
    expect(metrics(20)).not.toContain('comments');
    expect(metrics(2000)).toContain('comments');
  });

  it('never changes a score', () => {
    const liked = { ...quiet, likes: 8000, maxLikes: 800, headlineLikes: 900 };
    const whole = { ...liked, headlineReads: 9000, headlineCount: 9, headlineWows: 9, maxWows: 20 };
    const { flags, value } = scored('wci-14.2', whole);
    expect(flags.map(({ code }) => code)).toEqual(['like-read-ratio']);
    expect(value).toBeGreaterThan(scored('wci-14.2', { ...whole, likes: 7999 }).value ?? 0);
  });

  it('names the bad record', () => {
    expect(findAnomalies({ reads: -1 })).toMatchObject({
      error: { fields: { 'record.reads': '不能为负数' } },
    });
    expect(findAnomalies(quiet, [quiet, { reads: 'x' }])).toMatchObject({
      error: { fields: { 'history[1].reads': expect.any(String) } },
    });
    expect(findAnomalies(quiet, [], 7)).toMatchObject({
      error: { fields: { peers: expect.any(String) } },
    });
  });

  it('is found for any record without failing', () => {
    fc.assert(
      fc.property(fullRecord, fc.array(fullRecord, { maxLength: 6 }), (record, history) => {
        for (const { evidence } of flagsOf(record, history, history)) {
          for (const value of Object.values(evidence)) expect(value).not.toBeNaN();
        }
      }),
      { ...thousand, numRuns: 200 },
    );
  });
});

describe('the forecast', () => {
  const past = [10, 12, 11, 13].map((gain) => ({ soFar: 40, final: 40 + gain }));

  it('adds what past periods still gained, and covers as far as they erred', () => {
    expect(forecast(50, past)).toEqual({
      value: 61.5,
      interval: [59.5, 63.5],
      level: 0.8,
      calibratedOn: 4,
      borrowed: 0,
    });
  });

  it("needs four periods for four in five, its peers' where it has fewer", () => {
    expect(forecast(50, past.slice(1))).toBeNull();
    expect(forecast(50, past.slice(1), { level: 0.75 })).not.toBeNull();
    expect(forecast(50, past.slice(2), { peers: past.slice(0, 2) })).toMatchObject({
      calibratedOn: 4,
      borrowed: 2,
    });
    expect(forecast(50, past, { peers: past })).toMatchObject({ calibratedOn: 4 });
    expect(forecast(50, [])).toBeNull();
  });

  it('covers about as often as it says where periods are alike', () => {
    const gains = fc.array(fc.double({ min: 0, max: 30, noNaN: true }), {
      minLength: 13,
      maxLength: 13,
    });
    let covered = 0;
    let all = 0;
    fc.assert(
      fc.property(gains, (drawn) => {
        const [running = 0, ...others] = drawn;
        const predicted = forecast(
          40,
          others.map((gain) => ({ soFar: 40, final: 40 + gain })),
        );
        const [low, high] = predicted?.interval ?? [0, 0];
        expect(low).toBeLessThanOrEqual(predicted?.value ?? -1);
        all += 1;
        if (40 + running >= low && 40 + running <= high) covered += 1;
      }),
      thousand,
    );
    expect(covered / all).toBeGreaterThan(0.78);
    expect(covered / all).toBeLessThan(0.9);
  });
});

it('counts down to the day by which to publish again', () => {
  expect(freshness('2026-11-10', '2026-11-20')).toMatchObject({
    publishBy: '2026-11-24',
    daysLeft: 4,
  });
  expect(freshness('2026-11-01', '2026-11-20')).toMatchObject({ daysLeft: -5 });
  expect(freshness('2026-11-10', '2026-11-20', 7)).toMatchObject({ daysLeft: -3, ruleDays: 7 });
  expect(freshness(null, '2026-11-20')).toMatchObject({ publishBy: null, daysLeft: null });
});

it('makes two records of the same figures score the same, whatever was scored before', () => {
  expect(score(schemeOf('nri'), { ...quiet, headlineReads: 9 })).toEqual(
    score(schemeOf('nri'), { headlineReads: 9, ...quiet }),
  );
});
