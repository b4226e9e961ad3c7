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

/**
 * The shortest that 最长未发布天数 can be: each article fills one day at most, and the days without
 * any fall into one stretch more than there are days of publishing. Without articles it is every day.
 */
export const shortestGap = (articles: number, days: number): number =>
  Math.max(0, Math.ceil((days - articles) / (articles + 1)));

/** The most that it can be: every day without articles, else all but one. */
export const greatestGap = (articles: number, days: number): number =>
  articles > 0 ? days - 1 : days;
