import calendar from 'chinese-days/dist/chinese-days.json';
import type { Day } from '../../typings/vocabulary';

const holidays = new Set(Object.keys(calendar.holidays));
const madeUp = new Set(Object.keys(calendar.workdays));
const sunday = 0;
const saturday = 6;

/** The last year whose holidays the State Council had announced when the data package was made. */
export const calendarUntil = Math.max(...[...holidays].map((day) => Number(day.slice(0, 4))));

/**
 * Whether a day is a working day in China: public holidays and the weekend days worked in their
 * stead, from a maintained data package; later than `calendarUntil`, Monday to Friday.
 */
export function isWorkday(day: Day): boolean {
  if (madeUp.has(day)) return true;
  if (holidays.has(day)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== sunday && weekday !== saturday;
}
