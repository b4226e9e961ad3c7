import fc from 'fast-check';
import {
  type Buckets,
  bucketOf,
  sizeOf,
} from '../../../cloudfunctions/domain/submissions/peer-buckets';
import {
  bandsOf,
  changesOf,
  leastAccounts,
  spreadOf,
} from '../../../cloudfunctions/domain/supervision/scope-state';

const scheme = 'zhengwei-1';

function bucketsOf(values: number[]): Buckets {
  const buckets: Buckets = {};
  for (const value of values) {
    const bucket = bucketOf(scheme, value) ?? '';
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  return buckets;
}

const values = fc.array(
  fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
  {
    maxLength: 200,
  },
);

test('no median is told of fewer than five accounts', () => {
  expect(spreadOf(scheme, bucketsOf([50, 60, 70, 80]))).toBeNull();
  expect(spreadOf(scheme, bucketsOf([50, 60, 70, 80, 90]))?.median).toBeCloseTo(70);
  expect(spreadOf(scheme, {})).toBeNull();
});

test('the interval holds the median and stays within the values', () => {
  fc.assert(
    fc.property(values, (list) => {
      const spread = spreadOf(scheme, bucketsOf(list));
      if (list.length < leastAccounts) return spread === null;
      if (!spread) return false;
      const slack = 1e-9;
      return (
        spread.low <= spread.median + slack &&
        spread.median <= spread.high + slack &&
        spread.low >= Math.min(...list) - slack &&
        spread.high <= Math.max(...list) + slack
      );
    }),
    { numRuns: 1000 },
  );
});

test('every account lies in one band, also the best one', () => {
  fc.assert(
    fc.property(values, values, (now, before) => {
      const bands = bandsOf(scheme, bucketsOf(now), bucketsOf(before));
      const sum = (of: 'accounts' | 'previous') => bands.reduce((all, band) => all + band[of], 0);
      return sum('accounts') === now.length && sum('previous') === before.length;
    }),
    { numRuns: 1000 },
  );
  expect(
    bandsOf(scheme, bucketsOf([100, 0, 20, 19.9]), {}).map(({ accounts }) => accounts),
  ).toEqual([2, 1, 0, 0, 1]);
});

test('changes are counted by their sign', () => {
  const growth = bucketsOf([1.2, -0.3, 0, 0.04, -8]);
  expect(changesOf(growth)).toEqual({ up: 1, level: 2, down: 2 });
  expect(sizeOf({ buckets: growth })).toBe(5);
});
