import type { PeerStanding, RankInterval, RankUncertainty } from '../../../typings/insights';
import type { Submission } from '../../../typings/submission';
import { briefScore, rankIntervals, type Scheme } from '../indices';
import { seededGenerator } from '../modes/generator';
import { scoringRecord } from './scoring';
import { scoringItem } from './so-far';

/** Who is ranked: the own submission, the nearest peers', and how the whole group lies about them. */
export interface Ranked {
  own: Submission;
  nearest: Submission[];
  /** accounts with a better and a worse score, all of the group */
  better: number;
  worse: number;
  standing: Pick<PeerStanding, 'label' | 'median'>;
}

const draws = 200;
const weightRange = 0.2;
const level = 0.9;
/** One's own place is the same each time it is looked at. */
const seed = 20_231;

/**
 * One's own rank and its interval under resampled articles, under varied weights, and under both. The nearest peers are
 * drawn anew with the own account; all others stay above or below them as they are.
 *
 * @returns null when the own submission has no value
 */
export function ownRank(scheme: Scheme, ranked: Ranked): RankUncertainty | null {
  const { own, nearest, better, worse, standing } = ranked;
  const records = [own, ...nearest].flatMap((submission) => {
    const record = recordWith(submission);
    const scored = briefScore(scheme, record);
    return scored.ok && scored.value.value !== null
      ? [{ account: submission.accountId, record }]
      : [];
  });
  const drawn = (varied: { articles?: boolean; weightRange: number }): RankInterval | null => {
    const options = { random: seededGenerator(seed), draws, level, ...varied };
    const intervals = rankIntervals(scheme, records, options);
    if (!intervals.ok) return null;
    return intervals.value.find(({ account }) => account === own.accountId) ?? null;
  };
  const found = drawn({ weightRange });
  const ofArticles = drawn({ weightRange: 0 });
  const ofWeights = drawn({ articles: false, weightRange });
  if (!found || !ofArticles || !ofWeights) return null;
  const beyond = Math.max(0, better - (found.rank - 1));
  const size = better + worse + 1;
  const amongAll = ({ rankInterval: [best, worst] }: RankInterval): [number, number] => [
    best + beyond,
    Math.min(worst + beyond, size),
  ];
  return {
    label: standing.label,
    size,
    rank: found.rank + beyond,
    rankInterval: amongAll(found),
    byArticles: own.items.length > 1 ? amongAll(ofArticles) : null,
    byWeights: amongAll(ofWeights),
    value: found.value,
    valueInterval: found.valueInterval,
    level,
    draws,
    weightRange,
    compared: records.length - 1,
    indistinguishable: found.notDistinguishableFrom.length,
    median: medianPlace(found, standing.median),
    articles: own.items.length,
  };
}

function medianPlace(
  { valueInterval: [low, high] }: RankInterval,
  median: number | null,
): RankUncertainty['median'] {
  if (median === null) return null;
  const place = median < low ? 'below' : median > high ? 'above' : 'within';
  return { value: median, place };
}

/** With its articles, but not their days: when something was published is not drawn anew. */
function recordWith(submission: Submission) {
  const undated = submission.items.map((item) => ({
    ...scoringItem(item),
    publishedAt: undefined,
  }));
  return { ...scoringRecord(submission), items: undated };
}
