import type { FigureColumn, Sensitivity } from '../../../typings/datasets';
import type { MetricName } from '../../../typings/vocabulary';
import { metricFacts } from '../indices/metrics.data';
import { formFields } from '../submissions/form-fields.data';
import { metrics } from '../words.data';
import { type Rounding, roundings } from './roundings.data';

/** Where a figure comes from: a submission, or a score under a scheme or a part of it. */
export type ColumnSource =
  | { kind: 'metric'; metric: MetricName }
  | { kind: 'score'; scheme: string; part: string | null };

export interface FigureDefinition {
  name: FigureColumn;
  label: string;
  unit: string;
  definition: string;
  source: ColumnSource;
  sensitivity: Extract<Sensitivity, 'linkable' | 'held'>;
  rounding: Rounding;
}

/** What only the agency's own back office shows; all else stands on articles, menus and boards. */
const held = new Set<MetricName>([
  'favourites',
  'medianReplyHours',
  'followers',
  'newFollowers',
  'lostFollowers',
  'messages',
  'messageReplies',
  'serviceUses',
  'serviceCompletions',
  'satisfactionAnswers',
  'satisfied',
]);

const roundingOf = (metric: MetricName): Rounding => {
  if (metric === 'interactionAvailable') return roundings.exact;
  return held.has(metric) ? roundings.twoDigits : roundings.preferred;
};

const ofMetric = (metric: MetricName): FigureDefinition => ({
  name: metric,
  label: metricFacts[metric].label,
  unit: formFields[metric].unit,
  definition: formFields[metric].definition,
  source: { kind: 'metric', metric },
  sensitivity: held.has(metric) ? 'held' : 'linkable',
  rounding: roundingOf(metric),
});

const ofScore = (
  name: FigureColumn,
  label: string,
  [scheme, part]: [scheme: string, part: string | null],
  rounding: Rounding,
): FigureDefinition => ({
  name,
  label,
  unit: '分',
  definition: `按指数方案 ${scheme} 计算的${label}；数据不足时为空。仅供研究参考，不作考核依据`,
  source: { kind: 'score', scheme, part },
  sensitivity: 'linkable',
  rounding,
});

/** Every figure that a release may hold. */
export const figureColumns: readonly FigureDefinition[] = [
  ofScore('communicationIndex', '传播指数', ['zhengwei-1', null], roundings.twoPoints),
  ofScore('dissemination', '传播力', ['zhengwei-1', 'dissemination'], roundings.twoPoints),
  ofScore('service', '服务力', ['zhengwei-1', 'service'], roundings.twoPoints),
  ofScore('interaction', '互动力', ['zhengwei-1', 'interaction'], roundings.twoPoints),
  ofScore('wci142', 'WCI V14.2', ['wci-14.2', null], roundings.fiftyPoints),
  ...metrics.map(ofMetric),
];

export const figureNames = [
  'communicationIndex',
  'dissemination',
  'service',
  'interaction',
  'wci142',
  ...metrics,
] as const satisfies readonly FigureColumn[];
