import type { FeedbackReport } from '../../../typings/feedback';
import type { Day } from '../../../typings/vocabulary';
import { satisfaction, summariseFeedback, together, weekOf } from '../../domain/feedback';
import { unwrap } from '../../handler/refusal';
import { momentOf } from '../../platform/clock';
import type { StoredAccount } from '../../records/accounts';
import { daysBetween } from '../../records/feedback';
import { passedComments, pendingComments } from '../../records/feedback-comments';
import { unfollowsSince } from './unfollows';

/** What is shown speaks of these last weeks, the running one included. */
export const weeksShown = 12;
const mostComments = 50;
const dayLength = 86_400_000;

/** 受众反馈 of the last weeks, week by week and together. */
export async function reportOf(
  { id: accountId, name }: StoredAccount,
  today: Day,
): Promise<FeedbackReport> {
  const from = firstDay(today);
  const firstWeek = unwrap(weekOf(from));
  const [days, comments, pending, unfollows] = await Promise.all([
    daysBetween(accountId, from, today),
    passedComments(accountId, firstWeek, mostComments),
    pendingComments(accountId),
    unfollowsSince(accountId, from),
  ]);
  const weeks = Array.from({ length: weeksShown }, (_, index) =>
    unwrap(weekOf(dayAfter(from, index * 7))),
  ).map((week) => {
    const tally = together(days.filter((one) => one.week === week));
    return { week, answers: tally.answers, satisfied: satisfaction(tally) };
  });
  const summary = summariseFeedback(together(days), comments);
  return { accountId, name, summary, weeks, pending, unfollows };
}

/** Monday of the first week shown. */
export function firstDay(today: Day): Day {
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  return dayAfter(today, -sinceMonday - 7 * (weeksShown - 1));
}

function dayAfter(day: Day, days: number): Day {
  return momentOf(Date.parse(day) + days * dayLength).today;
}
