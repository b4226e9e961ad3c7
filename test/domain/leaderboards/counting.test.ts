import fc from 'fast-check';
import {
  bucketAt,
  bucketsIn,
  countAbove,
  greatestIn,
  medianOf,
  stretchOf,
  sumOf,
} from '../../../cloudfunctions/domain/leaderboards/counting';
import { nextUp } from '../../../cloudfunctions/domain/leaderboards/rank-key';
import { bucketOf, sizeOf } from '../../../cloudfunctions/domain/submissions/peer-buckets';

const scheme = 'zhengwei-1';
const values = fc.array(fc.double({ min: -40, max: 100, noNaN: true }), {
  minLength: 1,
  maxLength: 60,
});

function counted(list: number[]): Record<string, number> {
  return sumOf(list.map((value) => ({ [bucketOf(scheme, value) ?? '']: 1 })));
}

test('a rank is the better buckets and the better ones of its own', () => {
  fc.assert(
    fc.property(values, (list) => {
      const buckets = counted(list);
      for (const value of list) {
        const own = bucketOf(scheme, value) ?? '';
        const greatest = greatestIn(scheme, own);
        const better = list.filter((other) => other > value && other <= greatest).length;
        const rank = 1 + countAbove(buckets, own) + better;
        expect(rank).toBe(1 + list.filter((other) => other > value).length);
      }
    }),
  );
});

test('the bucket at a place holds the score of that place', () => {
  fc.assert(
    fc.property(values, (list) => {
      const buckets = counted(list);
      const sorted = [...list].sort((a, b) => b - a);
      sorted.forEach((value, index) => {
        const found = bucketAt(buckets, index + 1);
        expect(found?.bucket).toBe(bucketOf(scheme, value));
        const first = sorted.findIndex((other) => bucketOf(scheme, other) === found?.bucket);
        expect(found?.before).toBe(index - first);
      });
      expect(bucketAt(buckets, list.length + 1)).toBeNull();
    }),
  );
});

test('a bucket ends where the next one begins, to the last bit', () => {
  for (const id of [scheme, 'wci-14.2']) {
    for (const bucket of ['b0', 'b1', 'b7', 'b612', 'b999', 'b-3']) {
      const greatest = greatestIn(id, bucket);
      expect(bucketOf(id, greatest)).toBe(bucket);
      expect(bucketOf(id, nextUp(greatest))).not.toBe(bucket);
    }
  }
});

test('the middle is told to the step, and of none there is none', () => {
  expect(medianOf(scheme, counted([10, 20, 30]))).toBeCloseTo(20);
  expect(medianOf(scheme, counted([10, 20]))).toBeCloseTo(15);
  expect(medianOf(scheme, {})).toBeNull();
  expect(sizeOf({ buckets: counted([10, 20]) })).toBe(2);
});

test('stretches hold each bucket once, and tell the same ranks', () => {
  fc.assert(
    fc.property(values, (list) => {
      const buckets = counted(list);
      const stretches = sumOf(
        Object.entries(buckets).map(([bucket, count]) => ({ [stretchOf(bucket)]: count })),
      );
      for (const bucket of Object.keys(buckets)) {
        const stretch = stretchOf(bucket);
        expect(bucketsIn(stretch).filter((one) => one === bucket)).toHaveLength(1);
        const near = bucketsIn(stretch).map((one) => ({ [one]: buckets[one] ?? 0 }));
        const above = countAbove(stretches, stretch) + countAbove(sumOf(near), bucket);
        expect(above).toBe(countAbove(buckets, bucket));
      }
    }),
  );
});
