import type { ExplanationNode, Score } from '../../../typings/indices';
import type {
  ContractKpi,
  DeductionRule,
  KpiEvidence,
  KpiFigures,
  KpiMetric,
  KpiState,
} from '../../../typings/kpis';
import type { Result } from '../../../typings/result';
import type { Figures } from '../../../typings/submission';
import type { Day } from '../../../typings/vocabulary';
import { type Filed, scoreAgain } from '../submissions/scoring';
import type { ContractPeriod } from './contract-periods';
import {
  isRatio,
  kpiFigure,
  metricLabel,
  metricsBehind,
  needsScheme,
  ratios,
} from './kpi-metrics.data';

/** Differences within this share are rounding and late figures; the product's own choice. */
const disputeShare = 0.02;

/** Guards comparisons of sums of decimals. */
const tolerance = 1e-9;

/** What a KPI of one account and period is judged by. */
export interface Judged {
  period: ContractPeriod;
  figures: KpiFigures;
  today: Day;
  /** what the period is paid for this account */
  dueYuan: number;
}

/** One KPI in one period: the principal's figure against the target, the vendor's report beside it. */
export function kpiState(kpi: ContractKpi, { period, figures, today, dueYuan }: Judged): KpiState {
  const { actual, isEstimate } = actualOf(kpi, { ...figures, figures: figures.synced ?? {} });
  const reported = reportedOf(kpi.metric, figures.reported);
  const difference = actual === null || reported === null ? null : reported - actual;
  const shortfall = actual === null ? null : shortOf(kpi.target, actual, kpi.direction);
  const exempt = exemption(kpi.metric, period, figures.synced ?? {});
  const state = exempt === null ? stateOf(kpi, actual, period, today) : 'exempt';
  const isJudged = state === 'missed' || state === 'breached';
  const deductionPercent = isJudged && shortfall !== null ? deduction(kpi.rule, shortfall) : 0;
  return {
    kpiId: kpi.id,
    metric: kpi.metric,
    accountId: figures.accountId,
    period: figures.period,
    endsOn: period.ends,
    actual,
    target: kpi.target,
    state,
    shortfall,
    attainment: actual === null ? null : attained(kpi, actual),
    deductionPercent,
    deductionYuan: Math.round(dueYuan * deductionPercent) / 100,
    reported,
    difference,
    disputed:
      difference !== null &&
      state !== 'running' &&
      Math.abs(difference) > Math.abs(actual ?? 0) * disputeShare + tolerance,
    text: describe(kpi, actual, exempt ?? stateWord(kpi, state)),
    ...(isEstimate && { estimated: true }),
    evidence: evidenceOf(kpi, figures),
  };
}

interface Actual {
  actual: number | null;
  isEstimate: boolean;
}

const unknown: Actual = { actual: null, isEstimate: false };

function actualOf({ metric, scheme }: ContractKpi, filed: Filed): Actual {
  if (needsScheme(metric)) return scoredActual(metric, scoreAgain(scheme ?? '', filed));
  const behind = metricsBehind(metric, filed.figures).map((name) => filed.figures[name]);
  const [part = null, whole = 1] = behind.map((figure) => figure?.value ?? null);
  if (part === null || whole === null || whole === 0) return unknown;
  return { actual: part / whole, isEstimate: behind.some((figure) => figure?.estimated) };
}

function scoredActual(metric: KpiMetric, scored: Result<Score>): Actual {
  if (!scored.ok) return unknown;
  const { value, parts, explanation } = scored.value;
  if (metric === 'communicationIndex') {
    return { actual: value, isEstimate: restsOnEstimate(explanation) };
  }
  const part = explanation.children.find(({ key }) => key === metric);
  const isEstimate = part !== undefined && restsOnEstimate(part);
  return { actual: parts[metric]?.value ?? null, isEstimate };
}

const restsOnEstimate = ({ inputs, children }: ExplanationNode): boolean =>
  inputs.some(({ estimated }) => estimated) || children.some(restsOnEstimate);

/** What the vendor says: the figure itself, or the two that it is made of. */
function reportedOf(metric: KpiMetric, reported: KpiFigures['reported']): number | null {
  const direct = reported[metric] ?? null;
  if (direct !== null || !isRatio(metric)) return direct;
  const part = reported[ratios[metric].of] ?? null;
  const whole = reported[ratios[metric].over] ?? null;
  return part === null || whole === null || whole === 0 ? null : part / whole;
}

function shortOf(target: number, actual: number, direction: ContractKpi['direction']): number {
  const short = direction === 'at-least' ? target - actual : actual - target;
  return short > tolerance ? short : 0;
}

function attained({ target, direction }: ContractKpi, actual: number): number {
  if (shortOf(target, actual, direction) === 0) return 1;
  const share = direction === 'at-least' ? actual / target : target / actual;
  return Math.min(Math.max(share, 0), 1);
}

function stateOf(
  { floor, target, direction }: ContractKpi,
  actual: number | null,
  period: ContractPeriod,
  today: Day,
): KpiState['state'] {
  if (period.to >= today) return 'running';
  if (actual === null) return 'unknown';
  if (floor !== null && shortOf(floor, actual, direction) > 0) return 'breached';
  return shortOf(target, actual, direction) > 0 ? 'missed' : 'met';
}

/** Percent of the period's payment; each begun unit counts as whole, up to the cap. */
function deduction(rule: DeductionRule, shortfall: number): number {
  if (rule.kind === 'none' || shortfall === 0) return 0;
  if (rule.kind === 'all-or-nothing') return rule.percent;
  const units = Math.ceil(shortfall / rule.unit - tolerance);
  return Math.min(rule.capPercent, units * rule.percent);
}

const stateWords: Record<Exclude<KpiState['state'], 'exempt'>, string> = {
  met: '达标',
  missed: '未达标',
  breached: '低于底线',
  unknown: '缺少数据，暂不结算',
  running: '本期未结束',
};

/** Why a KPI is not judged in a period; null when it is. */
function exemption(metric: KpiMetric, period: ContractPeriod, figures: Figures): string | null {
  if (!period.whole) return '合同期内不足一个整期，不考核';
  if (!isRatio(metric) || figures[ratios[metric].over]?.value !== 0) return null;
  return `本期没有${metricLabel(ratios[metric].over)}，不考核`;
}

function stateWord({ direction }: ContractKpi, state: KpiState['state']): string {
  if (state === 'exempt') return '';
  return state === 'breached' && direction === 'at-most' ? '超过底线' : stateWords[state];
}

function describe(kpi: ContractKpi, actual: number | null, outcome: string): string {
  if (kpi.metric === 'interactionAvailable') {
    const found = actual === null ? '' : `，实际${actual === 1 ? '可用' : '不可用'}`;
    return `互动功能应可用${found}：${outcome}`;
  }
  const bound = kpi.direction === 'at-least' ? '不低于' : '不高于';
  const written = (value: number) => kpiFigure(kpi.metric, value);
  const figure = actual === null ? '' : `，实际 ${written(actual)}`;
  // The figures carry the unit.
  const label = metricLabel(kpi.metric).replace('（小时）', '');
  return `${label}${bound} ${written(kpi.target)}${figure}：${outcome}`;
}

function evidenceOf(kpi: ContractKpi, { synced, submissions }: KpiFigures): KpiEvidence[] {
  if (synced === null) return [];
  return metricsBehind(kpi.metric, synced).flatMap((metric) => {
    const figure = synced[metric];
    if (!figure) return [];
    const { value, measure, source, asOf, estimated } = figure;
    const label = metricLabel(metric);
    const marked = estimated ? { estimated } : {};
    return [{ metric, label, value, measure, source, asOf, ...marked, submissions }];
  });
}
