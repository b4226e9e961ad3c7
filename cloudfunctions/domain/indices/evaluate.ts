import { daysIndex, type Figures, placeOf } from './figures';
import { type GroupStep, isGroupStep, type Plan, type Step, type TermStep } from './plan';
import type { FinalTransform, Quantity } from './scheme';

/**
 * A scheme's value for one set of figures, with a column for each thing known of a step, by the
 * step's index. NaN is no value. Flat, so that a search may evaluate thousands of times.
 */
export interface Evaluation {
  /** null under the coverage minimum */
  value: number | null;
  /** the root's weighted sum, before the final transform */
  sum: number;
  quantity: Float64Array;
  transformed: Float64Array;
  /** share of the step's weight whose terms are known */
  coverage: Float64Array;
  /** weight as used among its siblings */
  effective: Float64Array;
}

const articles = placeOf('articles');

/** Evaluates checked figures; see docs/schemes/README.md for the rules of missing terms. */
export function evaluate(plan: Plan, figures: Figures): Evaluation {
  const { size } = plan;
  const evaluation: Evaluation = {
    value: null,
    sum: Number.NaN,
    quantity: new Float64Array(size).fill(Number.NaN),
    transformed: new Float64Array(size),
    coverage: new Float64Array(size),
    effective: new Float64Array(size),
  };
  evaluateGroup(plan.root, figures, evaluation);
  evaluation.sum = evaluation.transformed[plan.root.index] ?? Number.NaN;
  const value = finalValue(plan.scheme.final, evaluation.sum);
  evaluation.value = Number.isNaN(value) ? null : value;
  return evaluation;
}

export function finalValue(final: FinalTransform, sum: number): number {
  return final.kind === 'square' ? sum ** 2 * final.factor : sum;
}

function evaluateStep(step: Step, figures: Figures, evaluation: Evaluation): void {
  if (isGroupStep(step)) evaluateGroup(step, figures, evaluation);
  else evaluateTerm(step, figures, evaluation);
}

function evaluateGroup(step: GroupStep, figures: Figures, evaluation: Evaluation): void {
  const { children, total } = step;
  const { transformed, coverage, effective } = evaluation;
  let known = 0;
  let covered = 0;
  for (const child of children) {
    evaluateStep(child, figures, evaluation);
    covered += child.weight * (coverage[child.index] ?? 0);
    if (counts(child, figures, transformed)) known += child.weight;
  }
  coverage[step.index] = Math.round((covered / total) * 1e12) / 1e12;
  const enough = known / total >= step.group.minimum - 1e-12;
  const silent = step.valuelessWithoutArticles && figures[articles] === 0;
  if (!enough || silent || known === 0) {
    transformed[step.index] = Number.NaN;
    return;
  }
  const raise = known === total ? 1 : total / known;
  let sum = 0;
  for (const child of children) {
    const value = transformed[child.index] ?? Number.NaN;
    if (!counts(child, figures, transformed)) continue;
    const weight = child.weight * raise;
    effective[child.index] = weight;
    if (!Number.isNaN(value)) sum += weight * value;
  }
  transformed[step.index] = sum * step.scale;
}

/** A part without value in a period without articles keeps its weight and counts 0. */
function counts(child: Step, figures: Figures, transformed: Float64Array): boolean {
  if (!Number.isNaN(transformed[child.index])) return true;
  return isGroupStep(child) && child.valuelessWithoutArticles && figures[articles] === 0;
}

function evaluateTerm(step: TermStep, figures: Figures, evaluation: Evaluation): void {
  const of = sumOf(step.of, figures);
  let over = 1;
  for (const factor of step.over) over *= sumOf(factor, figures);
  const quantity = quotient(step.term.quantity, of, over);
  evaluation.quantity[step.index] = quantity;
  const value = step.transform(quantity, of, over, figures[daysIndex] ?? Number.NaN);
  evaluation.transformed[step.index] = value;
  evaluation.coverage[step.index] = Number.isNaN(value) ? 0 : 1;
}

function sumOf(places: number[], figures: Figures): number {
  let sum = 0;
  for (const place of places) sum += figures[place] ?? Number.NaN;
  return sum;
}

function quotient({ round, times = 1, whenEmpty }: Quantity, of: number, over: number): number {
  if (over === 0) return of === 0 && whenEmpty === 0 ? 0 : Number.NaN;
  const ratio = of / over;
  if (round === 'tenth') return (Math.round(ratio * 10) / 10) * times;
  if (round === 'floor') return Math.floor(ratio) * times;
  return ratio * times;
}
