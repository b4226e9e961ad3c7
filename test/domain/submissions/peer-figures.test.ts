import fc from 'fast-check';
import { peerFiguresOf, typicalOf } from '../../../cloudfunctions/domain/indices';
import {
  comparisonOf,
  type FigureBuckets,
  type FigureCounts,
  figureBuckets,
  peersCounted,
} from '../../../cloudfunctions/domain/submissions/peer-figures';
import { scoringRecord } from '../../../cloudfunctions/domain/submissions/scoring';
import type { PeerFigure } from '../../../typings/peers';
import type { Figures } from '../../../typings/submission';

const period = '2026-10';
/** Of a bucket of 5 %. */
const half = 0.025 + 1e-9;
const shared = { sharedTraits: ['level' as const], period };

function filed(values: Record<string, number>): { period: string; figures: Figures } {
  const figures = Object.entries(values).map(([name, value]) => [
    name,
    { value, measure: null, source: 'form', asOf: '2026-10-31' },
  ]);
  return { period, figures: Object.fromEntries(figures) };
}

function countsOf(list: FigureBuckets[]): FigureCounts {
  const counts: FigureCounts = {};
  for (const buckets of list) {
    for (const [name, bucket] of Object.entries(buckets) as [PeerFigure, string][]) {
      const own = counts[name] ?? {};
      counts[name] = own;
      own[bucket] = (own[bucket] ?? 0) + 1;
    }
  }
  return counts;
}

const account = fc
  .record({
    articles: fc.integer({ min: 1, max: 60 }),
    reads: fc.integer({ min: 0, max: 500_000 }),
    likes: fc.integer({ min: 0, max: 5000 }),
    shares: fc.integer({ min: 0, max: 5000 }),
    followers: fc.integer({ min: 0, max: 1_000_000 }),
  })
  .map(filed);
const group = fc.array(account, { minLength: 20, maxLength: 60 });

test('what is compared is an article, a read and a follower of it', () => {
  const values = { articles: 20, reads: 20_000, likes: 200, shares: 400, followers: 10_000 };
  expect(figureBuckets(filed(values))).toEqual({
    readsPerArticle: 'b138',
    likesPerArticle: 'b48',
    sharesPerArticle: 'b61',
    likesPerRead: 'b48',
    readsPerFollower: 'b92',
  });
});

test('what is unknown, or divided by nothing, is counted nowhere', () => {
  expect(figureBuckets(filed({ articles: 0, reads: 0, followers: 0 }))).toEqual({});
  expect(figureBuckets(filed({ reads: 1000 }))).toEqual({});
  expect(figureBuckets(filed({ articles: 10, reads: 1000, likes: 5, followers: 0 }))).toEqual({
    readsPerArticle: 'b92',
    likesPerArticle: 'b8',
    likesPerRead: 'b36',
  });
});

test('the account itself is none of its peers, and fewer than twenty others tell nothing', () => {
  const alike = filed({ articles: 10, reads: 1000 });
  const own = figureBuckets(alike);
  const counts = (size: number) => [countsOf(Array.from({ length: size }, () => own))];
  expect(peersCounted({ ...shared, counts: counts(20), own })).toBeNull();
  expect(peersCounted({ ...shared, counts: counts(21), own })).toMatchObject({
    typical: { readsPerArticle: { size: 20 } },
    group: { sharedTraits: ['level'], label: '同级别', period },
  });
  expect(peersCounted({ ...shared, counts: counts(20), own: {} })).not.toBeNull();
});

test('a figure that few know is left out, the others stand', () => {
  const both = figureBuckets(filed({ articles: 10, reads: 1000 }));
  const one = figureBuckets(filed({ articles: 10, shares: 30 }));
  const counts = [countsOf([...Array.from({ length: 20 }, () => both), one])];
  const typical = peersCounted({ ...shared, counts, own: {} })?.typical;
  expect(Object.keys(typical ?? {})).toEqual(['readsPerArticle']);
});

test('it is told which of the own figures peers were known for, and of which too few', () => {
  const both = figureBuckets(filed({ articles: 10, reads: 1000 }));
  const one = figureBuckets(filed({ articles: 10, shares: 30 }));
  const counts = [countsOf([...Array.from({ length: 20 }, () => both), one])];
  const known = peersCounted({ ...shared, counts, own: {} });
  const mine = filed({ articles: 10, reads: 1000, shares: 30 });
  expect(comparisonOf(mine, known ?? { typical: {} })).toEqual({
    group: { sharedTraits: ['level'], label: '同级别', period },
    compared: ['篇均阅读'],
    tooFew: ['篇均转发'],
    least: 20,
  });
  expect(comparisonOf(mine, { typical: {} })).toEqual({
    group: null,
    compared: [],
    tooFew: ['篇均阅读', '篇均转发'],
    least: 20,
  });
  expect(comparisonOf(filed({ articles: 0 }), { typical: {} })).toMatchObject({
    compared: [],
    tooFew: [],
  });
});

test('counts tell what the records tell, to half a bucket', () => {
  fc.assert(
    fc.property(group, (others) => {
      const counts = [countsOf(others.map(figureBuckets))];
      const known = peersCounted({ ...shared, counts, own: {} })?.typical ?? {};
      const records = others.flatMap((one) => peerFiguresOf(scoringRecord(one)));
      for (const [name, { centre, size }] of Object.entries(known)) {
        const logs = records.flatMap(([figure, value]): [number, number][] =>
          figure === name ? [[Math.log1p(value), 1]] : [],
        );
        const exact = typicalOf(logs);
        expect(size).toBe(exact?.size);
        expect(Math.abs(centre - (exact?.centre ?? Number.NaN))).toBeLessThanOrEqual(half);
      }
    }),
  );
});

test('neither the order of filing nor the way that counts are parted changes what is told', () => {
  fc.assert(
    fc.property(group, fc.nat(), (others, cut) => {
      const buckets = others.map(figureBuckets);
      const parted = cut % buckets.length;
      const whole = peersCounted({ ...shared, counts: [countsOf(buckets)], own: {} });
      const reversed = [...buckets].reverse();
      const parts = [countsOf(reversed.slice(0, parted)), countsOf(reversed.slice(parted))];
      const again = peersCounted({ ...shared, counts: parts, own: {} });
      for (const [name, typical] of Object.entries(whole?.typical ?? {})) {
        const other = again?.typical[name as PeerFigure];
        expect([other?.centre, other?.size]).toEqual([typical.centre, typical.size]);
        expect(other?.spread).toBeCloseTo(typical.spread, 9);
      }
    }),
  );
});
