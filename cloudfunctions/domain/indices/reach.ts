import type { Result } from '../../../typings/result';
import type { MetricName } from '../../../typings/vocabulary';
import { type Figures, figureOf, placeOf } from './figures';
import { type Lever, levers } from './levers.data';
import { metricFacts } from './metrics.data';

/** Best figure that the user thinks possible, by lever; it replaces the lever's own limit. */
export type LeverLimits = Partial<Record<MetricName, number>>;

/** Limits as a user gives them; `invalid` when one is no lever or no number. */
export function readLimits(given: unknown): Result<LeverLimits> {
  if (given === undefined || given === null) return { ok: true, value: {} };
  const limits: LeverLimits = {};
  const fields: Record<string, string> = {};
  const isObject = typeof given === 'object' && !Array.isArray(given);
  if (!isObject) fields.limits = '须为 { 字段: 数 }';
  for (const [name, limit] of isObject ? Object.entries(given) : []) {
    const lever = levers.find(({ metric }) => metric === name);
    const sound = typeof limit === 'number' && Number.isFinite(limit) && limit >= 0;
    if (lever && sound) limits[lever.metric] = limit;
    else fields[`limits.${name}`] = lever ? '须为不小于 0 的数' : '没有这个办法，不能设限';
  }
  if (Object.keys(fields).length === 0) return { ok: true, value: limits };
  return { ok: false, error: { code: 'invalid', message: '限度有误，请核对', fields } };
}

/** How far a lever may be moved. */
export interface Reach {
  lever: Lever;
  from: number;
  best: number;
}

/** The levers among `names` that have a way to go. */
export function reachesOf(names: Set<string>, figures: Figures, limits: LeverLimits): Reach[] {
  return levers.flatMap((lever) => {
    const from = figureOf(figures, lever.metric);
    if (from === null || !names.has(lever.metric)) return [];
    const best = bestOf(lever, figures, from, limits[lever.metric]);
    if (best === null) return [];
    return (lever.aim === 'more' ? best > from : best < from) ? [{ lever, from, best }] : [];
  });
}

/** A user's limit cannot exceed what the figures allow: no more replies than comments. */
function bestOf(
  { best }: Lever,
  figures: Figures,
  from: number,
  limit: number | undefined,
): number | null {
  if ('to' in best) return limit ?? best.to;
  if ('times' in best) return limit ?? from * best.times;
  const most = figureOf(figures, best.metric);
  return most === null ? null : Math.min(limit ?? most, most);
}

/**
 * The figures with a lever moved a share of its way, whole where figures are whole. Levers that
 * multiply do so with what other levers have made of the figure before.
 */
export function moved(figures: Figures, { lever, from, best }: Reach, share: number): Figures {
  const now = figureOf(figures, lever.metric) ?? from;
  const towards =
    'times' in lever.best ? now * (1 + (best / from - 1) * share) : from + (best - from) * share;
  const to = metricFacts[lever.metric].whole ? wholeTowards(lever, towards) : towards;
  const changed = figures.slice();
  changed[placeOf(lever.metric)] = to;
  for (const name of lever.alongside) {
    const value = figureOf(changed, name);
    if (value === null) continue;
    const follows = 'times' in lever.best ? Math.round((value * to) / now) : Math.max(value, to);
    changed[placeOf(name)] = follows;
  }
  return changed;
}

const wholeTowards = ({ aim }: Lever, value: number): number =>
  aim === 'more' ? Math.ceil(value - 1e-9) : Math.floor(value + 1e-9);
