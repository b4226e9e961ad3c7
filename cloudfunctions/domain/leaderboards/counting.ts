import type { BoardMeasure } from '../../../typings/leaderboards';
import { type Buckets, bucketOf, sizeOf, valueIn } from '../submissions/peer-buckets';
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

/** The buckets of a stretch. */
export function bucketsIn(stretch: string): string[] {
  const first = order(stretch) * stretchLength;
  return Array.from({ length: stretchLength }, (_, step) => `b${first + step}`);
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
 * The bucket, or the stretch, that holds the score at a place of the order, and how many are before it
 * in there.
 */
export function bucketAt(
  buckets: Buckets,
  place: number,
): { bucket: string; before: number } | null {
  let above = 0;
  const sorted = Object.entries(buckets).sort(([a], [b]) => order(b) - order(a));
  for (const [bucket, count] of sorted) {
    if (place <= above + count) return { bucket, before: place - above - 1 };
    above += count;
  }
  return null;
}

/** The value at the middle, to the bucket's step; null of none. */
export function medianOf(scheme: string, buckets: Buckets): number | null {
  const size = sizeOf({ buckets });
  const lower = bucketAt(buckets, Math.ceil((size + 1) / 2));
  const upper = bucketAt(buckets, Math.floor((size + 1) / 2));
  if (!lower || !upper) return null;
  return (valueIn(scheme, lower.bucket) + valueIn(scheme, upper.bucket)) / 2;
}

/** The greatest value that a bucket takes: `bucketOf` of the next one up is another. */
export function greatestIn(scheme: string, bucket: string): number {
  let value = valueIn(scheme, bucket) + valueIn(scheme, 'b1') / 2;
  while (order(bucketOf(scheme, value) ?? bucket) > order(bucket)) value = nextDown(value);
  while (bucketOf(scheme, nextUp(value)) === bucket) value = nextUp(value);
  return value;
}
