import type { Figures, Submission } from '../../../typings/submission';
import type { MetricName, PeriodId } from '../../../typings/vocabulary';
import { dayOf } from './exports';

/** Every figure that the product's own schemes take, about a number of reads; or all but some. */
export function figures(reads: number, asOf: string, without: MetricName[] = []): Figures {
  const values: Partial<Record<MetricName, number>> = {
    articles: 20,
    reads,
    maxReads: Math.round(reads / 4),
    headlineReads: Math.round(reads / 2),
    headlineCount: 12,
    shares: Math.round(reads / 50),
    maxShares: Math.round(reads / 100),
    likes: Math.round(reads / 100),
    maxLikes: Math.round(reads / 300),
    headlineLikes: Math.round(reads / 200),
    wows: Math.round(reads / 120),
    maxWows: Math.round(reads / 400),
    headlineWows: Math.round(reads / 240),
    comments: 20,
    replies: 15,
    medianReplyHours: 6,
    followers: 20_000,
    lostFollowers: 60,
    messages: 30,
    messageReplies: 24,
    longestGapDays: 3,
    workingServiceEntries: 3,
    serviceUses: 300,
    serviceCompletions: 200,
  };
  const readers = /reads|shares|likes|wows/i;
  return Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => !without.some((one) => one === name))
      .map(([name, value]) => [
        name,
        { value, measure: readers.test(name) ? 'times' : null, source: 'form', asOf },
      ]),
  );
}

/** A month's first revision with its twenty articles. */
export function submissionOf(accountId: string, period: PeriodId, reads: number): Submission {
  return {
    accountId,
    period,
    revision: 1,
    figures: figures(reads, dayOf(period, 28)),
    items: Array.from({ length: 20 }, (_, index) => ({
      key: `${period}-${index}`,
      title: `第 ${index} 篇`,
      publishedAt: dayOf(period, index + 1),
      headline: index % 2 === 0,
      url: null,
      reads: Math.round(reads / 20),
      shares: Math.round(reads / 1000),
      likes: Math.round(reads / 2000),
      wows: Math.round(reads / 2400),
      comments: 1,
    })),
    enteredBy: 'test',
    enteredAt: `${dayOf(period, 28)}T00:00:00.000Z`,
    sample: false,
  };
}
