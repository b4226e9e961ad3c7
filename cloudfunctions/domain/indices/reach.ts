import type { InputName } from '../../../typings/indices';
import type { PlannedFigures } from '../../../typings/insights';
import type { Result } from '../../../typings/result';
import type { MetricName } from '../../../typings/vocabulary';
import { at, type Figures, figureOf, inputNames, placeOf } from './figures';
import { type Lever, levers } from './levers.data';
import { maxima, metricFacts } from './metrics.data';

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
  /** what moves alongside stops at its own limit, where nothing hangs on it */
  limits: LeverLimits;
}

/** The levers among `names` that have a way to go. */
export function reachesOf(names: Set<string>, figures: Figures, limits: LeverLimits): Reach[] {
  return levers.flatMap((lever) => {
    const from = figureOf(figures, lever.metric);
    if (from === null || !names.has(lever.metric)) return [];
    const best = bestOf(lever, figures, from, limits[lever.metric]);
    // nothing multiplies what is not there
    if (best === null || ('times' in lever.best && from === 0)) return [];
    return (lever.aim === 'more' ? best > from : best < from)
      ? [{ lever, from, best, limits }]
      : [];
  });
}

/**
 * A user's limit cannot exceed what the figures allow: no more replies than comments, no shorter gap
 * than so many articles leave.
 */
function bestOf(
  { best, aim, metric: own }: Lever,
  figures: Figures,
  from: number,
  given: number | undefined,
): number | null {
  const limit = given !== undefined && metricFacts[own].whole ? wholeWithin(aim, given) : given;
  if ('to' in best) return Math.max(limit ?? best.to, best.least?.(figures) ?? 0);
  if ('times' in best) return limit ?? from * best.times;
  const most = figureOf(figures, best.metric);
  return most === null ? null : Math.min(limit ?? most, most);
}

/**
 * The figures with a lever moved a share of its way, whole where figures are whole. Levers that
 * multiply do so with what other levers have made of the figure before.
 */
export function moved(figures: Figures, reach: Reach, share: number): Figures {
  const { lever, from, best, limits } = reach;
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
    changed[placeOf(name)] = Math.min(follows, mostAlongside(name, value, limits));
  }
  return withSoundMaxima(changed, figures);
}

function mostAlongside(name: InputName, value: number, limits: LeverLimits): number {
  const lever = levers.find(({ metric }) => metric === name);
  const limit = lever?.alongside.length === 0 ? limits[lever.metric] : undefined;
  return limit === undefined ? Number.POSITIVE_INFINITY : Math.max(value, Math.floor(limit));
}

const pairs = maxima.map(({ maximum, total }) => ({
  maximum: placeOf(maximum),
  total: placeOf(total),
}));
const articles = placeOf('articles');

/** A maximum that rounding left below the mean, or above the total, is put right. */
function withSoundMaxima(changed: Figures, before: Figures): Figures {
  for (const { maximum, total } of pairs) {
    if (at(changed, total) === at(before, total)) continue;
    const mean = Math.ceil(at(changed, total) / at(changed, articles));
    const sound = Math.min(Math.max(at(changed, maximum), mean), at(changed, total));
    if (!Number.isNaN(sound)) changed[maximum] = sound;
  }
  return changed;
}

/** Whether figures keep the limits that the user set, also where they only moved alongside. */
export function keepsLimits(figures: Figures, before: Figures, limits: LeverLimits): boolean {
  return levers.every(({ metric, aim }) => {
    const limit = limits[metric];
    const now = figureOf(figures, metric);
    if (limit === undefined || now === null || now === figureOf(before, metric)) return true;
    return aim === 'more' ? now <= limit : now >= limit;
  });
}

/** What a plan changes of a record. */
export function plannedFigures(before: Figures, after: Figures): PlannedFigures {
  const changed: [InputName, number][] = inputNames.flatMap((name) => {
    const value = figureOf(after, name);
    return value === null || value === figureOf(before, name) ? [] : [[name, value]];
  });
  return Object.fromEntries(changed);
}

const wholeTowards = ({ aim }: Lever, value: number): number =>
  aim === 'more' ? Math.ceil(value - 1e-9) : Math.floor(value + 1e-9);

const wholeWithin = (aim: Lever['aim'], limit: number): number =>
  aim === 'more' ? Math.floor(limit) : Math.ceil(limit);
