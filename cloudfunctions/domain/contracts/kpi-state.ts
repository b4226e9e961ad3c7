import type {
  ContractKpi,
  DeductionRule,
  KpiFigures,
  KpiMetric,
  KpiState,
} from '../../../typings/contracts';
import { isRatio, metricLabel, ratios } from './kpi-metrics.data';

/** Differences within this share are rounding and late figures; the product's own choice. */
const disputeShare = 0.02;

/** Guards comparisons of sums of decimals. */
const tolerance = 1e-9;

/** One KPI in one period: the principal's figure against the target, the vendor's report beside it. */
export function kpiState(kpi: ContractKpi, figures: KpiFigures): KpiState {
  const actual = figureOf(kpi.metric, figures.synced);
  const reported = figureOf(kpi.metric, figures.reported);
  const difference = actual === null || reported === null ? null : reported - actual;
  const shortfall = actual === null ? null : shortOf(kpi.target, actual, kpi.direction);
  const state = stateOf(kpi, actual, shortfall);
  return {
    kpiId: kpi.id,
    metric: kpi.metric,
    period: figures.period,
    actual,
    target: kpi.target,
    state,
    shortfall,
    deductionPercent: shortfall === null ? 0 : deduction(kpi.rule, shortfall),
    reported,
    difference,
    disputed:
      difference !== null &&
      Math.abs(difference) > Math.abs(actual ?? 0) * disputeShare + tolerance,
    text: describe(kpi, actual, state),
  };
}

function figureOf(metric: KpiMetric, figures: KpiFigures['synced']): number | null {
  const direct = figures[metric];
  if (direct !== undefined && direct !== null) return direct;
  if (!isRatio(metric)) return null;
  const part = figures[ratios[metric].of] ?? null;
  const whole = figures[ratios[metric].over] ?? null;
  return part === null || whole === null || whole === 0 ? null : part / whole;
}

function shortOf(target: number, actual: number, direction: ContractKpi['direction']): number {
  const short = direction === 'at-least' ? target - actual : actual - target;
  return short > tolerance ? short : 0;
}

function stateOf(
  { floor, direction }: ContractKpi,
  actual: number | null,
  shortfall: number | null,
): KpiState['state'] {
  if (actual === null || shortfall === null) return 'unknown';
  if (floor !== null && shortOf(floor, actual, direction) > 0) return 'breached';
  return shortfall > 0 ? 'missed' : 'met';
}

/** Percent of the period's payment; each begun unit counts as whole, up to the cap. */
function deduction(rule: DeductionRule, shortfall: number): number {
  if (rule.kind === 'none' || shortfall === 0) return 0;
  if (rule.kind === 'all-or-nothing') return rule.percent;
  const units = Math.ceil(shortfall / rule.unit - tolerance);
  return Math.min(rule.capPercent, units * rule.percent);
}

const stateWords: Record<KpiState['state'], string> = {
  met: '达标',
  missed: '未达标',
  breached: '低于底线',
  unknown: '缺少数据，暂不结算',
};

function describe(kpi: ContractKpi, actual: number | null, state: KpiState['state']): string {
  const bound = kpi.direction === 'at-least' ? '不低于' : '不高于';
  const figure = actual === null ? '' : `，实际 ${Number(actual.toFixed(3))}`;
  return `${metricLabel(kpi.metric)}${bound} ${kpi.target}${figure}：${stateWords[state]}`;
}
