import type {
  FeedbackAnswer,
  FeedbackAspect,
  FeedbackSummary,
  Proportion,
  SatisfactionFigures,
  ServiceOutcome,
} from '../../../typings/feedback';

/** Under this many answers nothing is shown: neither shares nor sentences. */
export const minimumAnswers = 20;

/** Standard normal quantile of a 95 % interval. */
const z95 = 1.959964;

/** A mean rating from here on, with no failed service, counts as satisfied; our own choice. */
const satisfiedMean = 0.6;

const ratingValues = { good: 1, fair: 0.5, poor: 0 };

/**
 * Shares with Wilson's interval (Wilson 1927) by aspect and service outcome, for what people
 * answered; everything but the count is null under the minimum.
 */
export function summariseFeedback(answers: FeedbackAnswer[]): FeedbackSummary {
  const base = { answers: answers.length, minimum: minimumAnswers };
  if (answers.length < minimumAnswers) {
    return { ...base, aspects: null, service: null, satisfied: null, comments: [] };
  }
  const aspect = (name: FeedbackAspect) => {
    const given = answers.flatMap(({ ratings }) => ratings[name] ?? []);
    return proportion(given.filter((rating) => rating === 'good').length, given.length);
  };
  const outcomes = answers.flatMap(({ service }) => service ?? []);
  const outcome = (name: ServiceOutcome) =>
    proportion(outcomes.filter((service) => service === name).length, outcomes.length);
  const { satisfactionAnswers, satisfied } = satisfactionFigures(answers);
  return {
    ...base,
    aspects: {
      worth: aspect('worth'),
      interest: aspect('interest'),
      resonance: aspect('resonance'),
      updates: aspect('updates'),
      appearance: aspect('appearance'),
    },
    service: {
      found: outcome('found'),
      finished: outcome('finished'),
      failed: outcome('failed'),
    },
    satisfied: proportion(satisfied, satisfactionAnswers),
    comments: answers.flatMap(({ comment }) => comment ?? []),
  };
}

/** The metrics `satisfactionAnswers` and `satisfied` of a period. */
export function satisfactionFigures(answers: FeedbackAnswer[]): SatisfactionFigures {
  return {
    satisfactionAnswers: answers.length,
    satisfied: answers.filter(isSatisfied).length,
  };
}

function isSatisfied({ ratings, service }: FeedbackAnswer): boolean {
  if (service === 'failed') return false;
  const values = Object.values(ratings).flatMap((rating) =>
    rating === undefined ? [] : ratingValues[rating],
  );
  if (values.length === 0) return true;
  return values.reduce((sum, value) => sum + value, 0) / values.length >= satisfiedMean;
}

/** A share with Wilson's 95 % interval; null of nothing. */
export function proportion(count: number, of: number): Proportion | null {
  if (of === 0) return null;
  const share = count / of;
  const square = z95 ** 2;
  const centre = (share + square / (2 * of)) / (1 + square / of);
  const half =
    (z95 * Math.sqrt((share * (1 - share)) / of + square / (4 * of ** 2))) / (1 + square / of);
  return {
    count,
    of,
    share,
    low: Math.max(0, centre - half),
    high: Math.min(1, centre + half),
  };
}
