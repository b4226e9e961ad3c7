import fc from 'fast-check';
import { standing } from '../../../cloudfunctions/domain/indices';
import {
  bucketOf,
  type CountedGroup,
  sizeOf,
  standingIn,
} from '../../../cloudfunctions/domain/submissions/peer-buckets';
import type { PeerTraits } from '../../../typings/peers';

const scheme = 'zhengwei-1';
const traits: PeerTraits = { level: 'county', department: 'education', kind: 'subscription' };
const tenth = (value: number): number => Math.round(value * 10) / 10;

function groupOf(id: string, own: PeerTraits, values: number[]): CountedGroup {
  const buckets: Record<string, number> = {};
  for (const value of values) {
    const bucket = bucketOf(scheme, value) ?? '';
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  return { id, ...own, buckets };
}

const scores = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), {
  minLength: 21,
  maxLength: 80,
});

test('counters tell the standing that the rounded values tell', () => {
  fc.assert(
    fc.property(scores, (values) => {
      const [own = 0, ...others] = values;
      const group = groupOf('g', traits, values);
      const counted = { group: 'g', bucket: bucketOf(scheme, own) ?? '' };
      const told = standingIn(scheme, { traits, counted }, [group]);
      const expected = standing(
        { traits, value: tenth(own) },
        others.map((value) => ({ traits, value: tenth(value) })),
      );
      expect(sizeOf(group)).toBe(values.length);
      expect(told.size).toBe(expected.size);
      expect(told.median).toBeCloseTo(expected.median ?? Number.NaN, 6);
      expect(told.percentile).toBeCloseTo(expected.percentile ?? Number.NaN, 6);
    }),
  );
});

test('an account without a score has peers and no percentile', () => {
  const group = groupOf('g', traits, [10, 20, 30]);
  expect(standingIn(scheme, { traits, counted: null }, [group])).toMatchObject({
    size: 3,
    percentile: null,
    median: 20,
  });
});

test('an empty group has no standing to tell', () => {
  expect(standingIn(scheme, { traits, counted: null }, [])).toMatchObject({
    size: 0,
    percentile: null,
    median: null,
  });
});

test('a score that counts in no bucket is null, and 0 counts', () => {
  expect(bucketOf(scheme, null)).toBeNull();
  expect(bucketOf(scheme, 0)).toBe('b0');
  expect(bucketOf('wci-14.2', 1234.4)).toBe('b1234');
});
