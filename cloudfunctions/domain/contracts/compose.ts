import type { Figure, Figures } from '../../../typings/submission';
import type { MetricName } from '../../../typings/vocabulary';

type Way = 'sum' | 'last' | 'most' | 'least';

/**
 * How a longer period's figure follows from its months'. Medians and the longest gap do not follow:
 * a gap may run over a month's edge.
 */
const ways: { [K in MetricName]?: Way } = {
  articles: 'sum',
  pushes: 'sum',
  reads: 'sum',
  maxReads: 'most',
  headlineReads: 'sum',
  headlineCount: 'sum',
  wows: 'sum',
  maxWows: 'most',
  headlineWows: 'sum',
  likes: 'sum',
  maxLikes: 'most',
  headlineLikes: 'sum',
  shares: 'sum',
  maxShares: 'most',
  headlineShares: 'sum',
  favourites: 'sum',
  comments: 'sum',
  replies: 'sum',
  followers: 'last',
  newFollowers: 'sum',
  lostFollowers: 'sum',
  messages: 'sum',
  messageReplies: 'sum',
  serviceEntries: 'last',
  workingServiceEntries: 'last',
  serviceUses: 'sum',
  serviceCompletions: 'sum',
  satisfactionAnswers: 'sum',
  satisfied: 'sum',
  openFindings: 'last',
  interactionAvailable: 'least',
};

/**
 * Figures of a period from those of its months, oldest first; a month without one leaves none, and one
 * that estimates it an estimate.
 */
export function composeFigures(months: Figures[]): Figures {
  const composed: Figures = {};
  for (const [name, way] of Object.entries(ways)) {
    const metric = name as MetricName;
    const parts = months.map((figures) => figures[metric]);
    const figure = together(parts, way);
    if (figure) composed[metric] = figure;
  }
  return composed;
}

function together(parts: (Figure | undefined)[], way: Way): Figure | null {
  const last = parts.at(-1);
  if (!last) return null;
  if (way === 'last') return last;
  const values = parts.map((part) =>
    part?.measure === last.measure ? (part?.value ?? null) : null,
  );
  const known = values.filter((value) => value !== null);
  const value = known.length < values.length ? null : combined(known, way);
  const { measure, source, asOf } = last;
  const isEstimate = value !== null && parts.some((part) => part?.estimated);
  return { value, measure, source, asOf, ...(isEstimate && { estimated: true }) };
}

function combined(values: number[], way: Exclude<Way, 'last'>): number {
  if (way === 'most') return Math.max(...values);
  if (way === 'least') return Math.min(...values);
  return values.reduce((sum, value) => sum + value, 0);
}
