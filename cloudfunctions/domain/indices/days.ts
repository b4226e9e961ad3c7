import type { Day, Instant } from '../../../typings/vocabulary';

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const millisecondsADay = 86_400_000;
const shanghaiOffset = 8 * 3_600_000;

/** Days since 1970-01-01, or null when `day` is no day of the calendar between 2000 and 2199. */
export function dayNumber(day: string): number | null {
  const match = shape.exec(day);
  if (!match) return null;
  const year = Number(match[1]);
  if (year < 2000 || year > 2199) return null;
  const number = Date.UTC(year, Number(match[2]) - 1, Number(match[3])) / millisecondsADay;
  return dayAt(number) === day ? number : null;
}

/** Whether it is a day of any calendar year, such as one before there were official accounts. */
export const isCalendarDay = (day: string): boolean =>
  shape.test(day) && new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day;

export function dayAt(number: number): Day {
  return new Date(number * millisecondsADay).toISOString().slice(0, 10);
}

/** Number of a day that is known to be one, such as a period's bound. */
export function dayNumberOf(year: number, month: number, date: number): number {
  return Date.UTC(year, month - 1, date) / millisecondsADay;
}

/**
 * The Shanghai day of a moment as people and exports write it: `2026-11-03`, `2026-11-03 18:30`,
 * or an instant with its offset, `2026-11-03T10:30:00Z`. Null when it is none of these.
 */
export function shanghaiDay(moment: string): Day | null {
  const instant = /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:?\d{2})$/.test(moment);
  if (!instant) {
    const day = /^(\d{4}-\d{2}-\d{2})(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(
      moment,
    )?.[1];
    return day !== undefined && dayNumber(day) !== null ? day : null;
  }
  if (Number.isNaN(Date.parse(moment))) return null;
  const day = dayOfInstant(moment);
  return dayNumber(day) === null ? null : day;
}

/** The Shanghai day that an instant, such as `2026-11-25T16:30:00.000Z`, falls on. */
export function dayOfInstant(instant: Instant): Day {
  return new Date(Date.parse(instant) + shanghaiOffset).toISOString().slice(0, 10);
}
