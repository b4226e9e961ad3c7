import type {
  Contract,
  ContractInput,
  ContractKpi,
  ContractWarning,
} from '../../../typings/contracts';
import type { Result } from '../../../typings/result';
import { dayNumber } from '../indices/days';
import { duties } from './duties.data';
import { gamingAlternatives, isKpiMetric, metricLabel, needsScheme } from './kpi-metrics.data';

/** What a contract is checked against. */
export interface ContractContext {
  /** other contracts of the same accounts */
  contracts: Contract[];
  schemes: { id: string; purpose: 'research' | 'assessment' }[];
}

/** KPI weights may miss 1 by this much through rounding. */
const weightSlack = 0.005;

/**
 * Checks a contract before it is registered. `invalid` names each bad field; `conflict` when an
 * account is already under a contract of the same scope at the time. What is allowed but unwise
 * comes back as warnings: KPIs that pay for gaming, duties still open, deductions beyond the price.
 */
export function checkContract(
  input: ContractInput,
  context: ContractContext,
): Result<ContractWarning[]> {
  const fields = { ...termFields(input), ...kpiFields(input.kpis, context) };
  const first = Object.values(fields)[0];
  if (first !== undefined) {
    const message = `合同信息有误：${first}，请改正后重试`;
    return { ok: false, error: { code: 'invalid', message, fields } };
  }
  const other = context.contracts.find((contract) => overlaps(contract, input));
  if (other) {
    return {
      ok: false,
      error: {
        code: 'conflict',
        message: `账号在 ${other.startsOn} 至 ${other.endsOn} 已有同类合同（${other.vendorName}），请先核对日期或购买范围`,
        fields: { accountIds: '与已有合同重叠' },
      },
    };
  }
  return { ok: true, value: warningsFor(input, context) };
}

function termFields(input: ContractInput): Record<string, string> {
  const fields: Record<string, string> = {};
  const start = dayNumber(input.startsOn);
  const end = dayNumber(input.endsOn);
  if (start === null) fields.startsOn = '开始日期无效';
  if (end === null) fields.endsOn = '结束日期无效';
  if (start !== null && end !== null && end < start) fields.endsOn = '结束日期早于开始日期';
  if (!Number.isFinite(input.priceYuan) || input.priceYuan < 0) fields.priceYuan = '价格不能为负';
  if (input.accountIds.length === 0) fields.accountIds = '至少选择一个账号';
  if (new Set(input.accountIds).size !== input.accountIds.length) {
    fields.accountIds = '账号不能重复';
  }
  if (input.scope.length === 0) fields.scope = '请选择购买范围';
  if (input.vendorName.trim() === '') fields.vendorName = '请填写承办单位';
  if (input.acceptor.trim() === '') fields.acceptor = '请填写验收人';
  return fields;
}

function kpiFields(kpis: ContractKpi[], { schemes }: ContractContext): Record<string, string> {
  const fields: Record<string, string> = {};
  const ids = new Set<string>();
  kpis.forEach((kpi, index) => {
    const at = `kpis.${index}`;
    if (ids.has(kpi.id)) fields[`${at}.id`] = '指标编号重复';
    ids.add(kpi.id);
    if (!isKpiMetric(kpi.metric)) fields[`${at}.metric`] = '没有这个指标';
    else if (needsScheme(kpi.metric) && !schemes.some(({ id }) => id === kpi.scheme)) {
      fields[`${at}.scheme`] = '三力和传播指数须注明现有的指数方案';
    }
    if (!Number.isFinite(kpi.target)) fields[`${at}.target`] = '目标值应是数字';
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

function overlaps(contract: Contract, input: ContractInput): boolean {
  return (
    contract.startsOn <= input.endsOn &&
    input.startsOn <= contract.endsOn &&
    contract.accountIds.some((id) => input.accountIds.includes(id)) &&
    contract.scope.some((purchase) => input.scope.includes(purchase))
  );
}

function warningsFor(input: ContractInput, { schemes }: ContractContext): ContractWarning[] {
  const warnings: ContractWarning[] = input.kpis.flatMap((kpi) => kpiWarnings(kpi, schemes));
  if (input.kpis.length === 0) {
    warnings.push({ code: 'no-kpi', text: '没有指标，验收和付款将没有依据' });
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

function kpiWarnings(kpi: ContractKpi, schemes: ContractContext['schemes']): ContractWarning[] {
  const alternative = gamingAlternatives[kpi.metric];
  if (alternative) {
    return [
      {
        code: 'gaming-kpi',
        kpiId: kpi.id,
        alternative,
        text: `“${metricLabel(kpi.metric)}”容易刷量，建议改用“${metricLabel(alternative)}”`,
        source: '中央网信委 2023：不得将关注点赞、转发评论作为考核评价的依据',
      },
    ];
  }
  if (schemes.find(({ id }) => id === kpi.scheme)?.purpose !== 'research') return [];
  return [
    {
      code: 'research-scheme',
      kpiId: kpi.id,
      text: `“${metricLabel(kpi.metric)}”用的是研究方案，仅供研究参考，不应作为付款依据`,
      source: '中央网信委 2023：不得将关注点赞、转发评论作为考核评价的依据',
    },
  ];
}

function largestDeduction(rule: ContractKpi['rule']): number {
  if (rule.kind === 'none') return 0;
  return rule.kind === 'per-unit' ? rule.capPercent : rule.percent;
}
