import type { ExplanationNode } from '../../../typings/indices';
import type { Evaluation } from './evaluate';
import { at, type Figures, figureOf, inputLabel, knownOf } from './figures';
import { fitSum } from './fit-sum';
import { type GroupStep, isGroupStep, type Plan, type TermStep } from './plan';
import type { QuantityInput } from './scheme';

/**
 * The tree behind a value. A term contributes the share that it has of the weighted sum; under a
 * square that is its Shapley value (docs/schemes/README.md). The children's contributions are
 * fitted so that they add up to their parent's to the last bit.
 */
export function explain(plan: Plan, figures: Figures, evaluation: Evaluation): ExplanationNode {
  const shares = sharesOf(plan, evaluation);
  const nodes = plan.terms.map((step) => termNode(step, figures, evaluation, shares));
  let root = nodes[0];
  for (const step of plan.groups) {
    root = groupNode(step, nodes, evaluation, shares);
    nodes.push(root);
  }
  return root as ExplanationNode;
}

interface Shares {
  contributions: number[];
  /** how much the score moves with the value of a step */
  slopes: number[];
  /** whether a full term is told in points: the score stands, and moves with it evenly */
  isEven: boolean;
}

/** What each step contributes: from the root down, every group shares out its own. */
function sharesOf(
  { root, groups, columns, scheme }: Plan,
  { value, sum, transformed, effective }: Evaluation,
): Shares {
  const contributions = columns.zeros.slice();
  const slopes = columns.zeros.slice();
  const isEven = value !== null && scheme.final.kind === 'identity';
  contributions[root.index] = value ?? 0;
  if (value === null || (sum === 0 && !isEven)) return { contributions, slopes, isEven };
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
  return { contributions, slopes, isEven };
}

function groupNode(
  step: GroupStep,
  nodes: ExplanationNode[],
  evaluation: Evaluation,
  { contributions }: Shares,
): ExplanationNode {
  const { index, key, label, weight } = step;
  const children = nodesAt(nodes, step.places);
  return {
    key,
    label,
    inputs: [],
    quantity: null,
    unit: null,
    transformed: knownOf(evaluation.transformed[index]),
    weight,
    effectiveWeight: at(evaluation.effective, index),
    contribution: at(contributions, index),
    full: fullOf(children),
    note: groupNote(step, evaluation),
    children,
  };
}

function fullOf(nodes: ExplanationNode[]): number | null {
  let sum = 0;
  for (const { full } of nodes) {
    if (full === null) return null;
    sum += full;
  }
  return sum;
}

function nodesAt(nodes: ExplanationNode[], places: number[]): ExplanationNode[] {
  const found: ExplanationNode[] = [];
  for (const place of places) {
    const node = nodes[place];
    if (node) found.push(node);
  }
  return found;
}

function termNode(
  step: TermStep,
  figures: Figures,
  evaluation: Evaluation,
  { contributions, slopes, isEven }: Shares,
): ExplanationNode {
  const { index, key, label, weight, places, unit, greatest } = step;
  const transformed = knownOf(evaluation.transformed[index]);
  return {
    key,
    label,
    inputs: step.names.map((name, input) => ({ name, value: knownOf(figures[at(places, input)]) })),
    quantity: knownOf(evaluation.quantity[index]),
    unit,
    transformed,
    weight,
    effectiveWeight: at(evaluation.effective, index),
    contribution: at(contributions, index),
    full: isEven && greatest !== null ? at(slopes, index) * greatest : null,
    note: transformed === null ? missingNote(step, figures) : step.reading,
    children: [],
  };
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

function missingNote({ names }: TermStep, figures: Figures): string {
  const unknown = names.filter((name) => figureOf(figures, name) === null);
  return unknown.length > 0 ? `缺少${listed(unknown)}` : '基数为 0，无法计算';
}

const listed = (names: QuantityInput[]): string => names.map(inputLabel).join('、');
