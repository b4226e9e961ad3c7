import { dayNumber } from './days';
import type { FieldReader } from './fields';
import { daysIndex, type Figures } from './figures';
import type { Span } from './items';
import { type Period, parsePeriod } from './periods';

const longestDays = 3660;

/**
 * The days that a record speaks of, from `period`, `through` and `days`, with their true number put
 * among the figures. A running period is cut at `through`, so that no day to come counts.
 */
export function readSpan(
  given: Record<string, unknown>,
  figures: Figures,
  fields: FieldReader,
): Span | null {
  const period = readPeriod(given.period, fields);
  const span = period && cutAt(period, given.through, fields);
  const own = span ? daysOf(span) : undefined;
  if (!period && given.through !== undefined && given.through !== null) {
    fields.fault('through', '写了截至日就须写 period');
  }
  const days = given.days ?? own;
  if (days === undefined) return span;
  if (typeof days !== 'number' || !Number.isInteger(days) || days < 1 || days > longestDays) {
    fields.fault('days', `须为周期的天数，1 至 ${longestDays} 的整数`);
  } else if (span && days !== own) {
    fields.fault('days', `与周期不符：${span.from} 至 ${span.to} 共 ${own} 天`);
  } else {
    figures[daysIndex] = days;
  }
  return span;
}

function readPeriod(given: unknown, fields: FieldReader): Period | null {
  if (given === undefined || given === null) return null;
  const parsed = typeof given === 'string' ? parsePeriod(given) : null;
  if (parsed?.ok) return parsed.value;
  fields.fault('period', parsed ? parsed.error.message : '须为文字，如 2026-11');
  return null;
}

function cutAt(period: Period, through: unknown, fields: FieldReader): Span | Period {
  const { from, to } = period;
  if (through === undefined || through === null) return period;
  if (typeof through !== 'string' || dayNumber(through) === null) {
    fields.fault('through', '须为日期，如 2026-11-20');
  } else if (through < from || through > to) {
    fields.fault('through', `不在周期 ${from} 至 ${to} 之内`);
  } else {
    return { from, to: through };
  }
  return { from, to };
}

const daysOf = (span: Span | Period): number =>
  'days' in span ? span.days : (dayNumber(span.to) ?? 0) - (dayNumber(span.from) ?? 0) + 1;
