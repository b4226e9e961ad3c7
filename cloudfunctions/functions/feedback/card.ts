import type { FeedbackCard } from '../../../typings/feedback';
import type { Day } from '../../../typings/vocabulary';
import { satisfaction, together, weekOf } from '../../domain/feedback';
import { parsePeriod } from '../../domain/indices';
import { unwrap } from '../../handler/refusal';
import type { StoredAccount } from '../../records/accounts';
import { findActivity } from '../../records/activity';
import { daysBetween, hasAnswered } from '../../records/feedback';
import { recentHeads, type SubmissionHead } from '../../records/submissions';
import { firstDay } from './report';

/** Whether an account is worth following, in a glance. */
export async function cardOf(
  account: StoredAccount,
  who: string,
  today: Day,
): Promise<FeedbackCard> {
  const { id: accountId, name, agency, sample, closedOn } = account;
  const week = unwrap(weekOf(today));
  const [[head = null], activity, days, answeredThisWeek] = await Promise.all([
    recentHeads(accountId, 1),
    findActivity(accountId),
    daysBetween(accountId, firstDay(today), today),
    hasAnswered(who, { accountId, week }),
  ]);
  return {
    accountId,
    name,
    agency: agency.name,
    sample,
    articlesPerWeek: articlesPerWeek(head),
    lastPublished: activity?.lastPublished ?? head?.lastPublished ?? null,
    workingServiceEntries: head?.figures.workingServiceEntries?.value ?? null,
    replyShare: replyShare(head),
    satisfied: satisfaction(together(days)),
    answeredThisWeek,
    closedOn,
  };
}

function articlesPerWeek(head: SubmissionHead | null): number | null {
  const articles = head?.figures.articles?.value ?? null;
  const period = head && parsePeriod(head.period);
  return articles === null || !period?.ok ? null : (articles * 7) / period.value.days;
}

/** Comments and messages that were answered, of those that came. */
function replyShare(head: SubmissionHead | null): number | null {
  const value = (name: 'comments' | 'replies' | 'messages' | 'messageReplies') =>
    head?.figures[name]?.value ?? null;
  const pairs = [
    [value('comments'), value('replies')],
    [value('messages'), value('messageReplies')],
  ] as const;
  let [came, answered] = [0, 0];
  for (const [of, replied] of pairs) {
    if (of === null || replied === null) continue;
    came += of;
    answered += replied;
  }
  return came === 0 ? null : answered / came;
}
