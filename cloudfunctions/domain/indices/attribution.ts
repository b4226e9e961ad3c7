import type { Attribution, AttributionTerm } from '../../../typings/insights';
import type { Result } from '../../../typings/result';
import { type Estimates, estimatesText } from './estimates';
import { type Evaluation, evaluate } from './evaluate';
import { knownOf, placeOf } from './figures';
import { fitSumFinely } from './fit-sum';
import { isGroupStep, type Plan, type Step, type TermStep } from './plan';
import type { FinalTransform, Scheme } from './scheme';
import { prepare } from './score';

/**
 * Why two records differ under one scheme, term by term: two periods, or two accounts.
 *
 * A term's effect is its Shapley value in the game that moves terms one by one from the first
 * record to the second. The weighted sum S is additive, so for the final transforms there are the
 * Shapley value has a closed form: the change of the term's part of S, times 1 (identity) or
 * factor · (S_from + S_to) (square). Where weights moved with coverage, a term keeps its mean
 * weight times its change, and the change of weight times the mean goes to `coverageEffect`.
 *
 * @returns `invalid` when a record is bad or has no value
 */
export function attribute(scheme: Scheme, from: unknown, to: unknown): Result<Attribution> {
  const first = prepare(scheme, from);
  if (!first.ok) return first;
  const second = prepare(scheme, to);
  if (!second.ok) return second;
  const { plan } = first.value;
  const before = evaluate(plan, first.value.figures);
  const after = evaluate(plan, second.value.figures);
  if (before.value === null || after.value === null) {
    const message = '数据不足的记录没有指数，无法比较，请先补齐数据';
    return { ok: false, error: { code: 'invalid', message } };
  }
  const estimates = new Set([...first.value.estimates, ...second.value.estimates]);
  return { ok: true, value: attributeEvaluations(plan, before, after, estimates) };
}

function attributeEvaluations(
  plan: Plan,
  before: Evaluation,
  after: Evaluation,
  estimates: Estimates,
): Attribution {
  const from = before.value ?? 0;
  const to = after.value ?? 0;
  const slope = shapleySlope(plan.scheme.final, before.sum, after.sum);
  const terms: AttributionTerm[] = [];
  let coverageEffect = 0;
  for (const { step, part, factors } of placedTerms(plan, before, after)) {
    const was = before.transformed[step.index] ?? Number.NaN;
    const is = after.transformed[step.index] ?? Number.NaN;
    const [weightWas, weightIs] = factors;
    const comparable = !Number.isNaN(was) && !Number.isNaN(is);
    const change = slope * (product(weightIs, is) - product(weightWas, was));
    const effect = comparable ? (slope * ((weightWas + weightIs) * (is - was))) / 2 : 0;
    const reweighted = weightWas !== weightIs || !comparable;
    if (reweighted) coverageEffect += change - effect;
    terms.push({
      key: step.key,
      label: step.label,
      part,
      from: knownOf(was),
      to: knownOf(is),
      quantity: {
        from: knownOf(before.quantity[step.index]),
        to: knownOf(after.quantity[step.index]),
        unit: step.unit,
      },
      ...(step.names.some((name) => estimates.has(placeOf(name))) && { estimated: true }),
      effect,
    });
  }
  terms.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect));
  const effects = [...terms.map(({ effect }) => effect), coverageEffect];
  const difference = fitSumFinely(effects, [...effects.keys()], to - from);
  return {
    scheme: plan.scheme.id,
    from,
    to,
    difference,
    terms: terms.map((term, index) => ({ ...term, effect: effects[index] ?? 0 })),
    coverageEffect: effects.at(-1) ?? 0,
    notes: [
      ...(coverageEffect === 0 ? [] : ['两条记录的已知项不同，由此引起的变化单列，不归于任何一项']),
      ...(estimates.size > 0 ? [estimatesText(estimates)] : []),
    ],
  };
}

const shapleySlope = (final: FinalTransform, before: number, after: number): number =>
  final.kind === 'square' ? final.factor * (before + after) : 1;

const product = (weight: number, value: number): number =>
  Number.isNaN(value) ? 0 : weight * value;

interface PlacedTerm {
  step: TermStep;
  part: string;
  /** how much the weighted sum moves with the term, before and after */
  factors: [number, number];
}

function placedTerms(plan: Plan, before: Evaluation, after: Evaluation): PlacedTerm[] {
  const visit = (step: Step, part: string, was: number, is: number): PlacedTerm[] => {
    if (!isGroupStep(step)) return [{ step, part, factors: [was, is] }];
    const valued = (evaluation: Evaluation): number =>
      Number.isNaN(evaluation.transformed[step.index]) ? 0 : step.scale;
    return step.children.flatMap((child) =>
      visit(
        child,
        part === '' ? child.key : part,
        was * valued(before) * (before.effective[child.index] ?? 0),
        is * valued(after) * (after.effective[child.index] ?? 0),
      ),
    );
  };
  return visit(plan.root, '', 1, 1);
}
