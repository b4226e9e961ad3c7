import type { ContractForm, KpiMetricOption } from '../../../typings/contract-form';
import type { ContractStage } from '../../../typings/contracts';
import type { Day } from '../../../typings/vocabulary';
import { listSchemes, summariseScheme } from '../indices';
import { duties } from './duties.data';
import {
  gamingAlternatives,
  gamingText,
  isRatio,
  kpiMetrics,
  metricLabel,
  metricUnit,
  needsScheme,
  usualDirection,
} from './kpi-metrics.data';
import { kpiTemplates } from './kpi-templates.data';

/** The part of a contract's form that is the same for everybody. */
export function contractChoices(): Pick<
  ContractForm,
  'metrics' | 'schemes' | 'templates' | 'duties'
> {
  return {
    metrics: kpiMetrics().map(option),
    schemes: contractSchemes(),
    templates: [...kpiTemplates],
    duties: duties.map(({ code, text, source }) => ({ code, text, source })),
  };
}

/** The schemes that a KPI may name. */
export function contractSchemes(): ContractForm['schemes'] {
  return listSchemes()
    .map(summariseScheme)
    .map(({ id, name, purpose, parts }) => ({
      id,
      name,
      purpose,
      parts: parts.map(({ key }) => key),
    }));
}

function option(metric: KpiMetricOption['metric']): KpiMetricOption {
  const alternative = gamingAlternatives[metric];
  return {
    metric,
    label: metricLabel(metric),
    unit: metricUnit(metric),
    percent: isRatio(metric),
    direction: usualDirection(metric),
    needsScheme: needsScheme(metric),
    gaming: alternative ? { text: gamingText(metric, alternative), alternative } : null,
  };
}

/** Where a contract stands on a day. */
export function stageOf(
  { startsOn, endsOn }: { startsOn: Day; endsOn: Day },
  today: Day,
): ContractStage {
  if (today < startsOn) return 'upcoming';
  return today > endsOn ? 'ended' : 'running';
}
