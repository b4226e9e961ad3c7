import type { KpiMetric, RatioMetric } from '../../../typings/contracts';
import type { InputName } from '../../../typings/indices';
import type { MetricName } from '../../../typings/vocabulary';
import { metricFacts } from '../indices/metrics.data';

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

/** Forces and the index are computed by a scheme. */
export function needsScheme(metric: KpiMetric): boolean {
  return (
    metric === 'communicationIndex' ||
    metric === 'dissemination' ||
    metric === 'service' ||
    metric === 'interaction'
  );
}

/** A metric's Chinese name. */
export function metricLabel(metric: KpiMetric): string {
  if (metric === 'communicationIndex') return '传播指数';
  return isRatio(metric) ? ratios[metric].label : metricFacts[metric].label;
}
