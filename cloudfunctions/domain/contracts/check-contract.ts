import type { ContractForm } from '../../../typings/contract-form';
import type { ContractInput, ContractWarning } from '../../../typings/contracts';
import type { ContractKpi } from '../../../typings/kpis';
import type { Result } from '../../../typings/result';
import { dayNumber } from '../indices/days';
import { periodsOf } from './contract-periods';
import { isCreditCode } from './credit-code';
import { duties } from './duties.data';
import {
  gamingAlternatives,
  gamingSource,
  gamingText,
  isKpiMetric,
  kpiFigure,
  metricLabel,
  mostOf,
  needsScheme,
} from './kpi-metrics.data';

/** The schemes that KPIs on forces and the index may name; `parts` are the keys of their parts. */
export type KnownSchemes = ContractForm['schemes'];

/** What one account is bound by: enough to tell whether another contract overlaps. */
export type Binding = Pick<ContractInput, 'scope' | 'startsOn' | 'endsOn' | 'vendorName'> & {
  contractId: string;
};

/** KPI weights may miss 1 by this much through rounding. */
const weightSlack = 0.005;
/** Public service contracts run for three years at most; longer ones are slips of the pen. */
const longestDays = 3660;
const highestPrice = 1e9;

/**
 * Checks a contract before it is registered; `invalid` names each bad field. What is allowed but
 * unwise comes back as warnings: KPIs that pay for gaming, duties still open, deductions beyond the
 * price.
 */
export function checkContract(
  input: ContractInput,
  schemes: KnownSchemes,
): Result<ContractWarning[]> {
  const terms = termFields(input);
  const fields = { ...terms, ...kpiFields(input, schemes, terms) };
  const first = Object.values(fields)[0];
  if (first !== undefined) {
    const message = `合同信息有误：${first}，请改正后重试`;
    return { ok: false, error: { code: 'invalid', message, fields } };
  }
  return { ok: true, value: warningsFor(input, schemes) };
}

/** `conflict` when an account is bound already by a contract of the same scope at the time. */
export function checkOverlap(
  contractId: string,
  input: Pick<ContractInput, 'scope' | 'startsOn' | 'endsOn'>,
  bindings: Binding[],
): Result<true> {
  const other = bindings.find((bound) => bound.contractId !== contractId && overlaps(bound, input));
  if (!other) return { ok: true, value: true };
  return {
    ok: false,
    error: {
      code: 'conflict',
      message: `账号在 ${other.startsOn} 至 ${other.endsOn} 已有同类合同（${other.vendorName}），请先核对日期或购买范围`,
      fields: { accountIds: '与已有合同重叠' },
    },
  };
}

function termFields(input: ContractInput): Record<string, string> {
  const fields: Record<string, string> = {};
  const start = dayNumber(input.startsOn);
  const end = dayNumber(input.endsOn);
  if (start === null) fields.startsOn = '开始日期无效';
  if (end === null) fields.endsOn = '结束日期无效';
  if (start !== null && end !== null && end < start) fields.endsOn = '结束日期早于开始日期';
  if (start !== null && end !== null && end - start > longestDays) {
    fields.endsOn = '合同期超过十年，请核对日期';
  }
  if (!(input.priceYuan >= 0)) fields.priceYuan = '价格不能为负';
  if (input.priceYuan > highestPrice) fields.priceYuan = '价格过大，请核对单位（元）';
  if (input.accountIds.length === 0) fields.accountIds = '至少选择一个账号';
  if (new Set(input.accountIds).size !== input.accountIds.length) {
    fields.accountIds = '账号不能重复';
  }
  if (input.scope.length === 0) fields.scope = '请选择购买范围';
  if (new Set(input.scope).size !== input.scope.length) fields.scope = '购买范围不能重复';
  if (input.vendorName.trim() === '') fields.vendorName = '请填写承办单位';
  if (!isCreditCode(input.vendorCode)) {
    fields.vendorCode = '统一社会信用代码应为 18 位，请对照营业执照核对';
  }
  if (input.acceptor.trim() === '') fields.acceptor = '请填写验收人';
  return fields;
}

function kpiFields(
  { kpis, ...term }: ContractInput,
  schemes: KnownSchemes,
  terms: Record<string, string>,
): Record<string, string> {
  const fields: Record<string, string> = {};
  const hasTerm = !terms.startsOn && !terms.endsOn;
  const ids = new Set<string>();
  kpis.forEach((kpi, index) => {
    const at = `kpis.${index}`;
    if (ids.has(kpi.id)) fields[`${at}.id`] = '指标编号重复';
    ids.add(kpi.id);
    if (!isKpiMetric(kpi.metric)) fields[`${at}.metric`] = '没有这个指标';
    else if (!schemeHolds(kpi, schemes)) {
      fields[`${at}.scheme`] = '三力和传播指数须注明一个能算出它的指数方案';
    } else if (!(kpi.target >= 0)) fields[`${at}.target`] = '目标值应是不小于 0 的数字';
    else if (kpi.target > mostOf(kpi.metric)) {
      fields[`${at}.target`] = `目标值过大，最多 ${kpiFigure(kpi.metric, mostOf(kpi.metric))}`;
    }
    if (hasTerm && !periodsOf(term, kpi.period).some(({ whole }) => whole)) {
      fields[`${at}.period`] = '合同期内没有这样一个整期，请改用更短的周期或“整个合同期”';
    }
    if (!(kpi.weight > 0 && kpi.weight <= 1)) fields[`${at}.weight`] = '权重应大于 0、不超过 1';
    if (!ruleHolds(kpi)) fields[`${at}.rule`] = '扣款比例应在 0 到 100 之间，单位应大于 0';
    if (!floorHolds(kpi)) fields[`${at}.floor`] = '底线应比目标更宽松';
  });
  const total = kpis.reduce((sum, { weight }) => sum + weight, 0);
  if (kpis.length > 0 && Math.abs(total - 1) > weightSlack) {
    fields.kpis = `各指标权重之和应为 1，现在是 ${Number(total.toFixed(3))}`;
  }
  return fields;
}

function schemeHolds({ metric, scheme }: ContractKpi, schemes: KnownSchemes): boolean {
  if (!needsScheme(metric)) return scheme === null;
  const named = schemes.find(({ id }) => id === scheme);
  return named !== undefined && (metric === 'communicationIndex' || named.parts.includes(metric));
}

function ruleHolds({ rule }: ContractKpi): boolean {
  const isPercent = (value: number) => value >= 0 && value <= 100;
  if (rule.kind === 'none') return true;
  if (rule.kind === 'all-or-nothing') return isPercent(rule.percent);
  return rule.unit > 0 && isPercent(rule.percent) && isPercent(rule.capPercent);
}

function floorHolds({ floor, target, direction }: ContractKpi): boolean {
  if (floor === null) return true;
  return direction === 'at-least' ? floor <= target : floor >= target;
}

function overlaps(bound: Binding, input: Parameters<typeof checkOverlap>[1]): boolean {
  return (
    bound.startsOn <= input.endsOn &&
    input.startsOn <= bound.endsOn &&
    bound.scope.some((purchase) => input.scope.includes(purchase))
  );
}

function warningsFor(input: ContractInput, schemes: KnownSchemes): ContractWarning[] {
  const warnings: ContractWarning[] = input.kpis.flatMap((kpi) => kpiWarnings(kpi, schemes));
  if (input.kpis.length === 0) {
    warnings.push({ code: 'no-kpi', text: '没有指标，验收和付款将没有依据' });
  }
  if (input.priceYuan === 0) {
    warnings.push({ code: 'free-contract', text: '价格为 0，扣款不会生效；无偿合作也请写明权责' });
  }
  const most = input.kpis.reduce((sum, { rule }) => sum + largestDeduction(rule), 0);
  if (most > 100) {
    warnings.push({
      code: 'deductions-exceed-price',
      text: `各项扣款合计最多 ${most}%，超过当期应付款，超出部分不会生效`,
    });
  }
  for (const { code, text, source } of duties) {
    if (input.duties[code] === null) {
      warnings.push({ code: 'duty-open', text: `尚未落实——${text}`, source });
    }
  }
  return warnings;
}

function kpiWarnings(kpi: ContractKpi, schemes: KnownSchemes): ContractWarning[] {
  const alternative = gamingAlternatives[kpi.metric];
  if (alternative) {
    return [
      {
        code: 'gaming-kpi',
        kpiId: kpi.id,
        alternative,
        text: gamingText(kpi.metric, alternative),
        source: gamingSource,
      },
    ];
  }
  if (schemes.find(({ id }) => id === kpi.scheme)?.purpose !== 'research') return [];
  return [
    {
      code: 'research-scheme',
      kpiId: kpi.id,
      text: `“${metricLabel(kpi.metric)}”用的是研究方案，仅供研究参考，不应作为付款依据`,
      source: gamingSource,
    },
  ];
}

function largestDeduction(rule: ContractKpi['rule']): number {
  if (rule.kind === 'none') return 0;
  return rule.kind === 'per-unit' ? rule.capPercent : rule.percent;
}
