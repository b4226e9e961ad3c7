import type { ApiError } from '../../../typings/answer';
import type { RegionScopeInput } from '../../../typings/inspections';
import type { Day } from '../../../typings/vocabulary';
import { inForce } from './clock';
import { findRuleSet } from './rule-sets';

interface Plan {
  ruleSetId: string;
  scope: RegionScopeInput;
  inspectionDay: Day;
  share: number;
}

/** An inspection is planned for today or some weeks ahead. */
const mostDaysAhead = 92;

/** What is wrong with a plan; null when nothing is. */
export function planFaults(
  { ruleSetId, scope, inspectionDay, share }: Plan,
  today: Day,
): ApiError | null {
  const ruleSet = findRuleSet(ruleSetId);
  const latest = new Date(Date.parse(today) + mostDaysAhead * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const fields: Record<string, string> = {};
  if (!ruleSet) fields.ruleSetId = '没有这套检查细则。';
  else if (!scope.regionPrefix.startsWith(ruleSet.regionPrefix)) {
    fields.ruleSetId = '这套细则不适用于所选地域。';
  } else if (!inForce(ruleSet.effective, inspectionDay)) {
    fields.ruleSetId = '这套细则在检查日没有生效。';
  }
  if (!(share > 0 && share <= 1)) fields.share = '抽查比例应大于 0、不超过 100%。';
  if (inspectionDay < today) fields.inspectionDay = '检查日不能早于今天。';
  if (inspectionDay > latest) fields.inspectionDay = '检查日最多在三个月以内。';
  const [message] = Object.values(fields);
  return message ? { code: 'invalid', message, fields } : null;
}

/** What is wrong with a date to rectify by; null when nothing is. */
export function deadlineFaults(dueOn: Day, today: Day): ApiError | null {
  if (dueOn > today) return null;
  const fields = { dueOn: '整改期限应晚于今天。' };
  return { code: 'invalid', message: '整改期限已经过去，请选今天以后的日期。', fields };
}
