import type { ApiError } from '../../../typings/answer';
import type { Score, ScoringRecord } from '../../../typings/indices';
import type { Result } from '../../../typings/result';
import type { Figures, Submission } from '../../../typings/submission';
import type { Day, Measure, MetricName } from '../../../typings/vocabulary';
import { findScheme, score } from '../indices';
import { metricFacts } from '../indices/metrics.data';
import { defaultScheme, scoredSchemes } from './scored-schemes.data';

/** What of a submission a score is computed from. */
export type Filed = Pick<Submission, 'period' | 'figures' | 'through'>;

/** The last day that figures of a running period speak of: what is to come has no figures yet. */
export function reachOf(figures: Figures): Day | undefined {
  return Object.values(figures)
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1);
}

/** A submission's figures as the index engine takes them; of a running period, over its days so far. */
export function scoringRecord({ period, figures, through }: Filed): ScoringRecord {
  const record: ScoringRecord = through === undefined ? { period } : { period, through };
  const measure: Partial<Record<MetricName, Measure>> = {};
  const estimated: MetricName[] = [];
  for (const [name, figure] of Object.entries(figures)) {
    const metric = name as MetricName;
    record[metric] = figure.value;
    if (figure.measure) measure[metric] = figure.measure;
    if (figure.estimated) estimated.push(metric);
  }
  return { ...record, measure, ...(estimated.length > 0 && { estimated }) };
}

/**
 * The scores that a submission is given at once, one under each scheme that is kept. Errors are those
 * of the default scheme: figures that cannot be true together. Another scheme that refuses the
 * figures, such as their 口径, gives no score.
 */
export function scoresOf(filed: Filed): Result<Score[]> {
  const scores: Score[] = [];
  for (const id of scoredSchemes) {
    const scored = scoreAgain(id, filed);
    if (scored.ok) scores.push(scored.value);
    else if (id === defaultScheme) return { ok: false, error: namedInChinese(scored.error) };
  }
  return { ok: true, value: scores };
}

/** One score, from the figures and the scheme that it comes from: the same to the last digit. */
export function scoreAgain(schemeId: string, filed: Filed): Result<Score> {
  const scheme = findScheme(schemeId);
  return scheme.ok ? score(scheme.value, scoringRecord(filed)) : scheme;
}

/** A refusal of figures as those who file them read it: by the names of the form, not of the fields. */
function namedInChinese(error: ApiError): ApiError {
  const faults = Object.entries(error.fields ?? {});
  if (faults.length === 0) return error;
  const told = faults.map(([field, message]) => {
    const name = labelOf(field);
    return name === null || message.includes(name) ? message : `${name}${message}`;
  });
  const more = told.length > 3 ? `等 ${told.length} 项` : '';
  return { ...error, message: `数据有误，请核对：${told.slice(0, 3).join('；')}${more}` };
}

function labelOf(field: string): string | null {
  return Object.entries(metricFacts).find(([name]) => name === field)?.[1].label ?? null;
}
