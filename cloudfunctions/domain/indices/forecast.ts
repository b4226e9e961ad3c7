import { medianSorted } from 'simple-statistics';
import type { ScoringItem, ScoringRecord } from '../../../typings/indices';
import type { Forecast } from '../../../typings/insights';
import { dayAt, dayNumber, shanghaiDay } from './days';
import type { Period } from './periods';

/** A past period: what stood after as many days as have run now, and what it came to. */
export interface PastPeriod {
  soFar: number;
  final: number;
}

const usualLevel = 0.8;

export interface ForecastOptions {
  /** share of periods that the interval should cover */
  level?: number;
  /** past periods of accounts like this one, for an account with too few of its own */
  peers?: readonly PastPeriod[];
}

/**
 * The running period's final value from what stands so far. The point is the value so far plus the
 * median of what past periods still gained; the interval is conformal: its half-width is the
 * ⌈(n+1)·level⌉-th smallest past error, each period's gain against the median of the others, so that
 * it covers with about `level` whenever past and running periods are exchangeable (Vovk et al. 2005;
 * Lei et al. 2018). An account with too few periods of its own borrows those of its peers.
 *
 * @returns null with too few past periods for the level (four for 80 %), the peers' included
 */
export function forecast(
  soFar: number,
  past: readonly PastPeriod[],
  { level = usualLevel, peers = [] }: ForecastOptions = {},
): Forecast | null {
  const borrows = !isEnoughPast(past, level);
  const known = borrows ? [...past, ...peers] : past;
  const rank = rankOf(known, level);
  if (known.length === 0 || rank > known.length) return null;
  const gains = known.map((period) => period.final - period.soFar);
  const errors = gains
    .map((gain, index) => Math.abs(gain - median(gains.filter((_, other) => other !== index))))
    .sort((a, b) => a - b);
  const value = soFar + median(gains);
  const half = errors[rank - 1] ?? 0;
  return {
    value: Math.max(0, value),
    interval: [Math.max(0, value - half), value + half],
    level,
    calibratedOn: known.length,
    borrowed: borrows ? peers.length : 0,
  };
}

/** Whether an account's own past periods make an interval of the level, so that it borrows none. */
export const isEnoughPast = (past: readonly PastPeriod[], level = usualLevel): boolean =>
  rankOf(past, level) <= past.length;

const rankOf = (past: readonly PastPeriod[], level: number): number =>
  Math.ceil((past.length + 1) * level);

const median = (values: number[]): number =>
  values.length === 0 ? 0 : medianSorted([...values].sort((a, b) => a - b));

/**
 * A record as it stood after the period's first days: articles published by then alone, and the
 * days so far. Figures that do not come from articles stay, so cut them alike in every period.
 */
export function recordSoFar(
  record: ScoringRecord,
  { id, from }: Period,
  elapsedDays: number,
): ScoringRecord {
  const first = dayNumber(from) ?? 0;
  const published = ({ publishedAt }: ScoringItem): boolean => {
    const day = publishedAt === undefined ? null : shanghaiDay(publishedAt);
    return day !== null && (dayNumber(day) ?? 0) - first < elapsedDays;
  };
  const through = dayAt(first + elapsedDays - 1);
  const items = (record.items ?? []).filter(published);
  return { ...record, period: id, through, days: elapsedDays, items };
}
