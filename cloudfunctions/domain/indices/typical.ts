/** Where most of some numbers lie. */
export interface Typical {
  centre: number;
  /** robust, to be read as a standard deviation */
  spread: number;
  size: number;
}

/** How often a number occurs. */
export type Counted = [value: number, count: number];

/**
 * Median, and spread by the median absolute deviation. Where more than half of the numbers are one and
 * the same, as comments that nobody makes, that deviation is 0 and would make anything an outlier: the
 * mean absolute deviation stands in for it.
 * Source: Iglewicz & Hoaglin, How to Detect and Handle Outliers (1993); factors for a normal distribution.
 *
 * @returns null of no number
 */
export function typicalOf(numbers: readonly Counted[]): Typical | null {
  const size = numbers.reduce((sum, [, count]) => sum + count, 0);
  if (size === 0) return null;
  const centre = medianOf(numbers, size);
  const deviations = numbers.map(([value, count]): Counted => [Math.abs(value - centre), count]);
  const mean = deviations.reduce((sum, [value, count]) => sum + value * count, 0) / size;
  const spread = medianOf(deviations, size) * 1.4826 || mean * 1.2533;
  return { centre, spread, size };
}

function medianOf(numbers: readonly Counted[], size: number): number {
  const sorted = [...numbers].sort(([a], [b]) => a - b);
  const at = (place: number): number => {
    let passed = 0;
    for (const [value, count] of sorted) {
      passed += count;
      if (place < passed) return value;
    }
    return Number.NaN;
  };
  return (at(Math.floor((size - 1) / 2)) + at(Math.floor(size / 2))) / 2;
}
