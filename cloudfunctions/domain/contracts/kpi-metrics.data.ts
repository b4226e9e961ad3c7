import type { InputName } from '../../../typings/indices';
import type { KpiMetric, RatioMetric } from '../../../typings/kpis';
import type { Figures } from '../../../typings/submission';
import type { MetricName } from '../../../typings/vocabulary';
import { metricFacts } from '../indices/metrics.data';
import { formFields } from '../submissions/form-fields.data';

interface Ratio {
  label: string;
  of: MetricName;
  over: MetricName;
}

/** Ratios of two metrics, as fractions of 1. */
export const ratios: Record<RatioMetric, Ratio> = {
  replyRate: { label: '留言回复率', of: 'replies', over: 'comments' },
  messageReplyRate: { label: '私信回复率', of: 'messageReplies', over: 'messages' },
  completionRate: { label: '办结率', of: 'serviceCompletions', over: 'serviceUses' },
  satisfactionRate: { label: '满意率', of: 'satisfied', over: 'satisfactionAnswers' },
  workingEntryRate: {
    label: '服务入口有效率',
    of: 'workingServiceEntries',
    over: 'serviceEntries',
  },
};

const crowdAlternative: KpiMetric = 'serviceUses';
const likingAlternative: KpiMetric = 'satisfactionRate';
const talkAlternative: KpiMetric = 'replyRate';

/** Metrics that pay for gaming, and what to ask for instead. */
export const gamingAlternatives: { [K in KpiMetric]?: KpiMetric } = {
  followers: crowdAlternative,
  newFollowers: crowdAlternative,
  likes: likingAlternative,
  maxLikes: likingAlternative,
  headlineLikes: likingAlternative,
  wows: likingAlternative,
  maxWows: likingAlternative,
  headlineWows: likingAlternative,
  shares: likingAlternative,
  maxShares: likingAlternative,
  headlineShares: likingAlternative,
  favourites: likingAlternative,
  reads: likingAlternative,
  maxReads: likingAlternative,
  headlineReads: likingAlternative,
  comments: talkAlternative,
};

export const gamingSource =
  '中央网信委 2023《关于防治“指尖上的形式主义”的若干意见》：不得将关注点赞、转发评论作为考核评价的依据';

export function gamingText(metric: KpiMetric, alternative: KpiMetric): string {
  return `“${metricLabel(metric)}”容易刷量，建议改用“${metricLabel(alternative)}”`;
}

export function isRatio(metric: string): metric is RatioMetric {
  return Object.hasOwn(ratios, metric);
}

function isInput(metric: string): metric is InputName {
  return Object.hasOwn(metricFacts, metric);
}

/** Whether a KPI may be set on this. */
export function isKpiMetric(metric: string): metric is KpiMetric {
  return metric === 'communicationIndex' || isRatio(metric) || isInput(metric);
}

type Scored = Exclude<KpiMetric, MetricName | RatioMetric>;

/** Forces and the index are computed by a scheme. */
export function needsScheme(metric: KpiMetric): metric is Scored {
  return (
    metric === 'communicationIndex' ||
    metric === 'dissemination' ||
    metric === 'service' ||
    metric === 'interaction'
  );
}

/** 篇, 小时, %, … */
export function metricUnit(metric: KpiMetric): string {
  if (isRatio(metric)) return '%';
  if (metric === 'interactionAvailable') return '';
  return needsScheme(metric) ? '分' : formFields[metric].unit;
}

/** A figure of a metric for reading, with its unit: 20 篇, 96.5%, 61.3 分. */
export function kpiFigure(metric: KpiMetric, value: number): string {
  const shown = isRatio(metric) ? value * 100 : value;
  const unit = metricUnit(metric);
  const space = unit === '' || unit === '%' ? '' : ' ';
  return `${Number(shown.toFixed(2))}${space}${unit}`;
}

/** The stored metrics that a KPI's figure is made of. */
export function metricsBehind(metric: KpiMetric, figures: Figures): MetricName[] {
  if (isRatio(metric)) return [ratios[metric].of, ratios[metric].over];
  return needsScheme(metric) ? (Object.keys(figures) as MetricName[]) : [metric];
}

/** The most that a KPI may ask for: 1 for ratios. */
export function mostOf(metric: KpiMetric): number {
  if (isRatio(metric)) return 1;
  return metric === 'communicationIndex' ? 10_000 : metricFacts[metric].most;
}

/** Less of these is better. */
const lessIsBetter: ReadonlySet<KpiMetric> = new Set([
  'medianReplyHours',
  'longestGapDays',
  'lostFollowers',
  'openFindings',
]);

export function usualDirection(metric: KpiMetric): 'at-least' | 'at-most' {
  return lessIsBetter.has(metric) ? 'at-most' : 'at-least';
}

/** Every metric that a KPI can be set on, sound ones first. */
export function kpiMetrics(): KpiMetric[] {
  const all: KpiMetric[] = [
    ...(Object.keys(formFields) as MetricName[]),
    ...(Object.keys(ratios) as RatioMetric[]),
    'dissemination',
    'service',
    'interaction',
    'communicationIndex',
  ];
  const gamed = (metric: KpiMetric) => (gamingAlternatives[metric] ? 1 : 0);
  return all.sort((a, b) => gamed(a) - gamed(b));
}

/** A metric's Chinese name. */
export function metricLabel(metric: KpiMetric): string {
  if (metric === 'communicationIndex') return '传播指数';
  return isRatio(metric) ? ratios[metric].label : metricFacts[metric].label;
}
