import type { StepLimit } from '../../../typings/lifecycle';
import type { Day } from '../../../typings/vocabulary';

/** Says whether a day is worked: from a calendar that the caller holds. */
export type IsWorkday = (day: Day) => boolean;

const dayLength = 86_400_000;

export function laterDay(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, 10);
}

/**
 * The last day of a limit that starts on `from`: its own day does not count. A limit of no working
 * days ends on the day itself.
 */
export function lastDay(from: Day, { days, unit }: StepLimit, isWorkday: IsWorkday): Day {
  if (unit === 'calendar') return laterDay(from, days);
  let day = from;
  for (let left = days; left > 0; ) {
    day = laterDay(day, 1);
    if (isWorkday(day)) left -= 1;
  }
  return day;
}
