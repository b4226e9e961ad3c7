import type { InspectionRule, RuleSet } from '../../../typings/inspection-rules';
import { dayNumber } from '../indices/days';
import { metricFacts } from '../indices/metrics.data';
import { measures } from './measures.data';

/**
 * What is wrong with a list of rule sets, in Chinese; empty when nothing is. The 2023 rules forbid
 * follows, likes, forwards and comments as a basis of assessment, so a rule may only be found by one of
 * the measures of inspections, never by a metric of an index.
 */
export function ruleSetFaults(sets: readonly RuleSet[]): string[] {
  return [
    ...sets.flatMap(faultsOf),
    ...sets.flatMap((one, index) => sets.slice(index + 1).flatMap((other) => clashOf(one, other))),
  ];
}

function faultsOf(set: RuleSet): string[] {
  const { id, rules, effective } = set;
  const ids = rules.map((rule) => rule.id);
  const to = effective.to ?? effective.from;
  return [
    ...(rules.length === 0 ? [`${id}：没有规则`] : []),
    ...(new Set(ids).size === ids.length ? [] : [`${id}：规则编号重复`]),
    ...(dayNumber(effective.from) === null || dayNumber(to) === null || to < effective.from
      ? [`${id}：生效日期不正确`]
      : []),
    ...(set.kinds.length === 0 ? [`${id}：没有适用的账号类型`] : []),
    ...rules.flatMap((rule) => ruleFaults(set, rule)),
    ...sumFaults(set),
  ];
}

function ruleFaults({ id, points: scale }: RuleSet, rule: InspectionRule): string[] {
  const { found, points, cap, kind } = rule;
  const at = `${id}.${rule.id}`;
  const isKnown = found.by === 'manual' || Object.hasOwn(measures, found.measure);
  const isMetric = found.by === 'automatic' && Object.hasOwn(metricFacts, found.measure);
  const hasPoints = points !== null && cap !== null && points > 0 && cap >= points;
  return [
    ...(rule.wording.trim() && rule.source.trim() ? [] : [`${at}：须写明表述和来源`]),
    ...(isMetric ? [`${at}：不得以传播指标作为检查依据`] : []),
    ...(isKnown || isMetric ? [] : [`${at}：没有这个检查项`]),
    ...(kind === 'veto' && (points !== null || cap !== null) ? [`${at}：单项否决不计分`] : []),
    ...(kind !== 'veto' && !hasPoints ? [`${at}：分值应大于 0 且不超过上限`] : []),
    ...(kind !== 'veto' && scale === null ? [`${at}：只判合格与否的细则不能有计分项`] : []),
  ];
}

function sumFaults({ id, points, rules }: RuleSet): string[] {
  if (points === null) return [];
  const sum = (kind: InspectionRule['kind']) =>
    rules.reduce((total, rule) => total + (rule.kind === kind ? (rule.cap ?? 0) : 0), 0);
  const faults: string[] = [];
  if (sum('deduction') !== points.base) {
    faults.push(`${id}：扣分上限之和为 ${sum('deduction')}，应为 ${points.base}`);
  }
  if (sum('bonus') !== points.bonus) {
    faults.push(`${id}：加分上限之和为 ${sum('bonus')}，应为 ${points.bonus}`);
  }
  if (!(points.failBelow < points.bonusAbove && points.bonusAbove <= points.base)) {
    faults.push(`${id}：合格线应低于加分线，加分线不高于基础分`);
  }
  return faults;
}

/** Two sets for the same region, class of accounts and time cannot both be in force. */
function clashOf(one: RuleSet, other: RuleSet): string[] {
  if (one.id === other.id) return [`${one.id}：编号重复`];
  const sameScope =
    one.regionPrefix === other.regionPrefix && one.kinds.some((kind) => other.kinds.includes(kind));
  const sameTime =
    one.effective.from <= (other.effective.to ?? '9999-12-31') &&
    other.effective.from <= (one.effective.to ?? '9999-12-31');
  return sameScope && sameTime ? [`${one.id} 与 ${other.id}：适用范围和时间重叠`] : [];
}
