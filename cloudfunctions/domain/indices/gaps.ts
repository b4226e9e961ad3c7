import type { Day } from '../../../typings/vocabulary';
import { dayNumber } from './days';

/**
 * 最长未发布天数: the longest run of days, from `from` to `to`, on which nothing was published. Days
 * outside are ignored; daily publishing gives 0, and no publishing at all gives every day.
 */
export function longestGap(published: readonly Day[], from: Day, to: Day): number {
  const first = dayNumber(from) ?? 0;
  const last = dayNumber(to) ?? first;
  const numbers = published
    .map((day) => dayNumber(day) ?? Number.NaN)
    .filter((number) => number >= first && number <= last)
    .sort((a, b) => a - b);
  let longest = 0;
  let previous = first - 1;
  for (const number of [...numbers, last + 1]) {
    longest = Math.max(longest, number - previous - 1);
    previous = number;
  }
  return longest;
}
