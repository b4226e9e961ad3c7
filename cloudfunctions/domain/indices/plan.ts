import { placeOf } from './figures';
import { greatestOf } from './greatest';
import { Operands } from './operands';
import { type CompiledQuantity, compileQuantity } from './quantities';
import {
  type Group,
  isGroup,
  type QuantityInput,
  type RecordRules,
  type Scheme,
  type SchemeNode,
  type Term,
  type Transform,
} from './scheme';
import { compileTransforms, readTransform, type Transforming } from './transforms';

interface StepBase {
  /** place in an evaluation's columns */
  index: number;
  key: string;
  label: string;
  weight: number;
  unit: string | null;
  /** the most that its value, or its transformed quantity, can be; null without an end */
  greatest: number | null;
}

/** A term with its names turned into places. */
export interface TermStep extends StepBase {
  /** every input of the term, once */
  names: QuantityInput[];
  /** of the names, among the plan's inputs */
  inputs: number[];
  quantity: CompiledQuantity;
  transform: Transform;
  /** how the transform reads on a screen */
  reading: string | null;
}

export interface GroupStep extends StepBase {
  children: Step[];
  /** the children's places and weights, and the sum of these */
  places: number[];
  weights: number[];
  total: number;
  scale: number;
  /** least share of the weight that must be known */
  minimum: number;
  /** has no value in a period without articles, and counts 0 */
  valuelessWithoutArticles: boolean;
}

export type Step = TermStep | GroupStep;

/** What an evaluation's columns are when nothing is missing, or start from: never written to. */
interface Columns {
  unknown: readonly number[];
  zeros: readonly number[];
  ones: readonly number[];
  weights: readonly number[];
}

export interface Plan {
  scheme: Scheme;
  /** how a record is read for it */
  rules: RecordRules;
  root: GroupStep;
  /** every term from left to right, then every group after its children: so steps are numbered */
  terms: TermStep[];
  groups: GroupStep[];
  operands: Operands;
  /** of the terms, in their order */
  quantities: CompiledQuantity[];
  transforms: Transforming[];
  columns: Columns;
  /** what the terms are computed from, once each, in their order */
  inputs: { name: QuantityInput; place: number }[];
  /** whether a term divides by the period's days */
  usesDays: boolean;
}

/*
 * Plans and steps are written out field by field: spread from another object, each would be of a shape
 * of its own, and what reads them several times slower.
 */
const plans = new WeakMap<Scheme, Plan>();

/** The scheme made ready to evaluate; made once for each scheme object. */
export function planOf(scheme: Scheme): Plan {
  const known = plans.get(scheme);
  if (known) return known;
  const written = termsOf(scheme.root);
  const names = [...new Set(written.flatMap(inputsOf))];
  const operands = new Operands(names);
  const terms = written.map((term, index) => compileTerm(term, index, names, operands));
  const groups: GroupStep[] = [];
  const root = compileGroup(scheme, scheme.root, { terms, groups });
  const inputs = names.map((name) => ({ name, place: placeOf(name) }));
  const plan = {
    scheme,
    rules: {
      name: scheme.name,
      measure: scheme.measure,
      otherMeasure: scheme.otherMeasure,
      oneMark: scheme.oneMark,
      readCap: scheme.readCap,
      inputs: new Set(inputs.map(({ place }) => place)),
    },
    root,
    terms,
    groups,
    operands,
    quantities: terms.map(({ quantity }) => quantity),
    transforms: compileTransforms(terms),
    columns: columnsOf([...terms, ...groups]),
    inputs,
    usesDays: written.some(usesDays),
  };
  plans.set(scheme, plan);
  return plan;
}

function compileTerm(
  term: Term,
  index: number,
  inputs: QuantityInput[],
  operands: Operands,
): TermStep {
  const names = inputsOf(term);
  const { key, label, weight, unit = null } = term;
  return {
    index,
    key,
    label,
    weight,
    unit,
    names,
    inputs: names.map((name) => inputs.indexOf(name)),
    quantity: compileQuantity(term.quantity, operands),
    transform: term.transform,
    reading: readTransform(term.transform, term.unit),
    greatest: greatestOf(term),
  };
}

/** Compiles a group after its children, and adds both to those made. */
function compileGroup(
  scheme: Scheme,
  group: Group,
  made: Pick<Plan, 'terms' | 'groups'>,
): GroupStep {
  const children = group.children.flatMap((child) =>
    isGroup(child)
      ? compileGroup(scheme, child, made)
      : (made.terms.find(({ key }) => key === child.key) ?? []),
  );
  const weights = children.map(({ weight }) => weight);
  const { key, label, weight, scale = 1, minimum } = group;
  const step: GroupStep = {
    index: made.terms.length + made.groups.length,
    key,
    label,
    weight,
    unit: null,
    greatest: greatestOfAll(children, scale),
    children,
    places: children.map(({ index }) => index),
    weights,
    total: weights.reduce((sum, weight) => sum + weight, 0),
    scale,
    minimum,
    valuelessWithoutArticles: scheme.withoutArticles?.valueless.includes(key) ?? false,
  };
  made.groups.push(step);
  return step;
}

/** Of a weighted sum; null where one of the parts has no end. */
function greatestOfAll(children: Step[], scale: number): number | null {
  let sum = 0;
  for (const { weight, greatest } of children) {
    if (greatest === null) return null;
    sum += weight * greatest;
  }
  return Math.round(sum * scale * 1e9) / 1e9;
}

/** Each is made from NaN, so that all hold doubles: an array of small whole numbers is another kind. */
function columnsOf(steps: Step[]): Columns {
  const unknown = Array.from(steps, () => Number.NaN);
  const zeros = unknown.slice().fill(0);
  const ones = unknown.slice().fill(1);
  const weights = unknown.slice();
  for (const { index, weight } of steps) weights[index] = weight;
  return { unknown, zeros, ones, weights };
}

const inputsOf = ({ quantity: { of, over = [] } }: Term): QuantityInput[] => [
  ...new Set([...of, ...over.flat()]),
];

const termsOf = (node: SchemeNode): Term[] =>
  isGroup(node) ? node.children.flatMap(termsOf) : [node];

const usesDays = (term: Term): boolean =>
  inputsOf(term).includes('days') ||
  (term.transform.kind === 'log-share' && term.transform.each === 'day');

export const isGroupStep = (step: Step): step is GroupStep => 'children' in step;
