import type { TargetPlan } from '../../../typings/insights';
import { evaluate } from './evaluate';
import { type Figures, figureOf } from './figures';
import type { Plan } from './plan';
import { moved, type Reach } from './reach';

export interface Mix {
  changes: TargetPlan['mix'];
  value: number;
}

/** A lever's way is walked in so many steps. */
const mixSteps = 100;

/**
 * A mix of levers that reaches a target, or the best that there is. Greedy: step by step it moves
 * the lever that gains most for its effort, where the effort of a lever is the square of the share
 * of its way, so that several small changes are preferred to one heroic one.
 */
export function bestMix(plan: Plan, figures: Figures, reaches: Reach[], target: number): Mix {
  let counts = reaches.map(() => 0);
  let value = indexOf(plan, figures);
  while (value < target) {
    const steps = counts.flatMap((count, index) => {
      if (count >= mixSteps) return [];
      const next = counts.map((other, at) => (at === index ? other + 1 : other));
      const reached = indexOf(plan, build(figures, reaches, next));
      return [{ next, reached, worth: (reached - value) / (2 * count + 1) }];
    });
    const best = steps.reduce<(typeof steps)[number] | null>(
      (most, step) => (step.worth > (most?.worth ?? 0) ? step : most),
      null,
    );
    if (!best) break;
    counts = best.next;
    value = best.reached;
  }
  const after = build(figures, reaches, counts);
  return { changes: reaches.flatMap((reach) => changeOf(reach, figures, after)), value };
}

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

/** No value is worse than any. */
export const indexOf = (plan: Plan, figures: Figures): number =>
  evaluate(plan, figures).value ?? Number.NEGATIVE_INFINITY;
