/** A count over what it was counted over: `value × over` is the count. */
export interface Rate {
  value: number;
  /** days, articles, thousands of reads, … */
  over: number;
}

/** Null when either is unknown, or over nothing. */
export function rateOf(count: number | null, over: number | null): Rate | null {
  return count === null || over === null || over === 0 ? null : { value: count / over, over };
}
