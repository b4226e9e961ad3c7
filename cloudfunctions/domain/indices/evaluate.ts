import { at, type Figures, placeOf } from './figures';
import { type GroupStep, isGroupStep, type Plan, type Step } from './plan';
import { writeQuantities } from './quantities';
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
  coverage: readonly number[];
  /** weight as used among its siblings */
  effective: readonly number[];
}

const articles = placeOf('articles');

/** Evaluates checked figures; see docs/schemes/README.md for the rules of missing terms. */
export function evaluate(plan: Plan, figures: Figures): Evaluation {
  const { groups, columns, root, scheme } = plan;
  const operands = plan.operands.of(figures);
  const quantity = columns.unknown.slice();
  const transformed = columns.unknown.slice();
  writeQuantities(plan.quantities, operands, quantity);
  for (const write of plan.transforms) write({ figures, operands, quantity }, transformed);
  for (const group of groups) transformed[group.index] = weightedSum(group, transformed);
  const evaluation: Evaluation = {
    value: null,
    sum: Number.NaN,
    quantity,
    transformed,
    coverage: columns.ones,
    effective: columns.weights,
  };
  // one unknown term is enough for a sum to be none
  const isComplete = !Number.isNaN(at(transformed, root.index)) && figures[articles] !== 0;
  if (!isComplete) evaluateGaps(plan, figures, evaluation);
  evaluation.sum = at(transformed, root.index);
  const value = finalValue(scheme.final, evaluation.sum);
  evaluation.value = Number.isNaN(value) ? null : value;
  return evaluation;
}

export function finalValue(final: FinalTransform, sum: number): number {
  return final.kind === 'square' ? sum ** 2 * final.factor : sum;
}

function weightedSum({ places, weights, scale }: GroupStep, transformed: number[]): number {
  let sum = 0;
  let child = 0;
  for (const place of places) {
    sum += at(weights, child) * at(transformed, place);
    child += 1;
  }
  return sum * scale;
}

/** The groups where a term is unknown, or the period has no articles. */
function evaluateGaps({ terms, groups, columns }: Plan, figures: Figures, all: Evaluation): void {
  const { transformed } = all;
  const coverage = columns.ones.slice();
  const effective = columns.weights.slice();
  all.coverage = coverage;
  all.effective = effective;
  for (const { index } of terms) if (Number.isNaN(at(transformed, index))) coverage[index] = 0;
  for (const group of groups) {
    let covered = 0;
    for (const { index, weight } of group.children) covered += weight * at(coverage, index);
    const isWhole = covered === group.total;
    coverage[group.index] = isWhole ? 1 : Math.round((covered / group.total) * 1e12) / 1e12;
    const silent = group.valuelessWithoutArticles && figures[articles] === 0;
    const value = silent ? Number.NaN : weightedSum(group, transformed);
    transformed[group.index] = Number.isNaN(value)
      ? withoutTheUnknown(group, figures, { transformed, effective, silent })
      : value;
  }
}

/** The weighted mean of the known, when they carry enough of the weight; NaN otherwise. */
function withoutTheUnknown(
  { children, total, minimum, scale }: GroupStep,
  figures: Figures,
  known: { transformed: number[]; effective: number[]; silent: boolean },
): number {
  const { transformed, effective, silent } = known;
  const counting = children.filter((child) => counts(child, figures, transformed));
  let carried = 0;
  for (const { weight } of counting) carried += weight;
  for (const { index } of children) effective[index] = 0;
  const enough = carried / total >= minimum - 1e-12;
  if (!enough || silent || carried === 0) return Number.NaN;
  const raise = carried === total ? 1 : total / carried;
  let sum = 0;
  for (const { index, weight } of counting) {
    const value = at(transformed, index);
    effective[index] = weight * raise;
    if (!Number.isNaN(value)) sum += at(effective, index) * value;
  }
  return sum * scale;
}

/** A part without value in a period without articles keeps its weight and counts 0. */
function counts(child: Step, figures: Figures, transformed: number[]): boolean {
  if (!Number.isNaN(transformed[child.index])) return true;
  return isGroupStep(child) && child.valuelessWithoutArticles && figures[articles] === 0;
}
