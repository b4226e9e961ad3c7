import { at, type Figures, placeOf } from './figures';
import { type GroupStep, isGroupStep, type Plan, type Step, type TermStep } from './plan';
import type { FinalTransform } from './scheme';

/**
 * A scheme's value for one set of figures, with a column for each thing known of a step, by the
 * step's index. NaN is no value. Flat, so that a search may evaluate thousands of times.
 */
export interface Evaluation {
  /** null under the coverage minimum */
  value: number | null;
  /** the root's weighted sum, before the final transform */
  sum: number;
  quantity: number[];
  transformed: number[];
  /** share of the step's weight whose terms are known */
  coverage: number[];
  /** weight as used among its siblings */
  effective: number[];
}

const articles = placeOf('articles');

/** Evaluates checked figures; see docs/schemes/README.md for the rules of missing terms. */
export function evaluate(plan: Plan, figures: Figures): Evaluation {
  const { unknownColumn, zeroColumn } = plan;
  const evaluation: Evaluation = {
    value: null,
    sum: Number.NaN,
    quantity: unknownColumn.slice(),
    transformed: unknownColumn.slice(),
    coverage: zeroColumn.slice(),
    effective: zeroColumn.slice(),
  };
  evaluation.sum = evaluateGroup(plan.root, figures, evaluation);
  const value = finalValue(plan.scheme.final, evaluation.sum);
  evaluation.value = Number.isNaN(value) ? null : value;
  return evaluation;
}

export function finalValue(final: FinalTransform, sum: number): number {
  return final.kind === 'square' ? sum ** 2 * final.factor : sum;
}

/** Adds up as it goes, as if all were known; what is not so is mended by `withoutTheUnknown`. */
function evaluateGroup(step: GroupStep, figures: Figures, evaluation: Evaluation): number {
  const { children, total, index, scale } = step;
  const { coverage, effective } = evaluation;
  let covered = 0;
  let sum = 0;
  let complete = true;
  for (const child of children) {
    const value = isGroupStep(child)
      ? evaluateGroup(child, figures, evaluation)
      : evaluateTerm(child, figures, evaluation);
    const { weight } = child;
    covered += weight * (coverage[child.index] ?? 0);
    if (Number.isNaN(value)) complete = false;
    effective[child.index] = weight;
    sum += weight * value;
  }
  const isWhole = covered === total;
  coverage[index] = isWhole ? 1 : Math.round((covered / total) * 1e12) / 1e12;
  const silent = step.valuelessWithoutArticles && figures[articles] === 0;
  const value =
    complete && !silent ? sum * scale : withoutTheUnknown(step, figures, evaluation, silent);
  evaluation.transformed[index] = value;
  return value;
}

/** The weighted mean of the known, when they carry enough of the weight; NaN otherwise. */
function withoutTheUnknown(
  step: GroupStep,
  figures: Figures,
  { transformed, effective }: Evaluation,
  silent: boolean,
): number {
  const counting = step.children.filter((child) => counts(child, figures, transformed));
  let known = 0;
  for (const { weight } of counting) known += weight;
  for (const child of step.children) effective[child.index] = 0;
  const enough = known / step.total >= step.group.minimum - 1e-12;
  if (!enough || silent || known === 0) return Number.NaN;
  const raise = known === step.total ? 1 : step.total / known;
  let sum = 0;
  for (const child of counting) {
    const value = at(transformed, child.index);
    const weight = child.weight * raise;
    effective[child.index] = weight;
    if (!Number.isNaN(value)) sum += weight * value;
  }
  return sum * step.scale;
}

/** A part without value in a period without articles keeps its weight and counts 0. */
function counts(child: Step, figures: Figures, transformed: number[]): boolean {
  if (!Number.isNaN(transformed[child.index])) return true;
  return isGroupStep(child) && child.valuelessWithoutArticles && figures[articles] === 0;
}

function evaluateTerm(step: TermStep, figures: Figures, evaluation: Evaluation): number {
  const { index } = step;
  const quantity = step.quantity(figures);
  const value = step.transform(quantity, figures);
  evaluation.quantity[index] = quantity;
  evaluation.transformed[index] = value;
  if (!Number.isNaN(value)) evaluation.coverage[index] = 1;
  return value;
}
