import type { ExplanationNode } from '../../../typings/indices';
import type { Estimates } from './estimates';
import type { Evaluation } from './evaluate';
import { at, type Figures, figureOf, inputLabel, knownOf } from './figures';
import { fitSum } from './fit-sum';
import { type GroupStep, isGroupStep, type Plan, type Step, type TermStep } from './plan';
import type { QuantityInput } from './scheme';

/**
 * The tree behind a value. A term contributes the share that it has of the weighted sum; under a
 * square that is its Shapley value (docs/schemes/README.md). The children's contributions are
 * fitted so that they add up to their parent's to the last bit.
 */
export function explain(
  { plan, figures, estimates }: { plan: Plan; figures: Figures; estimates: Estimates },
  evaluation: Evaluation,
): ExplanationNode {
  const known = { figures, evaluation, shares: sharesOf(plan, evaluation) };
  return nodeOf(plan.root, known, inputsOf(plan, figures, estimates));
}

type Input = ExplanationNode['inputs'][number];

const inputsOf = ({ inputs }: Plan, figures: Figures, estimates: Estimates): Input[] =>
  inputs.map(({ name, place }) =>
    estimates.has(place)
      ? { name, value: knownOf(figures[place]), estimated: true }
      : { name, value: knownOf(figures[place]) },
  );

/** An input is one object of a tree, however many terms it enters. */
function pick(inputs: Input[], places: number[]): Input[] {
  const picked: Input[] = [];
  for (const place of places) {
    const input = inputs[place];
    if (input) picked.push(input);
  }
  return picked;
}

interface Known {
  figures: Figures;
  evaluation: Evaluation;
  shares: Shares;
}

/** Every node is made here, terms and groups alike: who reads a tree meets objects of one shape. */
function nodeOf(step: Step, known: Known, inputs: Input[]): ExplanationNode {
  const { evaluation, shares } = known;
  const { index, key, label, weight, unit } = step;
  const isGroup = isGroupStep(step);
  return {
    key,
    label,
    inputs: isGroup ? [] : pick(inputs, step.inputs),
    quantity: knownOf(evaluation.quantity[index]),
    unit,
    transformed: knownOf(evaluation.transformed[index]),
    weight,
    effectiveWeight: at(evaluation.effective, index),
    contribution: at(shares.contributions, index),
    full: knownOf(shares.full[index]),
    note: isGroup ? groupNote(step, evaluation) : termNote(step, known),
    children: isGroup ? step.children.map((child) => nodeOf(child, known, inputs)) : [],
  };
}

interface Shares {
  contributions: number[];
  /** the most that a step could contribute; NaN where that has no end or is not told */
  full: readonly number[];
}

/** What each step contributes: from the root down, every group shares out its own. */
function sharesOf(plan: Plan, { value, sum, transformed, effective }: Evaluation): Shares {
  const { root, groups, columns, scheme } = plan;
  const contributions = columns.zeros.slice();
  // how much the score moves with the value of a step
  const slopes = columns.zeros.slice();
  contributions[root.index] = value ?? 0;
  // told in points when the score stands, and moves evenly with a term
  const isEven = value !== null && scheme.final.kind === 'identity';
  const unknown = columns.unknown;
  if (value === null || (sum === 0 && !isEven)) return { contributions, full: unknown };
  slopes[root.index] = sum === 0 ? 1 : value / sum;
  for (let place = groups.length - 1; place >= 0; place -= 1) {
    const { index, places, scale } = groups[place] ?? root;
    const slope = at(slopes, index) * scale;
    for (const child of places) {
      const own = slope * at(effective, child);
      const known = at(transformed, child);
      slopes[child] = own;
      if (!Number.isNaN(known)) contributions[child] = own * known;
    }
    if (sum !== 0) fitSum(contributions, places, at(contributions, index));
  }
  return { contributions, full: isEven ? fullOf(plan, slopes) : unknown };
}

function fullOf({ terms, groups, columns }: Plan, slopes: number[]): number[] {
  const full = columns.unknown.slice();
  for (const { index, greatest } of terms) {
    if (greatest !== null) full[index] = at(slopes, index) * greatest;
  }
  for (const { index, places } of groups) {
    let sum = 0;
    for (const place of places) sum += at(full, place);
    full[index] = sum;
  }
  return full;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Chinese: why a group has no value, or how its weights were shared out anew; null when neither. */
export function groupNote(
  { index, minimum, children, valuelessWithoutArticles }: GroupStep,
  { coverage, effective, transformed }: Evaluation,
): string | null {
  const covered = at(coverage, index);
  const isKnown = !Number.isNaN(at(transformed, index));
  if (isKnown && covered === 1) return null;
  if (!isKnown) {
    const insufficient = covered < minimum;
    if (valuelessWithoutArticles && !insufficient) return '周期内没有文章，无法评价，按 0 计入';
    const without = children.filter(
      (child) => isGroupStep(child) && at(coverage, child.index) < child.minimum,
    );
    if (without.length > 0) {
      return `${without.map(({ label }) => label).join('、')}数据不足，因此没有值`;
    }
    return `数据不足：已知项占权重 ${percent(covered)}，至少须 ${percent(minimum)}`;
  }
  const raised = children.some((child) => at(effective, child.index) > child.weight + 1e-12);
  if (!raised) return null;
  return `缺项的权重按比例分给其余各项（已知项占 ${percent(covered)}）`;
}

function termNote(
  { index, names, reading }: TermStep,
  { figures, evaluation }: Known,
): string | null {
  if (!Number.isNaN(at(evaluation.transformed, index))) return reading;
  const unknown = names.filter((name) => figureOf(figures, name) === null);
  return unknown.length > 0 ? `缺少${listed(unknown)}` : '基数为 0，无法计算';
}

const listed = (names: QuantityInput[]): string => names.map(inputLabel).join('、');
