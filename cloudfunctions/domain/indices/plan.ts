import { placeOf } from './figures';
import { compileQuantity, type Reading } from './quantities';
import {
  type Group,
  isGroup,
  type QuantityInput,
  type RecordRules,
  type Scheme,
  type SchemeNode,
  type Term,
} from './scheme';
import { type Compiled, compileTransform, readTransform } from './transforms';

interface StepBase {
  /** place in `Plan.steps` and in an evaluation's columns */
  index: number;
  weight: number;
}

/** A term with its names turned into places and its formula into functions. */
export interface TermStep extends StepBase {
  term: Term;
  /** every input of the term, once */
  names: QuantityInput[];
  /** of the names */
  places: number[];
  quantity: Reading;
  transform: Compiled;
  /** how the transform reads on a screen */
  reading: string | null;
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
  /** how a record is read for it */
  rules: RecordRules;
  root: GroupStep;
  /** a column of an evaluation in which nothing is known, and one of zeros */
  unknownColumn: number[];
  zeroColumn: number[];
  /** whether a term divides by the period's days */
  usesDays: boolean;
}

const plans = new WeakMap<Scheme, Plan>();

/** The scheme made ready to evaluate; made once for each scheme object. */
export function planOf(scheme: Scheme): Plan {
  const known = plans.get(scheme);
  if (known) return known;
  let size = 0;
  const compileTerm = (term: Term): TermStep => {
    const quantity = compileQuantity(term.quantity);
    const names = inputsOf(term);
    return {
      index: size++,
      weight: term.weight,
      term,
      names,
      places: names.map(placeOf),
      quantity: quantity.value,
      transform: compileTransform(term.transform, quantity),
      reading: readTransform(term.transform),
    };
  };
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
    ({ names, term }) =>
      names.includes('days') ||
      (term.transform.kind === 'log-share' && term.transform.each === 'day'),
  );
  const unknownColumn = Array.from({ length: size }, () => Number.NaN);
  const zeroColumn = unknownColumn.slice().fill(0);
  const plan = { scheme, rules: rulesOf(scheme, root), root, unknownColumn, zeroColumn, usesDays };
  plans.set(scheme, plan);
  return plan;
}

const rulesOf = (scheme: Scheme, root: GroupStep): RecordRules => ({
  ...scheme,
  inputs: new Set(termSteps(root).flatMap(({ places }) => places)),
});

const inputsOf = ({ quantity: { of, over = [] } }: Term): QuantityInput[] => [
  ...new Set([...of, ...over.flat()]),
];

export const isGroupStep = (step: Step): step is GroupStep => 'children' in step;

/** The terms of a plan from left to right. */
export function termSteps(step: Step): TermStep[] {
  return isGroupStep(step) ? step.children.flatMap(termSteps) : [step];
}
