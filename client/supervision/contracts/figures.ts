import type { KpiMetric } from '../../../typings/kpis';
import type { Day } from '../../../typings/vocabulary';
import { formatBrief, formatNumber } from '../../figures';
import { forceLabels } from '../../labels.data';
import { metricLabels } from '../../metrics.data';

const ratios: { [K in KpiMetric]?: string } = {
  replyRate: '留言回复率',
  messageReplyRate: '私信回复率',
  completionRate: '办结率',
  satisfactionRate: '满意率',
  workingEntryRate: '服务入口有效率',
};
const named: Record<string, string> = {
  ...metricLabels,
  ...ratios,
  ...forceLabels,
  communicationIndex: '传播指数',
};

/** A KPI's name, as the person reads it. */
export function kpiLabel(metric: KpiMetric): string {
  return named[metric] ?? metric;
}

export function isPercent(metric: KpiMetric): boolean {
  return metric in ratios;
}

/** A KPI's figure: ratios in percent; a missing one is a dash. */
export function kpiFigure(metric: KpiMetric, value: number | null): string {
  if (value === null) return '—';
  return isPercent(metric) ? `${formatBrief(value * 100, 1)}%` : formatBrief(value, 2);
}

/** 340,000.00 元 without what says nothing: 340,000 元. */
export function yuan(value: number): string {
  const cents = Math.round(value * 100) % 100;
  return `${formatNumber(value, cents === 0 ? 0 : 2)} 元`;
}

/** 2026.1.1–2026.12.31: the days of a contract, in one piece on a narrow line. */
export function spanText({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }): string {
  return `${dotted(startsOn)}–${dotted(endsOn)}`;
}

const dotted = (day: Day): string => day.split('-').map(Number).join('.');
