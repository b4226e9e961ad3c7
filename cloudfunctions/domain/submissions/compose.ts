import type { ScoringRecord } from '../../../typings/indices';
import type { Composition } from '../../../typings/overview';
import type { Figure, Figures } from '../../../typings/submission';
import type { Day, MetricName, PeriodId, PeriodKind } from '../../../typings/vocabulary';
import { type Period, parsePeriod, periodLabel } from '../indices';
import { composing, type Joining } from './composing.data';
import { type Filed, scoringRecord } from './scoring';

/** The figures of one period, as filed or as put together. */
export interface FiledOrComposed extends Filed {
  composedOf?: Composition;
}

const monthsIn: Partial<Record<PeriodKind, number>> = { quarter: 3, year: 12 };

/** Of a quarter's or year's months so many must be filed, or it would speak for what nobody saw. */
const leastShare = 0.6;

/** The months that a quarter or a year is made of, oldest first; none of any other kind. */
export function monthsOf({ kind, from }: Period): PeriodId[] {
  const [year = 0, first = 1] = from.split('-').map(Number);
  return Array.from({ length: monthsIn[kind] ?? 0 }, (_, index) =>
    [year, String(first + index).padStart(2, '0')].join('-'),
  );
}

/**
 * A quarter or a year put together from its months: counts add up, the best article is the best of
 * all, states are those of the last month, and what cannot be told from months (a median, a gap over
 * the edge of a month) is unknown. A count that one of the months does not know is unknown as well; one
 * that a month estimates is an estimate.
 * Months that are missing are left out of the days, and named.
 *
 * @param months figures filed by the month, in any order; others than the period's are ignored
 * @returns null when fewer than 60 % of the months are there
 */
export function compose(
  period: Period,
  months: readonly FiledOrComposed[],
): FiledOrComposed | null {
  const wanted = monthsOf(period);
  const filed = wanted.flatMap((id) => months.find((month) => month.period === id) ?? []);
  if (wanted.length === 0 || filed.length < leastShare * wanted.length) return null;
  const names = Object.keys(composing) as MetricName[];
  const figures: Figures = {};
  for (const name of names) {
    const figure = joined(
      composing[name],
      filed.map((month) => month.figures[name]),
    );
    if (figure) figures[name] = figure;
  }
  const held = filed.map(({ period: id }) => id);
  const missing = wanted.filter((id) => !held.includes(id));
  return { period: period.id, figures, composedOf: { months: held, missing, days: daysOf(filed) } };
}

/** Figures as the index engine takes them; of a period put together, over the days of its months. */
export function recordOf({ composedOf, ...filed }: FiledOrComposed): ScoringRecord {
  const record = scoringRecord(filed);
  if (!composedOf) return record;
  const { period: _, ...rest } = record;
  return { ...rest, days: composedOf.days };
}

/** How a period put together is to be read, in a sentence. */
export function compositionText({ months, missing }: Composition): string {
  const named = (ids: PeriodId[]) => ids.map(monthLabel).join('、');
  const gap = missing.length > 0 ? `，缺${named(missing)}` : '';
  return `由各月合成（${months.length} 个月${gap}）：次数相加，关注人数等取最后一个月，回复时长中位数与最长停更天数无法由各月得出，按未知计`;
}

function monthLabel(id: PeriodId): string {
  const period = parsePeriod(id);
  return period.ok ? periodLabel(period.value) : id;
}

/** Of a month that was filed while it ran, the days so far. */
function daysOf(months: Filed[]): number {
  return months.reduce((sum, { period: id, through }) => {
    const period = parsePeriod(id);
    if (!period.ok) return sum;
    const { to, days } = period.value;
    return sum + (through === undefined ? days : days - dateOf(to) + dateOf(through));
  }, 0);
}

const dateOf = (day: Day): number => Number(day.slice(8));

const joins: Record<Exclude<Joining, 'unknown'>, (values: number[]) => number> = {
  sum: (values) => values.reduce((sum, value) => sum + value, 0),
  greatest: (values) => Math.max(...values),
  last: (values) => values.at(-1) ?? 0,
};

function joined(how: Joining, figures: (Figure | undefined)[]): Figure | null {
  const newest = figures.at(-1);
  if (how === 'unknown' || !newest) return null;
  const taken = how === 'last' ? [newest] : figures;
  const values = taken.flatMap((figure) => figure?.value ?? []);
  const isOneMeasure = taken.every((figure) => figure?.measure === newest.measure);
  if (values.length < taken.length || !isOneMeasure) return null;
  const { measure, source, asOf } = newest;
  const isEstimate = taken.some((figure) => figure?.estimated);
  return {
    value: joins[how](values),
    measure,
    source,
    asOf,
    ...(isEstimate && { estimated: true }),
  };
}
