import fc from 'fast-check';
import {
  gini,
  quantile,
  sumOfValues,
  theil,
  topTenthShare,
} from '../../../cloudfunctions/domain/reports/statistics';
import type { Buckets } from '../../../cloudfunctions/domain/submissions/peer-buckets';

const bucketsOf = (values: number[]): Buckets => {
  const buckets: Buckets = {};
  for (const value of values) buckets[`b${value}`] = (buckets[`b${value}`] ?? 0) + 1;
  return buckets;
};
const values = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 60 });
const positive = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 60 });

test.each([
  [[1, 2, 3, 4], 0.5, 2],
  [[1, 2, 3, 4, 5], 0.5, 3],
  [[7], 0.25, 7],
  [[1, 1, 1, 9], 0.75, 1],
  [[3, 1, 2], 1, 3],
])('of %p the quantile %p is %p', (list, share, expected) => {
  expect(quantile(bucketsOf(list), share)).toBe(expected);
});

test('a quantile is a value that at least the share does not exceed, and no lesser one is', () => {
  fc.assert(
    fc.property(values, fc.constantFrom(0.25, 0.5, 0.75), (list, share) => {
      const found = quantile(bucketsOf(list), share) ?? Number.NaN;
      const upTo = (value: number) => list.filter((one) => one <= value).length / list.length;
      expect(list).toContain(found);
      expect(upTo(found)).toBeGreaterThanOrEqual(share);
      expect(upTo(found - 1)).toBeLessThan(share);
    }),
  );
});

test.each([
  [[5, 5, 5, 5], 0],
  [[0, 0, 0, 1], 0.75],
  [[1, 2, 3, 4], 0.25],
])('of %p the Gini coefficient is %p', (list, expected) => {
  expect(gini(bucketsOf(list))).toBeCloseTo(expected, 12);
});

test('the Gini coefficient is half the relative mean difference of all pairs', () => {
  fc.assert(
    fc.property(positive, (list) => {
      const pairs = list.flatMap((one) => list.map((other) => Math.abs(one - other)));
      const sum = pairs.reduce((total, one) => total + one, 0);
      const expected = sum / (2 * list.length * sumOfValues(bucketsOf(list)));
      expect(gini(bucketsOf(list))).toBeCloseTo(expected, 10);
    }),
  );
});

test('the best tenth has its share of the sum, its number rounded up', () => {
  expect(topTenthShare(bucketsOf([10, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]))).toBeCloseTo(11 / 20, 12);
  expect(topTenthShare(bucketsOf([4]))).toBe(1);
});

test('Theil’s index is what lies between groups and within them, and neither is negative', () => {
  fc.assert(
    fc.property(fc.array(positive, { minLength: 1, maxLength: 6 }), (lists) => {
      const parts = theil(lists.map(bucketsOf));
      const whole = theil([bucketsOf(lists.flat())]);
      expect(parts?.total).toBeCloseTo(whole?.total ?? Number.NaN, 10);
      expect(parts?.between).toBeGreaterThanOrEqual(-1e-12);
      expect(parts?.within).toBeGreaterThanOrEqual(-1e-12);
      const each = lists.reduce((sum, list) => {
        const own = theil([bucketsOf(list)])?.total ?? 0;
        return sum + (sumOfValues(bucketsOf(list)) / sumOfValues(bucketsOf(lists.flat()))) * own;
      }, 0);
      expect(parts?.within).toBeCloseTo(each, 10);
    }),
  );
});

test('all in one of two equal groups: ln 2 lies between them', () => {
  expect(theil([bucketsOf([8, 8]), bucketsOf([0, 0])])).toEqual({
    total: Math.log(2),
    between: Math.log(2),
    within: 0,
  });
});

test('nothing is told of no values, nor of a sum of zero', () => {
  for (const buckets of [{}, bucketsOf([0, 0])]) {
    expect(gini(buckets)).toBeNull();
    expect(topTenthShare(buckets)).toBeNull();
    expect(theil([buckets])).toBeNull();
  }
  expect(quantile({}, 0.5)).toBeNull();
});
