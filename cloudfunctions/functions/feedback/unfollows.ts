import type { DatedPost, FeedbackReport, LossDay } from '../../../typings/feedback';
import type { Submission } from '../../../typings/submission';
import type { Day } from '../../../typings/vocabulary';
import { peakRules, unfollowPeaks } from '../../domain/feedback';
import { dayAt, dayNumber } from '../../domain/indices/days';
import { findRevisions, recentHeads, revisionId } from '../../records/submissions';

/** More than the weeks, months and quarter that twelve weeks and the days before them touch. */
const looked = 30;

/** People who left, day by day from one on, with the days on which far more left than usual. */
export async function unfollowsSince(
  accountId: string,
  from: Day,
): Promise<FeedbackReport['unfollows']> {
  const before = dayAt((dayNumber(from) ?? 0) - peakRules.windowDays);
  const heads = await recentHeads(accountId, looked);
  const ids = heads
    .filter(({ countsByDay, to }) => countsByDay && to >= before)
    .map(({ period, revision }) => revisionId(accountId, period, revision));
  if (ids.length === 0) return null;
  const submissions = (await findRevisions(ids)).sort((a, b) =>
    a.enteredAt < b.enteredAt ? -1 : 1,
  );
  const days = lossesOf(submissions);
  const peaks = unfollowPeaks(days, postsOf(submissions), unlistedIn(submissions));
  const isShown = ({ day }: { day: Day }) => day >= from;
  return { days: days.filter(isShown), peaks: peaks.filter(isShown).reverse() };
}

/** One figure a day, the one that was filed last, oldest day first. */
function lossesOf(submissions: Submission[]): LossDay[] {
  const byDay = new Map(
    submissions
      .flatMap(({ followerDays = [] }) => followerDays)
      .map(({ day, lostFollowers }) => [day, { day, lostFollowers }]),
  );
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

function postsOf(submissions: Submission[]): DatedPost[] {
  const posts = submissions
    .flatMap(({ items }) => items)
    .flatMap(({ key, title, publishedAt, headline }) =>
      publishedAt === null || headline === false ? [] : [{ id: key, title, day: publishedAt }],
    );
  return [...new Map(posts.map((post) => [post.id, post])).values()];
}

function unlistedIn(submissions: Submission[]): Set<Day> {
  const daysOf = (isListed: boolean) =>
    submissions
      .filter(({ items }) => items.length > 0 === isListed)
      .flatMap(({ followerDays = [] }) => followerDays.map(({ day }) => day));
  const listed = new Set(daysOf(true));
  return new Set(daysOf(false).filter((day) => !listed.has(day)));
}
