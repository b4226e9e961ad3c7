import type { MetricDefinition } from '../../../typings/indices';
import type { MetricName } from '../../../typings/vocabulary';
import { isPopularity } from '../indices';
import { composing, type Joining } from './composing.data';
import { formFields } from './form-fields.data';

const composingText: Record<Joining, string> = {
  sum: '季、年由各月相加',
  greatest: '季、年取各月中最高的一个',
  last: '季、年取最后一个月',
  unknown: '季、年不能由各月得出，按未知计',
};

/** 指标释义: every metric as the form and the indices take it. */
export function metricDefinitions(): MetricDefinition[] {
  return (Object.keys(formFields) as MetricName[]).map((metric) => ({
    metric,
    ...formFields[metric],
    popularity: isPopularity(metric),
    composing: composingText[composing[metric]],
  }));
}
