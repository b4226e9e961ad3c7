import fc from 'fast-check';
import { stretchOf } from '../../../cloudfunctions/domain/leaderboards/counting';
import { type Buckets, bucketOf } from '../../../cloudfunctions/domain/submissions/peer-buckets';
import {
  bandsOf,
  leastAccounts,
  levelGrowth,
  medianRanks,
} from '../../../cloudfunctions/domain/supervision/scope-state';

const scheme = 'zhengwei-1';

function stretchesOf(values: number[]): Buckets {
  const stretches: Buckets = {};
  for (const value of values) {
    const stretch = stretchOf(bucketOf(scheme, value) ?? '');
    stretches[stretch] = (stretches[stretch] ?? 0) + 1;
  }
  return stretches;
}

const values = fc.array(
  fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
  {
    maxLength: 200,
  },
);

test('no median is told of fewer than five accounts', () => {
  expect(medianRanks(leastAccounts - 1)).toBeNull();
  expect(medianRanks(leastAccounts)).toEqual({ high: 1, low: 5 });
  expect(medianRanks(0)).toBeNull();
});

test('the ranks of the interval lie about the middle, on the board', () => {
  fc.assert(
    fc.property(fc.integer({ min: leastAccounts, max: 200_000 }), (size) => {
      const ranks = medianRanks(size);
      if (!ranks) return false;
      const middle = (size + 1) / 2;
      return 1 <= ranks.high && ranks.high <= middle && middle <= ranks.low && ranks.low <= size;
    }),
    { numRuns: 1000 },
  );
});

test('every account lies in one band, also the best one', () => {
  fc.assert(
    fc.property(values, values, (now, before) => {
      const bands = bandsOf(scheme, stretchesOf(now), stretchesOf(before));
      const sum = (of: 'accounts' | 'previous') => bands.reduce((all, band) => all + band[of], 0);
      return sum('accounts') === now.length && sum('previous') === before.length;
    }),
    { numRuns: 1000 },
  );
  expect(
    bandsOf(scheme, stretchesOf([100, 0, 20, 19.9]), {}).map(({ accounts }) => accounts),
  ).toEqual([2, 1, 0, 0, 1]);
});

test('growth within half a bucket is none', () => {
  const { fell, rose } = levelGrowth(scheme);
  const isLevel = (growth: number) => growth > fell && growth <= rose;
  fc.assert(
    fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (growth) => {
      return isLevel(growth) === (Number(bucketOf(scheme, growth)?.slice(1)) === 0);
    }),
    { numRuns: 1000 },
  );
  expect([-0.05, 0, 0.049].map(isLevel)).toEqual([true, true, true]);
  expect([-0.06, 0.05].map(isLevel)).toEqual([false, false]);
});
