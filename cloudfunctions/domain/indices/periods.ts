import type { Result } from '../../../typings/result';
import type { Day, PeriodId, PeriodKind } from '../../../typings/vocabulary';
import { dayAt, dayNumber, dayNumberOf } from './days';

export type { PeriodKind };

/** Published boards count Sunday to Saturday; ISO 8601 counts Monday to Sunday. */
export type WeekRule = 'sunday' | 'iso';

export interface Period {
  id: PeriodId;
  kind: PeriodKind;
  /** first day */
  from: Day;
  /** last day, included */
  to: Day;
  /** true number of days */
  days: number;
}

type Bounds = { first: number; last: number };

const longestCustom = 3660;

/**
 * First day of week 1. Week 1 is the week with at least four days in the year, that is, with
 * 4 January in it: ISO 8601 for Monday weeks, the same rule (as in MMWR weeks) for Sunday ones.
 */
function firstWeek(year: number, rule: WeekRule): number {
  const fourth = dayNumberOf(year, 1, 4);
  // 1970-01-01 was a Thursday
  const sinceSunday = (fourth + 4) % 7;
  return fourth - (rule === 'sunday' ? sinceSunday : (sinceSunday + 6) % 7);
}

/** A board's records speak of few periods, hundreds of thousands of times. */
const mostRemembered = 1000;

/** The same function of a period's id, which answers the same id with what it found before. */
function remembered(
  find: (id: string, week?: WeekRule) => Result<Period>,
): (id: string, week?: WeekRule) => Result<Period> {
  const found = {
    sunday: new Map<string, Result<Period>>(),
    iso: new Map<string, Result<Period>>(),
  };
  return (id, week = 'sunday') => {
    const known = found[week];
    let result = known.get(id);
    if (!result) {
      result = find(id, week);
      if (known.size >= mostRemembered) known.clear();
      known.set(id, result);
    }
    return result;
  };
}

interface Format {
  kind: PeriodKind;
  shape: RegExp;
  bounds(parts: number[], rule: WeekRule): Bounds | null;
}

const months = (year: number, month: number, count: number): Bounds => ({
  first: dayNumberOf(year, month, 1),
  last: dayNumberOf(year, month + count, 1) - 1,
});

const formats: Format[] = [
  {
    kind: 'week',
    shape: /^(\d{4})-W(\d{2})$/,
    bounds: ([year = 0, week = 0], rule) => {
      const first = firstWeek(year, rule) + (week - 1) * 7;
      const within = week >= 1 && first < firstWeek(year + 1, rule);
      return within ? { first, last: first + 6 } : null;
    },
  },
  {
    kind: 'month',
    shape: /^(\d{4})-(\d{2})$/,
    bounds: ([year = 0, month = 0]) => (month >= 1 && month <= 12 ? months(year, month, 1) : null),
  },
  {
    kind: 'quarter',
    shape: /^(\d{4})-Q([1-4])$/,
    bounds: ([year = 0, quarter = 0]) => months(year, quarter * 3 - 2, 3),
  },
  { kind: 'year', shape: /^(\d{4})$/, bounds: ([year = 0]) => months(year, 1, 12) },
];

/**
 * Reads `2026-W47`, `2026-11`, `2026-Q4`, `2026` or `2026-11-01..2026-11-20`.
 *
 * @returns the period with its true bounds, or `invalid` for anything else, week 53 of a year that
 * has 52 and a custom period that ends before it begins among them.
 */
export const parsePeriod = remembered((id: string, week: WeekRule = 'sunday'): Result<Period> => {
  for (const { kind, shape, bounds } of formats) {
    const match = shape.exec(id);
    if (!match) continue;
    const parts = match.slice(1).map(Number);
    const found = (parts[0] ?? 0) >= 2000 && (parts[0] ?? 0) < 2200 ? bounds(parts, week) : null;
    return found ? { ok: true, value: period(id, kind, found) } : invalid(id);
  }
  return parseCustom(id);
});

function parseCustom(id: string): Result<Period> {
  const [from = '', to = '', ...rest] = id.split('..');
  const first = dayNumber(from);
  const last = dayNumber(to);
  if (rest.length > 0 || first === null || last === null) return invalid(id);
  if (last < first || last - first >= longestCustom) return invalid(id);
  return { ok: true, value: period(id, 'custom', { first, last }) };
}

function period(id: PeriodId, kind: PeriodKind, { first, last }: Bounds): Period {
  return { id, kind, from: dayAt(first), to: dayAt(last), days: last - first + 1 };
}

function invalid(id: string): Result<never> {
  const message = `周期“${id.slice(0, 40)}”无法识别，请写成 2026-W47、2026-11、2026-Q4、2026 或 2026-11-01..2026-11-20`;
  return { ok: false, error: { code: 'invalid', message, fields: { period: message } } };
}

/** The period of a kind that a day falls in; `invalid` when `day` is no day. */
export function periodOf(
  day: Day,
  kind: Exclude<PeriodKind, 'custom'>,
  week: WeekRule = 'sunday',
): Result<Period> {
  const number = dayNumber(day);
  if (number === null) return invalid(day);
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const ids: Record<typeof kind, () => PeriodId> = {
    week: () => weekId(number, year, week),
    month: () => day.slice(0, 7),
    quarter: () => `${year}-Q${Math.ceil(month / 3)}`,
    year: () => `${year}`,
  };
  return parsePeriod(ids[kind](), week);
}

function weekId(number: number, year: number, rule: WeekRule): PeriodId {
  const owner = [year + 1, year, year - 1].find(
    (candidate) => firstWeek(candidate, rule) <= number,
  );
  const weekYear = owner ?? year;
  const week = Math.floor((number - firstWeek(weekYear, rule)) / 7) + 1;
  return `${weekYear}-W${String(week).padStart(2, '0')}`;
}

/** The period just before; for a custom one, as many days before it. */
export const previousPeriod = remembered(
  (id: PeriodId, week: WeekRule = 'sunday'): Result<Period> => {
    const parsed = parsePeriod(id, week);
    if (!parsed.ok) return parsed;
    const before = (dayNumber(parsed.value.from) ?? 0) - 1;
    const { kind, days } = parsed.value;
    if (kind !== 'custom') return periodOf(dayAt(before), kind, week);
    return parsePeriod(`${dayAt(before - days + 1)}..${dayAt(before)}`, week);
  },
);

/** The period just after; for a custom one, as many days after it. */
export const nextPeriod = remembered((id: PeriodId, week: WeekRule = 'sunday'): Result<Period> => {
  const parsed = parsePeriod(id, week);
  if (!parsed.ok) return parsed;
  const after = (dayNumber(parsed.value.to) ?? 0) + 1;
  const { kind, days } = parsed.value;
  if (kind !== 'custom') return periodOf(dayAt(after), kind, week);
  return parsePeriod(`${dayAt(after)}..${dayAt(after + days - 1)}`, week);
});

/** `2026年11月`, `2026年第47周`, … for screens. The id must be a valid one. */
export function periodLabel({ id, kind, from, to }: Period): string {
  const year = `${id.slice(0, 4)}年`;
  const labels: Record<PeriodKind, string> = {
    week: `${year}第${Number(id.slice(6))}周`,
    month: `${year}${Number(id.slice(5))}月`,
    quarter: `${year}第${id.slice(6)}季度`,
    year,
    custom: `${from}至${to}`,
  };
  return labels[kind];
}
