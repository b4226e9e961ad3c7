import type { PlannedFigures, TargetPlan } from '../../../typings/insights';
import { evaluate } from './evaluate';
import { type Figures, figureOf } from './figures';
import type { Plan } from './plan';
import { keepsLimits, type LeverLimits, moved, plannedFigures, type Reach } from './reach';

export interface Mix {
  changes: TargetPlan['mix'];
  value: number;
  figures: PlannedFigures;
}

/** What levers are moved from, and the limits that they keep. */
export interface Ground {
  plan: Plan;
  figures: Figures;
  limits: LeverLimits;
}

/** A lever's way is walked in so many steps. */
const mixSteps = 100;
/** Stops taken at once, besides the next, to pass over a stretch without gain. */
const strides = [10, 30, mixSteps];

/**
 * A mix of levers that reaches a target, or the best that there is. Greedy: it moves the lever that
 * gains most for its effort, where the effort of a lever is the square of the share of its way, so
 * that several small changes are preferred to one heroic one. What was moved too far is taken back.
 */
export function bestMix(ground: Ground, reaches: Reach[], target: number): Mix {
  const { figures } = ground;
  const valueAt = (counts: number[]): number =>
    indexWithin(ground, build(figures, reaches, counts));
  const stops = reaches.map((reach) => stopsOf(reach, figures));
  let counts = reaches.map(() => 0);
  let value = valueAt(counts);
  while (value < target) {
    const best = bestStep(stops, counts, value, valueAt);
    if (!best) break;
    counts = best.next;
    value = best.reached;
  }
  counts = trimmed(counts, Math.min(value, target), valueAt);
  const after = build(figures, reaches, counts);
  return {
    changes: reaches.flatMap((reach) => changeOf(reach, figures, after)),
    value: valueAt(counts),
    figures: plannedFigures(figures, after),
  };
}

/** The steps at which a lever's figure changes: figures are whole, and many a step changes none. */
function stopsOf(reach: Reach, figures: Figures): number[] {
  const { metric } = reach.lever;
  const stops: number[] = [];
  let before = reach.from;
  for (let count = 1; count <= mixSteps; count += 1) {
    const figure = figureOf(moved(figures, reach, count / mixSteps), metric) ?? before;
    if (figure !== before) stops.push(count);
    before = figure;
  }
  return stops;
}

interface Step {
  next: number[];
  reached: number;
}

function bestStep(
  stops: number[][],
  counts: number[],
  value: number,
  valueAt: (counts: number[]) => number,
): Step | null {
  let best: Step | null = null;
  let most = 0;
  for (const [index, count] of counts.entries()) {
    const ahead = (stops[index] ?? []).filter((stop) => stop > count);
    const candidates = new Set([0, ...strides].flatMap((by) => ahead[by] ?? ahead.at(-1) ?? []));
    for (const to of candidates) {
      const next = withCount(counts, index, to);
      const reached = valueAt(next);
      const worth = (reached - value) / (to * to - count * count);
      if (worth <= most) continue;
      most = worth;
      best = { next, reached };
    }
  }
  return best;
}

function trimmed(counts: number[], least: number, valueAt: (counts: number[]) => number): number[] {
  let kept = counts;
  for (const index of counts.keys()) {
    for (let count = kept[index] ?? 0; count > 0; count -= 1) {
      const fewer = withCount(kept, index, count - 1);
      if (valueAt(fewer) < least) break;
      kept = fewer;
    }
  }
  return kept;
}

const withCount = (counts: number[], index: number, count: number): number[] =>
  counts.map((other, at) => (at === index ? count : other));

const build = (figures: Figures, reaches: Reach[], counts: number[]): Figures =>
  reaches.reduce((changed, reach, index) => {
    const count = counts[index] ?? 0;
    return count === 0 ? changed : moved(changed, reach, count / mixSteps);
  }, figures);

function changeOf(
  { lever: { metric, label }, from }: Reach,
  before: Figures,
  after: Figures,
): TargetPlan['mix'] {
  const to = figureOf(after, metric);
  return to === null || to === figureOf(before, metric) ? [] : [{ metric, label, from, to }];
}

/** No value, or a limit broken, is worse than any. */
export function indexWithin({ plan, figures: before, limits }: Ground, figures: Figures): number {
  const value = keepsLimits(figures, before, limits) ? evaluate(plan, figures).value : null;
  return value ?? Number.NEGATIVE_INFINITY;
}
