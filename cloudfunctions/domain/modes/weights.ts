import * as v from 'valibot';
import type { CriterionId, CriterionWeights } from '../../../typings/recommendation';
import type { Result } from '../../../typings/result';
import { criterionIds, forEachCriterion } from './criteria';
import type { ModeModel } from './model';

export const criterionSchema = v.picklist(criterionIds, '没有这个准则');

/** valibot schema of weights given by their criteria: numbers alone; `parseWeights` judges them. */
export const weightsSchema = v.record(criterionSchema, v.number('权重应是不小于 0 的数'));

/**
 * Reads the user's own weights: any scale, brought to a sum of 1; a criterion left out weighs
 * nothing. `invalid` for an unknown criterion, a negative or unreal number, or all zero.
 */
export function parseWeights(
  weights: CriterionWeights,
  model: ModeModel,
): Result<Record<CriterionId, number>> {
  const known = new Map(model.criteria.map(({ id, label }) => [String(id), label]));
  const fields: Record<string, string> = {};
  for (const [id, weight] of Object.entries(weights)) {
    if (!known.has(id)) fields[`weights.${id}`] = '没有这个准则';
    else if (!Number.isFinite(weight) || weight < 0) {
      fields[`weights.${id}`] = '权重应是不小于 0 的数';
    }
  }
  if (Object.keys(fields).length > 0) {
    return invalid('权重有误，请按提示改正后重试', fields);
  }
  const total = model.criteria.reduce((sum, { id }) => sum + (weights[id] ?? 0), 0);
  if (total <= 0 || !Number.isFinite(total)) {
    return invalid('权重不能全为 0，请至少给一个准则大于 0 的权重', {
      weights: '不能全为 0',
    });
  }
  return { ok: true, value: forEachCriterion((id) => (weights[id] ?? 0) / total) };
}

function invalid(message: string, fields: Record<string, string>): Result<never> {
  return { ok: false, error: { code: 'invalid', message, fields } };
}
