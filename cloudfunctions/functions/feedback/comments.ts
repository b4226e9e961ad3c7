import type { CommentOutcome, FeedbackAnswer } from '../../../typings/feedback';
import type { Instant } from '../../../typings/vocabulary';
import { sealed, unsealed } from '../../platform/identity';
import { checkText } from '../../platform/open-api';
import {
  dropComment,
  type FeedbackComment,
  keepComment,
  passComment,
  waitingComments,
} from '../../records/feedback-comments';

const checkedAtOnce = 20;
/** WeChat checks a sentence only for two hours after its author was here. */
const waitMilliseconds = 2 * 3_600_000;

/**
 * Has an answer's sentence checked and keeps it by itself when it passed. One that the platform could
 * not check waits.
 */
export async function takeComment(
  { accountId, week, comment }: FeedbackAnswer,
  openid: string,
  sentAt: Instant,
): Promise<CommentOutcome> {
  if (comment === undefined) return 'none';
  const verdict = await checkText(comment, openid);
  if (verdict === 'refuse') return 'refused';
  const isPending = verdict === 'unknown';
  await keepComment({
    accountId,
    week,
    text: comment,
    state: isPending ? 'pending' : 'passed',
    author: isPending ? sealed(openid) : null,
    sentAt,
  });
  return isPending ? 'pending' : 'kept';
}

/** Checks what waits once more; what has waited too long, or is refused, is forgotten. */
export async function checkWaiting(now: Instant): Promise<void> {
  for (const comment of await waitingComments(checkedAtOnce)) {
    const verdict = await verdictOn(comment, now);
    if (verdict === 'pass') await passComment(comment._id);
    if (verdict === 'refuse') await dropComment(comment._id);
  }
}

async function verdictOn({ text, author, sentAt }: FeedbackComment, now: Instant) {
  const isLate = Date.parse(now) - Date.parse(sentAt) > waitMilliseconds;
  if (isLate || author === null) return 'refuse';
  return checkText(text, unsealed(author));
}
