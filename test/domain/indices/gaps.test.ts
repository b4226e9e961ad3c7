import fc from 'fast-check';
import { longestGap } from '../../../cloudfunctions/domain/indices';
import { dayAt, dayNumber } from '../../../cloudfunctions/domain/indices/days';
import { greatestGap, shortestGap } from '../../../cloudfunctions/domain/indices/gaps';
import { indexOf, scored, thousand } from './records';

describe('the longest gap', () => {
  it.each([
    [['2026-08-03', '2026-08-10'], 21],
    [['2026-08-31', '2026-08-01'], 29],
    [['2026-08-16'], 15],
    [['2026-07-30', '2026-08-31', '2026-09-02'], 30],
    [[], 31],
  ])('%p in August', (days, gap) => {
    expect(longestGap(days, '2026-08-01', '2026-08-31')).toBe(gap);
  });

  it('is 0 when something was published on every day', () => {
    expect(longestGap(['2026-08-01', '2026-08-02'], '2026-08-01', '2026-08-02')).toBe(0);
  });
});

describe('a period that still runs', () => {
  const items = ['2026-11-02', '2026-11-05'].map((publishedAt) => ({ publishedAt, reads: 10 }));
  const gapOf = (record: object): number | null | undefined =>
    scored('zhengwei-assess-1', record).explanation.children[0]?.quantity;

  it('counts no day to come', () => {
    expect(gapOf({ period: '2026-11', items })).toBe(25);
    expect(gapOf({ period: '2026-11', through: '2026-11-07', items })).toBe(2);
  });

  it('has the days so far', () => {
    const running = { period: '2026-11', through: '2026-11-07', articles: 7, reads: 700 };
    const { explanation } = scored('zhengwei-1', running);
    expect(explanation.children[0]?.children[0]).toMatchObject({ quantity: 100 });
  });
});

describe('so many articles', () => {
  const first = dayNumber('2026-01-01') ?? 0;
  const published = fc
    .integer({ min: 1, max: 90 })
    .chain((days) =>
      fc.tuple(
        fc.constant(days),
        fc.array(fc.integer({ min: 0, max: days - 1 }), { maxLength: 60 }),
      ),
    );

  it('leave a gap between the shortest and the greatest, wherever they stand', () => {
    fc.assert(
      fc.property(published, ([days, offsets]) => {
        const dates = offsets.map((offset) => dayAt(first + offset));
        const gap = longestGap(dates, dayAt(first), dayAt(first + days - 1));
        expect(gap).toBeGreaterThanOrEqual(shortestGap(dates.length, days));
        expect(gap).toBeLessThanOrEqual(greatestGap(dates.length, days));
      }),
      thousand,
    );
  });

  it.each([
    [0, 30, 30],
    [1, 30, 15],
    [2, 30, 10],
    [15, 30, 1],
    [30, 30, 0],
    [90, 30, 0],
  ])('%i in the days leave no less, spread evenly', (articles, days, least) => {
    const step = (days + 1) / (articles + 1);
    const dates = Array.from({ length: articles }, (_, at) =>
      dayAt(first + Math.min(days - 1, Math.round((at + 1) * step) - 1)),
    );
    expect(shortestGap(articles, days)).toBe(least);
    expect(longestGap(dates, dayAt(first), dayAt(first + days - 1))).toBe(least);
  });

  it('and none of them is one gap, whether it is written down or not', () => {
    const silent = { days: 30, articles: 0, interactionAvailable: 1, openFindings: 0 };
    const scheme = 'zhengwei-assess-1';
    expect(indexOf(scheme, { ...silent, longestGapDays: 30 })).toBe(indexOf(scheme, silent));
  });
});
