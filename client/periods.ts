import type { Day, PeriodId } from '../typings/vocabulary';

const digits = (value: number) => String(value).padStart(2, '0');

/** 2026-11 → 2026年11月; 2026-W47 → 2026年第47周; 2026-Q4 → 2026年第4季度; a custom one by its days. */
export function periodLabel(period: PeriodId): string {
  const [first = '', last] = period.split('..');
  if (last) return `${longDayLabel(first)}至${dayLabel(last, first)}`;
  const [year, rest] = period.split('-');
  if (!rest) return `${year}年`;
  if (rest.startsWith('W')) return `${year}年第${Number(rest.slice(1))}周`;
  if (rest.startsWith('Q')) return `${year}年第${rest.slice(1)}季度`;
  return `${year}年${Number(rest)}月`;
}

/** The same without what is plain from its neighbours: 11月, 第47周. */
export function shortPeriodLabel(period: PeriodId): string {
  const label = periodLabel(period);
  return /^\d+年.+$/.test(label) ? label.replace(/^\d+年/, '') : label;
}

/** 2026-11-24 → 11月24日; 2025年11月24日 when read in another year. */
export function dayLabel(day: Day, today: Day = dayAt(Date.now())): string {
  const long = longDayLabel(day);
  return day.slice(0, 4) === today.slice(0, 4) ? long.slice(5) : long;
}

/** 2026-11-24 → 2026年11月24日 */
export function longDayLabel(day: Day): string {
  const [year, month, date] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** An instant as a day and minute in Asia/Shanghai: 11月24日 20:05; with its year when read in another. */
export function instantLabel(instant: string, today?: Day): string {
  const local = shanghai(Date.parse(instant));
  return `${dayLabel(dayOf(local), today)} ${digits(local.getUTCHours())}:${digits(local.getUTCMinutes())}`;
}

/** The day in Asia/Shanghai at a given time (milliseconds since 1970). */
export function dayAt(now: number): Day {
  return dayOf(shanghai(now));
}

/** The months that figures can be given for, newest first, this running month included. */
export function recentMonths(today: Day, count: number): PeriodId[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, back) => {
    const index = year * 12 + month - 1 - back;
    return `${Math.floor(index / 12)}-${digits((index % 12) + 1)}`;
  });
}

/** The quarters that have begun, newest first. */
export function recentQuarters(today: Day, count: number): PeriodId[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  return Array.from({ length: count }, (_, back) => {
    const index = year * 4 + Math.floor((month - 1) / 3) - back;
    return `${Math.floor(index / 4)}-Q${(index % 4) + 1}`;
  });
}

export function recentYears(today: Day, count: number): PeriodId[] {
  return Array.from({ length: count }, (_, back) => String(Number(today.slice(0, 4)) - back));
}

const dayLength = 86_400_000;

/** The first day of a year's week 1, the week with 4 January in it; weeks run Sunday to Saturday. */
function firstWeek(year: number): number {
  const fourth = Date.UTC(year, 0, 4);
  return fourth - new Date(fourth).getUTCDay() * dayLength;
}

/** Weeks from Sunday to Saturday as published boards count them, newest first, with their days. */
export function recentWeeks(today: Day, count: number): { id: PeriodId; from: Day; to: Day }[] {
  const now = Date.parse(today);
  const sunday = now - new Date(now).getUTCDay() * dayLength;
  return Array.from({ length: count }, (_, back) => {
    const first = sunday - back * 7 * dayLength;
    const year = new Date(first + 3 * dayLength).getUTCFullYear();
    const week = Math.round((first - firstWeek(year)) / (7 * dayLength)) + 1;
    const last = first + 6 * dayLength;
    return {
      id: `${year}-W${digits(week)}`,
      from: dayOf(new Date(first)),
      to: dayOf(new Date(last)),
    };
  });
}

/** The last complete month: what people come to file. */
export function lastMonth(today: Day): PeriodId {
  const [, previous = ''] = recentMonths(today, 2);
  return previous;
}

function shanghai(now: number): Date {
  return new Date(now + 8 * 3_600_000);
}

function dayOf(local: Date): Day {
  return local.toISOString().slice(0, 10);
}
