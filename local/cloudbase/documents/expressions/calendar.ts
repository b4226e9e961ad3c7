import { offsetAt } from './timezones';

export const day = 86_400_000;

/** The parts of a moment as a zone's clocks and calendar show them. */
export interface CalendarParts {
  year: number;
  month: number;
  dayOfMonth: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  /** 1 is Sunday */
  dayOfWeek: number;
  dayOfYear: number;
  /** weeks begin on Sunday; the days before the year's first Sunday are week 0 */
  week: number;
  /** 1 is Monday */
  isoDayOfWeek: number;
  isoWeek: number;
  isoWeekYear: number;
  offsetMinutes: number;
}

export function calendarParts(date: Date, zone: string): CalendarParts {
  const offsetMinutes = offsetAt(date.getTime(), zone);
  const local = new Date(date.getTime() + offsetMinutes * 60_000);
  const year = local.getUTCFullYear();
  const midnight = Date.UTC(year, local.getUTCMonth(), local.getUTCDate());
  const dayOfYear = Math.round((midnight - startOfYear(year)) / day) + 1;
  const weekday = local.getUTCDay();
  const isoDayOfWeek = weekday === 0 ? 7 : weekday;
  const thursday = new Date(midnight + (4 - isoDayOfWeek) * day);
  const isoWeekYear = thursday.getUTCFullYear();
  return {
    year,
    month: local.getUTCMonth() + 1,
    dayOfMonth: local.getUTCDate(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
    millisecond: local.getUTCMilliseconds(),
    dayOfWeek: weekday + 1,
    dayOfYear,
    week: Math.floor((dayOfYear + 6 - weekday) / 7),
    isoDayOfWeek,
    isoWeek: Math.floor((thursday.getTime() - startOfYear(isoWeekYear)) / day / 7) + 1,
    isoWeekYear,
    offsetMinutes,
  };
}

/** Midnight of a day told by ISO week, as UTC's clocks would show it. */
export function isoWeekStart(year: number, week: number, isoDay: number): number {
  const fourth = Date.UTC(2000, 0, 4) + (startOfYear(year) - startOfYear(2000));
  const weekday = new Date(fourth).getUTCDay() || 7;
  return fourth + ((week - 1) * 7 + isoDay - weekday) * day;
}

/** Unlike `Date.UTC`, right for the years 0 to 99 too. */
export function startOfYear(year: number): number {
  return new Date(0).setUTCFullYear(year, 0, 1);
}
