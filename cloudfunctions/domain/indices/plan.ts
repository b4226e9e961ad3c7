import { daysIndex, placeOf } from './figures';
import {
  type Group,
  isGroup,
  type QuantityInput,
  type Scheme,
  type SchemeNode,
  type Term,
} from './scheme';
import { type Compiled, compileTransform } from './transforms';

interface StepBase {
  /** place in `Plan.steps` and in an evaluation's columns */
  index: number;
  weight: number;
}

/** A term with its names turned into places. */
export interface TermStep extends StepBase {
  term: Term;
  /** every input of the term, once */
  names: QuantityInput[];
  of: number[];
  over: number[][];
  transform: Compiled;
}

export interface GroupStep extends StepBase {
  group: Group;
  children: Step[];
  /** sum of the children's weights */
  total: number;
  scale: number;
  /** has no value in a period without articles, and counts 0 */
  valuelessWithoutArticles: boolean;
}

export type Step = TermStep | GroupStep;

export interface Plan {
  scheme: Scheme;
  root: GroupStep;
  size: number;
  /** whether a term divides by the period's days */
  usesDays: boolean;
}

const plans = new WeakMap<Scheme, Plan>();

/** The scheme made ready to evaluate; made once for each scheme object. */
export function planOf(scheme: Scheme): Plan {
  const known = plans.get(scheme);
  if (known) return known;
  let size = 0;
  const compileTerm = (term: Term): TermStep => ({
    index: size++,
    weight: term.weight,
    term,
    names: [...new Set([...term.quantity.of, ...(term.quantity.over ?? []).flat()])],
    of: term.quantity.of.map(placeOf),
    over: (term.quantity.over ?? []).map((factor) => factor.map(placeOf)),
    transform: compileTransform(term.transform),
  });
  const compileGroup = (group: Group): GroupStep => ({
    index: size++,
    weight: group.weight,
    group,
    children: group.children.map(compile),
    total: group.children.reduce((sum, child) => sum + child.weight, 0),
    scale: group.scale ?? 1,
    valuelessWithoutArticles: scheme.withoutArticles?.valueless.includes(group.key) ?? false,
  });
  const compile = (node: SchemeNode): Step =>
    isGroup(node) ? compileGroup(node) : compileTerm(node);
  const root = compileGroup(scheme.root);
  const usesDays = termSteps(root).some(
    ({ over, term }) =>
      over.flat().includes(daysIndex) ||
      (term.transform.kind === 'log-share' && term.transform.each === 'day'),
  );
  const plan = { scheme, root, size, usesDays };
  plans.set(scheme, plan);
  return plan;
}

export const isGroupStep = (step: Step): step is GroupStep => 'children' in step;

/** The terms of a plan from left to right. */
export function termSteps(step: Step): TermStep[] {
  return isGroupStep(step) ? step.children.flatMap(termSteps) : [step];
}
