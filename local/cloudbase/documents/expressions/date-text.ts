import { refused } from '../errors';
import { type CalendarParts, calendarParts, isoWeekStart } from './calendar';
import { fromLocal } from './timezones';

export const isoFormat = '%Y-%m-%dT%H:%M:%S.%LZ';

function padded(
  width: number,
  pick: (parts: CalendarParts) => number,
): (parts: CalendarParts) => string {
  return (parts) => String(pick(parts)).padStart(width, '0');
}

function offsetText({ offsetMinutes }: CalendarParts): string {
  const minutes = Math.abs(offsetMinutes);
  const hours = String(Math.floor(minutes / 60)).padStart(2, '0');
  return `${offsetMinutes < 0 ? '-' : '+'}${hours}${String(minutes % 60).padStart(2, '0')}`;
}

const writers: Record<string, (parts: CalendarParts) => string> = {
  d: padded(2, ({ dayOfMonth }) => dayOfMonth),
  G: padded(4, ({ isoWeekYear }) => isoWeekYear),
  H: padded(2, ({ hour }) => hour),
  j: padded(3, ({ dayOfYear }) => dayOfYear),
  L: padded(3, ({ millisecond }) => millisecond),
  m: padded(2, ({ month }) => month),
  M: padded(2, ({ minute }) => minute),
  S: padded(2, ({ second }) => second),
  w: padded(1, ({ dayOfWeek }) => dayOfWeek),
  u: padded(1, ({ isoDayOfWeek }) => isoDayOfWeek),
  U: padded(2, ({ week }) => week),
  V: padded(2, ({ isoWeek }) => isoWeek),
  Y: padded(4, ({ year }) => year),
  z: offsetText,
  Z: ({ offsetMinutes }) =>
    `${offsetMinutes < 0 ? '-' : '+'}${String(Math.abs(offsetMinutes)).padStart(3, '0')}`,
  '%': () => '%',
};

/** Writes a date by a format of `%Y`, `%m` and the like. @throws ServiceError naming an unknown sign */
export function formatDate(date: Date, format: string, zone: string): string {
  const parts = calendarParts(date, zone);
  return format.replace(/%(.?)/gs, (sign, letter: string) => {
    const write = Object.hasOwn(writers, letter) ? writers[letter] : undefined;
    if (!write) throw refused(`Invalid format character '${sign}' in format string`);
    return write(parts);
  });
}

const signs: Record<string, [name: string, pattern: string]> = {
  d: ['day', '\\d{1,2}'],
  G: ['isoYear', '\\d{4}'],
  H: ['hour', '\\d{1,2}'],
  L: ['millisecond', '\\d{1,3}'],
  m: ['month', '\\d{1,2}'],
  M: ['minute', '\\d{1,2}'],
  S: ['second', '\\d{1,2}'],
  u: ['isoDay', '\\d'],
  V: ['isoWeek', '\\d{1,2}'],
  Y: ['year', '\\d{4}'],
  z: ['zone', 'Z|[+-]\\d{2}:?\\d{2}'],
};

const commonForm =
  /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?:[T ](?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<millisecond>\d{1,9}))?)?)?\s*(?<zone>Z|[+-]\d{2}(?::?\d{2})?)?$/;

/** Reads a date by a format, or in ISO 8601's forms without one. @throws ServiceError when it cannot be read */
export function parseDate(text: string, format: string | undefined, zone: string): Date {
  const pattern = format === undefined ? commonForm : patternOf(format);
  const { groups } = pattern.exec(text.trim()) ?? {};
  if (!groups) throw refused(`Error parsing date string '${text}'`);
  const { isoYear, isoWeek = '1', isoDay = '1' } = groups;
  const { year = '1970', month = '1', day = '1', hour = '0', minute = '0', second = '0' } = groups;
  const midnight =
    isoYear === undefined
      ? new Date(0).setUTCFullYear(Number(year), Number(month) - 1, Number(day))
      : isoWeekStart(Number(isoYear), Number(isoWeek), Number(isoDay));
  const readBack = new Date(midnight);
  const shifted =
    isoYear === undefined &&
    (readBack.getUTCMonth() !== Number(month) - 1 || readBack.getUTCDate() !== Number(day));
  if (shifted || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) {
    throw refused(`Error parsing date string '${text}'`);
  }
  const clock = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  const local =
    midnight + clock * 1000 + Number((groups.millisecond ?? '0').padEnd(3, '0').slice(0, 3));
  return new Date(fromLocal(local, groups.zone ?? zone));
}

function patternOf(format: string): RegExp {
  const source = format.replace(
    /%(.?)|[\\^$.*+?()[\]{}|/-]/gs,
    (sign, letter: string | undefined) => {
      if (letter === undefined) return `\\${sign}`;
      if (letter === '%') return '%';
      const known = Object.hasOwn(signs, letter) ? signs[letter] : undefined;
      if (!known) throw refused(`Invalid format character '${sign}' in format string`);
      return `(?<${known[0]}>${known[1]})`;
    },
  );
  return new RegExp(`^${source}$`);
}
