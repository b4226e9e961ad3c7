import type { Band, Spread } from '../../../typings/supervision';
import { findScheme } from '../indices';
import { bucketAt, medianOf } from '../leaderboards/counting';
import { type Buckets, sizeOf, valueIn } from '../submissions/peer-buckets';

/** Of fewer accounts no median is told: one account would be seen through it. */
export const leastAccounts = 5;

const bandCount = 5;
/** Schemes without a maximum: WCI of government accounts lies mostly under this. */
const openMaximum = 1500;

/** The 97.5 % point of the normal distribution. */
const z = 1.959964;

/**
 * Median and its distribution-free 95 % interval between order statistics (normal approximation of
 * the binomial ranks; Conover, Practical Nonparametric Statistics, §3.2), to the bucket's step; null
 * of fewer than five accounts.
 */
export function spreadOf(scheme: string, buckets: Buckets): Spread | null {
  const size = sizeOf({ buckets });
  const median = medianOf(scheme, buckets);
  if (size < leastAccounts || median === null) return null;
  const half = (z * Math.sqrt(size)) / 2;
  const at = (rank: number) => {
    const found = bucketAt(buckets, Math.min(size, Math.max(1, Math.round(rank))));
    return found ? valueIn(scheme, found.bucket) : median;
  };
  // Places are counted from the greatest value down.
  return { median, high: at(size / 2 - half), low: at(1 + size / 2 + half) };
}

/** How many accounts lie in each fifth of the scheme's scale, now and before. */
export function bandsOf(scheme: string, now: Buckets, before: Buckets): Band[] {
  const found = findScheme(scheme);
  const maximum = found.ok ? found.value.maximum : null;
  const width = (maximum ?? openMaximum) / bandCount;
  const counts = [now, before].map((buckets) => {
    const bands = new Array<number>(bandCount).fill(0);
    for (const [bucket, count] of Object.entries(buckets)) {
      const band = Math.min(bandCount - 1, Math.floor(valueIn(scheme, bucket) / width));
      bands[band] = (bands[band] ?? 0) + count;
    }
    return bands;
  });
  return Array.from({ length: bandCount }, (_, band) => ({
    from: band * width,
    to: band === bandCount - 1 ? maximum : (band + 1) * width,
    accounts: counts[0]?.[band] ?? 0,
    previous: counts[1]?.[band] ?? 0,
  }));
}

/** How many rose, fell, or stayed within half a bucket. */
export function changesOf(growth: Buckets): { up: number; level: number; down: number } {
  const changes = { up: 0, level: 0, down: 0 };
  for (const [bucket, count] of Object.entries(growth)) {
    const steps = Number(bucket.slice(1));
    changes[steps > 0 ? 'up' : steps < 0 ? 'down' : 'level'] += count;
  }
  return changes;
}
