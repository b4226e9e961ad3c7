import { type Buckets, sizeOf } from '../submissions/peer-buckets';

/**
 * Figures of a histogram of whole numbers (an index in steps of its scale). Sums are whole and go by
 * ascending value, so that the order in which accounts were counted makes no difference.
 */
function ascending(buckets: Buckets): { value: number; count: number }[] {
  return Object.entries(buckets)
    .map(([bucket, count]) => ({ value: Number(bucket.slice(1)), count }))
    .sort((a, b) => a.value - b.value);
}

export function sumOfValues(buckets: Buckets): number {
  return ascending(buckets).reduce((sum, { value, count }) => sum + value * count, 0);
}

/**
 * The least value that at least a share of the values does not exceed: definition 1 of Hyndman & Fan,
 * The American Statistician 50 (1996). Null of none.
 */
export function quantile(buckets: Buckets, share: number): number | null {
  const rank = Math.max(1, Math.ceil(sizeOf({ buckets }) * share));
  let below = 0;
  for (const { value, count } of ascending(buckets)) {
    below += count;
    if (below >= rank) return value;
  }
  return null;
}

/** Gini coefficient of values that are not negative: 0 when all are equal; null without a positive sum. */
export function gini(buckets: Buckets): number | null {
  const size = sizeOf({ buckets });
  const total = sumOfValues(buckets);
  if (total <= 0) return null;
  let below = 0;
  let weighted = 0;
  for (const { value, count } of ascending(buckets)) {
    // Sum of the ranks below+1 … below+count.
    weighted += value * (count * below + (count * (count + 1)) / 2);
    below += count;
  }
  return (2 * weighted) / (size * total) - (size + 1) / size;
}

/** Share of the sum that the best tenth (its number rounded up) has; null without a positive sum. */
export function topTenthShare(buckets: Buckets): number | null {
  const total = sumOfValues(buckets);
  if (total <= 0) return null;
  let left = Math.ceil(sizeOf({ buckets }) / 10);
  let sum = 0;
  for (const { value, count } of ascending(buckets).reverse()) {
    const taken = Math.min(left, count);
    sum += taken * value;
    left -= taken;
  }
  return sum / total;
}

export interface Theil {
  total: number;
  between: number;
  within: number;
}

/**
 * Theil's T and its exact split into what lies between groups and within them (H. Theil, Economics and
 * Information Theory, 1967). A value of 0 adds nothing; null without a positive sum.
 */
export function theil(groups: readonly Buckets[]): Theil | null {
  const parts = groups.map((buckets) => ({ size: sizeOf({ buckets }), sum: sumOfValues(buckets) }));
  const size = parts.reduce((all, part) => all + part.size, 0);
  const sum = parts.reduce((all, part) => all + part.sum, 0);
  if (sum <= 0) return null;
  const mean = sum / size;
  const entropy = (value: number, count: number) =>
    value > 0 ? ((count * value) / sum) * Math.log(value / mean) : 0;
  const between = parts.reduce((all, part) => all + entropy(part.sum / part.size, part.size), 0);
  const all = ascending(unionOf(groups));
  const total = all.reduce((sum, { value, count }) => sum + entropy(value, count), 0);
  return { total, between, within: total - between };
}

function unionOf(groups: readonly Buckets[]): Buckets {
  const union: Buckets = {};
  for (const buckets of groups) {
    for (const [bucket, count] of Object.entries(buckets)) {
      union[bucket] = (union[bucket] ?? 0) + count;
    }
  }
  return union;
}
