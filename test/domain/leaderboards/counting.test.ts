import fc from 'fast-check';
import {
  bucketAt,
  countAbove,
  greatestIn,
  stretchOf,
  sumOf,
  valuesOf,
} from '../../../cloudfunctions/domain/leaderboards/counting';
import { nextUp } from '../../../cloudfunctions/domain/leaderboards/rank-key';
import { bucketOf } from '../../../cloudfunctions/domain/submissions/peer-buckets';

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
        const inThere = list.filter((other) => bucketOf(scheme, other) === found?.bucket);
        expect(found?.size).toBe(inThere.length);
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

test('a rank is the better stretches and the better ones of its own', () => {
  fc.assert(
    fc.property(values, (list) => {
      const buckets = counted(list);
      const stretches = sumOf(
        Object.entries(buckets).map(([bucket, count]) => ({ [stretchOf(bucket)]: count })),
      );
      for (const value of list) {
        const own = stretchOf(bucketOf(scheme, value) ?? '');
        const { above, upTo } = valuesOf(scheme, own);
        expect(value > above && value <= upTo).toBe(true);
        const better = list.filter((other) => other > value && other <= upTo).length;
        const rank = 1 + countAbove(stretches, own) + better;
        expect(rank).toBe(1 + list.filter((other) => other > value).length);
      }
    }),
  );
});
