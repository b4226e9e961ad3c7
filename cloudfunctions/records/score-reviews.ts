import type { ReviewVerdict } from '../../typings/leaderboards';
import type { Instant } from '../../typings/vocabulary';
import { collection, type Document } from './collection';

/** What a person said of a doubtful score. */
export interface ScoreReview extends Document {
  accountId: string;
  verdict: ReviewVerdict;
  note: string;
  reviewedBy: string;
  reviewedAt: Instant;
  /** of the score that was looked at: another revision is looked at anew */
  scoreRevision: number;
}

const reviews = collection<ScoreReview>('score-reviews');

export async function keepReview(review: ScoreReview): Promise<void> {
  await reviews.put(review);
}

/** Reviews by the ids of the scores that they are about, in no order. */
export function reviewsOf(scoreIds: string[]): Promise<ScoreReview[]> {
  return reviews.listIn('_id', scoreIds);
}
