import type { BoardMeasure } from '../../../typings/leaderboards';
import { type Buckets, bucketOf, valueIn } from '../submissions/peer-buckets';
import { nextDown, nextUp } from './rank-key';

/** The values of a score that boards order by; null stands on no board of that measure. */
export type BoardValues = Record<BoardMeasure, number | null>;

export const measures: readonly BoardMeasure[] = [
  'index',
  'dissemination',
  'service',
  'interaction',
  'growth',
];

const order = (bucket: string): number => Number(bucket.slice(1));

/** Buckets of several cells as one. */
export function sumOf(list: readonly Buckets[]): Buckets {
  const sum: Buckets = {};
  for (const buckets of list) {
    for (const [bucket, count] of Object.entries(buckets)) {
      sum[bucket] = (sum[bucket] ?? 0) + count;
    }
  }
  return sum;
}

const stretchLength = 20;

/** The stretch of twenty buckets that a bucket lies in, as the key of a document's field. */
export function stretchOf(bucket: string): string {
  return `s${Math.floor(order(bucket) / stretchLength)}`;
}

/** The value at which a stretch starts, to half a bucket. */
export function startOf(scheme: string, stretch: string): number {
  return valueIn(scheme, `b${order(stretch) * stretchLength}`);
}

/** The values that a stretch takes: up to the greatest, and above that of the next stretch down. */
export function valuesOf(scheme: string, stretch: string): { above: number; upTo: number } {
  const first = order(stretch) * stretchLength;
  return {
    above: greatestIn(scheme, `b${first - 1}`),
    upTo: greatestIn(scheme, `b${first + stretchLength - 1}`),
  };
}

/** How many scores lie in better buckets, or in better stretches. */
export function countAbove(buckets: Buckets, bucket: string): number {
  const own = order(bucket);
  return Object.entries(buckets).reduce(
    (sum, [other, count]) => (order(other) > own ? sum + count : sum),
    0,
  );
}

/**
 * The bucket, or the stretch, that holds the score at a place of the order, how many are before it in
 * there, and how many are in there.
 */
export function bucketAt(
  buckets: Buckets,
  place: number,
): { bucket: string; before: number; size: number } | null {
  let above = 0;
  const sorted = Object.entries(buckets).sort(([a], [b]) => order(b) - order(a));
  for (const [bucket, count] of sorted) {
    if (place <= above + count) return { bucket, before: place - above - 1, size: count };
    above += count;
  }
  return null;
}

/** The greatest value that a bucket takes: `bucketOf` of the next one up is another. */
export function greatestIn(scheme: string, bucket: string): number {
  let value = valueIn(scheme, bucket) + valueIn(scheme, 'b1') / 2;
  while (order(bucketOf(scheme, value) ?? bucket) > order(bucket)) value = nextDown(value);
  while (bucketOf(scheme, nextUp(value)) === bucket) value = nextUp(value);
  return value;
}
