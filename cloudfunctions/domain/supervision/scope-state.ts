import type { Band } from '../../../typings/supervision';
import { findScheme } from '../indices';
import { startOf } from '../leaderboards/counting';
import { nextDown } from '../leaderboards/rank-key';
import { type Buckets, valueIn } from '../submissions/peer-buckets';

/** Of fewer accounts no median is told: one account would be seen through it. */
export const leastAccounts = 5;

const bandCount = 5;
/** Schemes without a maximum: WCI of government accounts lies mostly under this. */
const openMaximum = 1500;

/** The 97.5 % point of the normal distribution. */
const z = 1.959964;

/**
 * Ranks whose values are the ends of the median's distribution-free 95 % interval (normal approximation
 * of the binomial ranks; Conover, Practical Nonparametric Statistics, §3.2), from the greatest value
 * down; null of fewer than five accounts.
 */
export function medianRanks(size: number): { high: number; low: number } | null {
  if (size < leastAccounts) return null;
  const half = (z * Math.sqrt(size)) / 2;
  const within = (rank: number) => Math.min(size, Math.max(1, Math.round(rank)));
  return { high: within(size / 2 - half), low: within(1 + size / 2 + half) };
}

/** How many accounts lie in each fifth of the scheme's scale, now and before, by stretches of it. */
export function bandsOf(scheme: string, now: Buckets, before: Buckets): Band[] {
  const found = findScheme(scheme);
  const maximum = found.ok ? found.value.maximum : null;
  const width = (maximum ?? openMaximum) / bandCount;
  const counts = [now, before].map((stretches) => {
    const bands = new Array<number>(bandCount).fill(0);
    for (const [stretch, count] of Object.entries(stretches)) {
      const band = Math.floor((startOf(scheme, stretch) + valueIn(scheme, 'b1') / 2) / width);
      const own = Math.min(bandCount - 1, Math.max(0, band));
      bands[own] = (bands[own] ?? 0) + count;
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

/** Growth within half a bucket is none: greater than `fell`, and not greater than `rose`. */
export function levelGrowth(scheme: string): { fell: number; rose: number } {
  const half = valueIn(scheme, 'b1') / 2;
  return { fell: nextDown(-half), rose: nextDown(half) };
}
