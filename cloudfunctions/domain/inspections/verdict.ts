import type { InspectionRule, RuleSet } from '../../../typings/inspection-rules';
import type { Finding, Verdict } from '../../../typings/inspections';

/**
 * The verdict that findings lead to. Any veto fails. With points: what is deducted stops at each
 * rule's cap, below the line fails, and bonus points count from the bonus line on only.
 */
export function verdictOf(ruleSet: RuleSet, findings: readonly Finding[]): Verdict {
  const ruled = findings.flatMap((finding) => {
    const rule = ruleSet.rules.find(({ id }) => id === finding.ruleId);
    return rule ? [{ rule, times: finding.times }] : [];
  });
  const has = (kind: InspectionRule['kind']) => ruled.some(({ rule }) => rule.kind === kind);
  const sum = (kind: InspectionRule['kind']) =>
    ruled.reduce(
      (total, { rule, times }) => total + (rule.kind === kind ? worth(rule, times) : 0),
      0,
    );
  const scale = ruleSet.points;
  const vetoed = has('veto');
  if (scale === null) return { qualified: !vetoed, tier: vetoed ? 'veto' : null, points: null };
  const base = Math.max(0, scale.base - sum('deduction'));
  const points = vetoed
    ? null
    : base > scale.bonusAbove
      ? base + Math.min(scale.bonus, sum('bonus'))
      : base;
  return {
    qualified: !vetoed && base >= scale.failBelow,
    tier: vetoed ? 'veto' : has('deduction') ? 'deduction' : null,
    points,
  };
}

function worth({ points, cap }: InspectionRule, times: number): number {
  return Math.min((points ?? 0) * times, cap ?? 0);
}
