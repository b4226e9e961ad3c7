import type { LeverChange, PlannedFigures, TargetPlan } from '../../../typings/insights';
import type { Result } from '../../../typings/result';
import { evaluate } from './evaluate';
import { type Figures, figureOf, inputLabel, inputNames } from './figures';
import { levers, withheld } from './levers.data';
import { metricFacts } from './metrics.data';
import { bestMix, type Ground, indexWithin } from './mix';
import { moved, plannedFigures, type Reach, reachesOf, readLimits } from './reach';
import type { QuantityInput, Scheme } from './scheme';
import { prepare } from './score';

const scanSteps = 64;
const scan = Array.from({ length: scanSteps }, (_, index) => (index + 1) / scanSteps);

/**
 * What it would take to reach a target: the smallest change of each lever alone, and a mix.
 * Levers that invite gaming are never offered.
 *
 * @param target a value of the scheme
 * @param limits `LeverLimits`; one on the wrong side of today's figure keeps the lever where it is
 * @returns `invalid` when the record is bad, has no value, or the target or a limit is no number
 */
export function planTarget(
  scheme: Scheme,
  record: unknown,
  target: unknown,
  limits: unknown = {},
): Result<TargetPlan> {
  const prepared = prepare(scheme, record);
  if (!prepared.ok) return prepared;
  const { plan, figures } = prepared.value;
  if (typeof target !== 'number' || !Number.isFinite(target) || target < 0) {
    return invalid('target', '目标须为不小于 0 的数');
  }
  if (scheme.maximum !== null && target >= scheme.maximum) {
    return invalid('target', `目标须小于满分 ${scheme.maximum}`);
  }
  const allowed = readLimits(limits);
  if (!allowed.ok) return allowed;
  const current = evaluate(plan, figures).value;
  if (current === null) return invalid('record', '数据不足，没有指数，请先补齐数据再测算目标');
  const names = new Set(plan.terms.flatMap((step) => step.names));
  const limited = allowed.value;
  const reaches = reachesOf(names, figures, limited);
  const reached = current >= target;
  const ground = { plan, figures, limits: limited };
  const mix = bestMix(ground, reaches, target);
  const single = reached ? [] : singleChanges(ground, reaches, target);
  return {
    ok: true,
    value: {
      scheme: scheme.id,
      current,
      target,
      reached,
      single,
      mix: mix.changes,
      mixReaches: mix.value,
      mixFigures: mix.figures,
      standing: standingOf(figures, [mix.figures, ...single.map((change) => change.figures ?? {})]),
      withheld: withheld.filter((name) => names.has(name)).map((name) => metricFacts[name].label),
      note: reached || reaches.length > 0 ? null : whyNothing(scheme, names),
    },
  };
}

/** A scheme of ready-made parts has no lever at all; under another, each may be at its best or unknown. */
function whyNothing(scheme: Scheme, names: ReadonlySet<QuantityInput>): string {
  if (levers.some(({ metric }) => names.has(metric))) {
    return '能改进的各项都已到限度，或还没有数据，没有办法可列';
  }
  const labels = [...names].map(inputLabel).join('、');
  return `${scheme.name}由${labels}合成，没有可以直接改进的数字；请按算出它们的方案测算`;
}

function standingOf(figures: Figures, planned: PlannedFigures[]): PlannedFigures {
  const changed = new Set(planned.flatMap((one) => Object.keys(one)));
  const standing: PlannedFigures = {};
  for (const name of inputNames) {
    const value = changed.has(name) ? figureOf(figures, name) : null;
    if (value !== null) standing[name] = value;
  }
  return standing;
}

function invalid(field: string, message: string): Result<never> {
  return { ok: false, error: { code: 'invalid', message, fields: { [field]: message } } };
}

function singleChanges(ground: Ground, reaches: Reach[], target: number): LeverChange[] {
  const changes = reaches.map((reach) => singleChange(ground, reach, target));
  changes.sort((a, b) => a.share - b.share || b.change.reaches - a.change.reaches);
  return changes.map(({ change }) => change);
}

function singleChange(
  ground: Ground,
  reach: Reach,
  target: number,
): { share: number; change: LeverChange } {
  const { figures } = ground;
  const { lever, from } = reach;
  const valueAt = (share: number): number => indexWithin(ground, moved(figures, reach, share));
  const share = smallestShare(valueAt, target);
  const after = share === null ? null : moved(figures, reach, share);
  const to = after && figureOf(after, lever.metric);
  const change: LeverChange = {
    metric: lever.metric,
    label: lever.label,
    from,
    to,
    change: to === null ? null : to - from,
    reaches: Math.max(indexWithin(ground, figures), ...scan.map(valueAt)),
    advice: lever.advice,
    figures: after && plannedFigures(figures, after),
  };
  return { share: share ?? Number.POSITIVE_INFINITY, change };
}

/** First share of the way at which the target is reached; the value need not rise all the way. */
function smallestShare(valueAt: (share: number) => number, target: number): number | null {
  const crossing = scan.find((share) => valueAt(share) >= target);
  if (crossing === undefined) return null;
  let low = crossing - 1 / scanSteps;
  let high = crossing;
  for (let round = 0; round < 40; round += 1) {
    const middle = (low + high) / 2;
    if (valueAt(middle) >= target) high = middle;
    else low = middle;
  }
  return high;
}
