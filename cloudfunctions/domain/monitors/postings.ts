import type { Day } from '../../../typings/vocabulary';
import { dayNumber } from '../indices/days';
import { longestGap } from '../indices/gaps';

export interface Postings {
  /** longest run of days without a post, period edges included */
  longestGapDays: number;
  /** days on which more than the standard's days had passed without a post */
  daysBelow: number;
}

/**
 * How steadily something was published between two days, both included; days outside do not count.
 * What was published before the first day is not known, so the count starts anew there.
 */
export function postingsOf(
  published: readonly Day[],
  { from, to }: { from: Day; to: Day },
  standardDays: number,
): Postings {
  const days = [...new Set(published)].filter((day) => day >= from && day <= to).sort();
  const edges = [numberOf(from) - 1, ...days.map(numberOf), numberOf(to) + 1];
  const silent = edges.slice(1).map((day, index) => day - (edges[index] ?? day) - 1);
  return {
    longestGapDays: longestGap(days, from, to),
    daysBelow: silent.reduce((sum, gap) => sum + Math.max(0, gap - standardDays), 0),
  };
}

function numberOf(day: Day): number {
  return dayNumber(day) ?? 0;
}
