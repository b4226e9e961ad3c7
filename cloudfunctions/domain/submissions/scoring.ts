import type { Score, ScoringRecord } from '../../../typings/indices';
import type { Result } from '../../../typings/result';
import type { Figures } from '../../../typings/submission';
import type { Measure, MetricName, PeriodId } from '../../../typings/vocabulary';
import { findScheme, score } from '../indices';
import { defaultScheme, scoredSchemes } from './scored-schemes.data';

/** A submission's figures as the index engine takes them. */
export function scoringRecord(period: PeriodId, figures: Figures): ScoringRecord {
  const record: ScoringRecord = { period };
  const measure: Partial<Record<MetricName, Measure>> = {};
  for (const [name, figure] of Object.entries(figures)) {
    const metric = name as MetricName;
    record[metric] = figure.value;
    if (figure.measure) measure[metric] = figure.measure;
  }
  return { ...record, measure };
}

/**
 * The scores that a submission is given at once, one under each scheme that is kept. Errors are those
 * of the default scheme: figures that cannot be true together. Another scheme that refuses the
 * figures, such as their 口径, gives no score.
 */
export function scoresOf(period: PeriodId, figures: Figures): Result<Score[]> {
  const scores: Score[] = [];
  for (const id of scoredSchemes) {
    const scored = scoreAgain(id, period, figures);
    if (scored.ok) scores.push(scored.value);
    else if (id === defaultScheme) return scored;
  }
  return { ok: true, value: scores };
}

/** One score, from the figures and the scheme that it comes from: the same to the last digit. */
export function scoreAgain(schemeId: string, period: PeriodId, figures: Figures): Result<Score> {
  const scheme = findScheme(schemeId);
  return scheme.ok ? score(scheme.value, scoringRecord(period, figures)) : scheme;
}
