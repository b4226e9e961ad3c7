import type { ExplanationNode } from '../../../typings/indices';
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
export function explain(plan: Plan, figures: Figures, evaluation: Evaluation): ExplanationNode {
  const { value, sum } = evaluation;
  const contributions = plan.zeroColumn.slice();
  contributions[plan.root.index] = value ?? 0;
  if (value !== null && sum !== 0) share(plan.root, value / sum, evaluation, contributions);
  return explainGroup(plan.root, 1, figures, evaluation, contributions);
}

/** Shares a group's contribution out; `slope` is how much the score moves with the group's value. */
function share(
  { children, scale, index }: GroupStep,
  slope: number,
  evaluation: Evaluation,
  contributions: number[],
): void {
  const { transformed, effective } = evaluation;
  const parts: number[] = [];
  for (const child of children) {
    const value = at(transformed, child.index);
    const weight = effective[child.index] ?? 0;
    parts.push(Number.isNaN(value) ? 0 : slope * scale * weight * value);
  }
  const fitted = fitSum(parts, contributions[index] ?? 0).parts;
  for (let place = 0; place < children.length; place += 1) {
    const child = children[place];
    if (!child) continue;
    contributions[child.index] = fitted[place] ?? 0;
    if (!isGroupStep(child)) continue;
    share(child, slope * scale * (effective[child.index] ?? 0), evaluation, contributions);
  }
}

function explainGroup(
  step: GroupStep,
  effectiveWeight: number,
  figures: Figures,
  evaluation: Evaluation,
  contributions: number[],
): ExplanationNode {
  const { group, index } = step;
  const children: ExplanationNode[] = [];
  for (const child of step.children) {
    const weight = evaluation.effective[child.index] ?? 0;
    children.push(
      isGroupStep(child)
        ? explainGroup(child, weight, figures, evaluation, contributions)
        : explainTerm(child, weight, figures, evaluation, contributions),
    );
  }
  return {
    key: group.key,
    label: group.label,
    inputs: [],
    quantity: null,
    transformed: knownOf(evaluation.transformed[index]),
    weight: group.weight,
    effectiveWeight,
    contribution: contributions[index] ?? 0,
    note: groupNote(step, evaluation),
    children,
  };
}

function explainTerm(
  step: TermStep,
  effectiveWeight: number,
  figures: Figures,
  evaluation: Evaluation,
  contributions: number[],
): ExplanationNode {
  const { term, index } = step;
  const transformed = knownOf(evaluation.transformed[index]);
  return {
    key: term.key,
    label: term.label,
    inputs: inputsOf(step, figures),
    quantity: knownOf(evaluation.quantity[index]),
    transformed,
    weight: term.weight,
    effectiveWeight,
    contribution: contributions[index] ?? 0,
    note: transformed === null ? missingNote(step, figures) : step.reading,
    children: [],
  };
}

function inputsOf({ names, places }: TermStep, figures: Figures): ExplanationNode['inputs'] {
  const inputs: ExplanationNode['inputs'] = [];
  for (let index = 0; index < names.length; index += 1) {
    const name = names[index];
    if (name) inputs.push({ name, value: knownOf(at(figures, places[index] ?? -1)) });
  }
  return inputs;
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;

/** Chinese: why a group has no value, or how its weights were shared out anew; null when neither. */
export function groupNote(
  { index, group, children, valuelessWithoutArticles }: GroupStep,
  { coverage, effective, transformed }: Evaluation,
): string | null {
  const covered = coverage[index] ?? 0;
  const isKnown = knownOf(transformed[index]) !== null;
  if (isKnown && covered === 1) return null;
  if (!isKnown) {
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
