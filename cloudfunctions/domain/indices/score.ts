import type { AppliedRule, ExplanationNode, Score, ScorePart } from '../../../typings/indices';
import type { Result } from '../../../typings/result';
import { type Evaluation, evaluate } from './evaluate';
import { explain } from './explain';
import { daysIndex, type Figures, figureOf } from './figures';
import { isGroupStep, type Plan, planOf, type Step, termSteps } from './plan';
import { type ResolvedRecord, resolveRecord } from './record';
import type { QuantityInput, Scheme } from './scheme';
import { standingFlags } from './standing-flags';

/**
 * Scores one record under one scheme.
 *
 * @param record a `ScoringRecord`; anything else is answered with `invalid` and the bad fields
 * @returns a score whose value is null and whose status is `insufficient` (数据不足) when too little
 * is known; a period without articles is a score, not an error
 */
export function score(scheme: Scheme, record: unknown): Result<Score> {
  const prepared = prepare(scheme, record);
  return prepared.ok ? { ok: true, value: scoreOf(prepared.value) } : prepared;
}

/** A record checked against the scheme that is to score it. */
export interface Prepared extends ResolvedRecord {
  plan: Plan;
}

export function prepare(scheme: Scheme, record: unknown): Result<Prepared> {
  const plan = planOf(scheme);
  const resolved = resolveRecord(scheme, record);
  if (!resolved.ok) return resolved;
  if (plan.usesDays && Number.isNaN(resolved.value.figures[daysIndex])) {
    const message = '缺少周期天数，请写 days 或 period';
    return { ok: false, error: { code: 'invalid', message, fields: { days: message } } };
  }
  return { ok: true, value: { plan, ...resolved.value } };
}

export function scoreOf({ plan, figures, rules }: Prepared): Score {
  const evaluation = evaluate(plan, figures);
  const { id, version, purpose } = plan.scheme;
  const coverage = evaluation.coverage[plan.root.index] ?? 0;
  const explanation = explain(plan, figures, evaluation);
  return {
    scheme: id,
    version,
    purpose,
    value: evaluation.value,
    status: evaluation.value === null ? 'insufficient' : 'scored',
    parts: partsOf(plan, evaluation),
    coverage,
    explanation,
    missing: coverage === 1 ? [] : missingInputs(plan, figures),
    rules: coverage === 1 ? rules : [...rules, ...coverageRules(explanation)],
    flags: standingFlags(figures),
  };
}

function partsOf(plan: Plan, { transformed, coverage }: Evaluation): Record<string, ScorePart> {
  const parts: Record<string, ScorePart> = {};
  for (const step of plan.root.children) {
    const { key, label } = nodeOf(step);
    const value = transformed[step.index] ?? Number.NaN;
    parts[key] = {
      label,
      value: Number.isNaN(value) ? null : value,
      coverage: coverage[step.index] ?? 0,
      weight: step.weight,
    };
  }
  return parts;
}

const nodeOf = (step: Step): { key: string; label: string } =>
  isGroupStep(step) ? step.group : step.term;

function missingInputs(plan: Plan, figures: Figures): QuantityInput[] {
  const names = new Set(termSteps(plan.root).flatMap((step) => step.names));
  return [...names].filter((name) => figureOf(figures, name) === null);
}

function coverageRules(node: ExplanationNode): AppliedRule[] {
  const own: AppliedRule[] = [];
  if (node.children.length > 0 && node.note !== null) {
    const code = node.transformed === null ? 'below-minimum' : 'renormalised';
    own.push({ code, message: `${node.label}：${node.note}` });
  }
  return [...own, ...node.children.flatMap(coverageRules)];
}
