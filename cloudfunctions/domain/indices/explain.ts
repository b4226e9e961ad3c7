import type { ExplanationNode } from '../../../typings/indices';
import type { Evaluation } from './evaluate';
import { type Figures, figureOf, inputLabel } from './figures';
import { fitSum } from './fit-sum';
import { type GroupStep, isGroupStep, type Plan, type Step, type TermStep } from './plan';
import type { QuantityInput } from './scheme';
import { readTransform } from './transforms';

/**
 * The tree behind a value. A term contributes the share that it has of the weighted sum; under a
 * square that is its Shapley value (docs/schemes/README.md). The children's contributions are
 * fitted so that they add up to their parent's to the last bit.
 */
export function explain(plan: Plan, figures: Figures, evaluation: Evaluation): ExplanationNode {
  const { value, sum } = evaluation;
  const slope = value === null || sum === 0 ? 0 : value / sum;
  const tree = explainStep(plan.root, figures, evaluation, slope);
  tree.effectiveWeight = 1;
  tree.contribution = value ?? 0;
  fitChildren(tree);
  return tree;
}

/** `slope`: how much the score's value moves with the step's own value. */
function explainStep(
  step: Step,
  figures: Figures,
  evaluation: Evaluation,
  slope: number,
): ExplanationNode {
  const effective = evaluation.effective[step.index] ?? 0;
  const transformed = known(evaluation.transformed[step.index]);
  const contribution = slope * (transformed ?? 0);
  if (isGroupStep(step)) {
    const { group, children, scale } = step;
    return {
      key: group.key,
      label: group.label,
      inputs: [],
      quantity: null,
      transformed,
      weight: group.weight,
      effectiveWeight: effective,
      contribution,
      note: groupNote(step, evaluation, transformed),
      children: children.map((child) => {
        const weight = evaluation.effective[child.index] ?? 0;
        return explainStep(child, figures, evaluation, slope * scale * weight);
      }),
    };
  }
  const { term } = step;
  return {
    key: term.key,
    label: term.label,
    inputs: step.names.map((name) => ({ name, value: figureOf(figures, name) })),
    quantity: known(evaluation.quantity[step.index]),
    transformed,
    weight: term.weight,
    effectiveWeight: effective,
    contribution,
    note: transformed === null ? missingNote(step, figures) : readTransform(term.transform),
    children: [],
  };
}

const known = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

function fitChildren(node: ExplanationNode): void {
  const { children } = node;
  if (children.length === 0) return;
  const parts = children.map(({ contribution }) => contribution);
  const fitted = fitSum(parts, node.contribution).parts;
  for (const [index, child] of children.entries()) {
    child.contribution = fitted[index] ?? 0;
    fitChildren(child);
  }
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

function groupNote(
  { index, group, children, valuelessWithoutArticles }: GroupStep,
  { coverage, effective }: Evaluation,
  transformed: number | null,
): string | null {
  const covered = coverage[index] ?? 0;
  if (transformed === null) {
    const insufficient = covered < group.minimum;
    if (valuelessWithoutArticles && !insufficient) return '周期内没有文章，无法评价，按 0 计入';
    const without = children.filter(
      (child) => isGroupStep(child) && (coverage[child.index] ?? 0) < child.group.minimum,
    );
    if (without.length > 0) return `${without.map(stepLabel).join('、')}数据不足，因此没有值`;
    return `数据不足：已知项占权重 ${percent(covered)}，至少须 ${percent(group.minimum)}`;
  }
  const raised = children.some((child) => (effective[child.index] ?? 0) > child.weight + 1e-12);
  if (!raised) return null;
  return `缺项的权重按比例分给其余各项（已知项占 ${percent(covered)}）`;
}

const stepLabel = (step: Step): string => (isGroupStep(step) ? step.group.label : step.term.label);

function missingNote({ names }: TermStep, figures: Figures): string {
  const unknown = names.filter((name) => figureOf(figures, name) === null);
  return unknown.length > 0 ? `缺少${listed(unknown)}` : '基数为 0，无法计算';
}

const listed = (names: QuantityInput[]): string => names.map(inputLabel).join('、');
