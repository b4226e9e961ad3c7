import type {
  FeedbackAnswer,
  FeedbackAspect,
  FeedbackSummary,
  FeedbackTally,
  Proportion,
  Rating,
  ServiceOutcome,
} from '../../../typings/feedback';

/** Under this many answers nothing is shown: neither shares nor sentences. */
export const minimumAnswers = 20;

/** Standard normal quantile of a 95 % interval. */
const z95 = 1.959964;

/** A mean rating from here on, with no failed service, counts as satisfied; our own choice. */
const satisfiedMean = 0.6;

const ratingValues = { good: 1, fair: 0.5, poor: 0 };
const ratingNames: Rating[] = ['good', 'fair', 'poor'];
const aspectNames: FeedbackAspect[] = ['worth', 'interest', 'resonance', 'updates', 'appearance'];
const outcomeNames: ServiceOutcome[] = ['found', 'finished', 'failed'];

/** A tally of no answers. */
export function noAnswers(): FeedbackTally {
  const none = () => ({ good: 0, fair: 0, poor: 0 });
  return {
    answers: 0,
    satisfied: 0,
    aspects: {
      worth: none(),
      interest: none(),
      resonance: none(),
      updates: none(),
      appearance: none(),
    },
    service: { found: 0, finished: 0, failed: 0 },
  };
}

/** A tally with one more answer. */
export function withAnswer(tally: FeedbackTally, answer: FeedbackAnswer): FeedbackTally {
  const next = structuredClone(tally);
  next.answers += 1;
  if (isSatisfied(answer)) next.satisfied += 1;
  for (const aspect of aspectNames) {
    const rating = answer.ratings[aspect];
    if (rating) next.aspects[aspect][rating] += 1;
  }
  if (answer.service) next.service[answer.service] += 1;
  return next;
}

/** Tallies counted together. */
export function together(tallies: FeedbackTally[]): FeedbackTally {
  return tallies.reduce((sum, one) => {
    sum.answers += one.answers;
    sum.satisfied += one.satisfied;
    for (const aspect of aspectNames) {
      for (const rating of ratingNames) sum.aspects[aspect][rating] += one.aspects[aspect][rating];
    }
    for (const outcome of outcomeNames) sum.service[outcome] += one.service[outcome];
    return sum;
  }, noAnswers());
}

/**
 * Shares with Wilson's interval (Wilson 1927) by aspect and service outcome, for what people
 * answered; everything but the count is null under the minimum, sentences among it.
 */
export function summariseFeedback(tally: FeedbackTally, comments: string[]): FeedbackSummary {
  const base = { answers: tally.answers, minimum: minimumAnswers };
  if (tally.answers < minimumAnswers) {
    return { ...base, aspects: null, service: null, satisfied: null, comments: [] };
  }
  const aspect = (name: FeedbackAspect) => {
    const { good, fair, poor } = tally.aspects[name];
    return proportion(good, good + fair + poor);
  };
  const { found, finished, failed } = tally.service;
  const served = found + finished + failed;
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
      found: proportion(found, served),
      finished: proportion(finished, served),
      failed: proportion(failed, served),
    },
    satisfied: satisfaction(tally),
    comments,
  };
}

/** The share of satisfied answers; null under the minimum count. */
export function satisfaction({ answers, satisfied }: FeedbackTally): Proportion | null {
  return answers < minimumAnswers ? null : proportion(satisfied, answers);
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
