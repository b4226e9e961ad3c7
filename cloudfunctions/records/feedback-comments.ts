import type { Instant } from '../../typings/vocabulary';
import { randomId } from '../platform/random';
import { collection, command, type Document } from './collection';

/** A sentence by itself: nothing leads from it to an answer, and to its author only until it is checked. */
export interface FeedbackComment extends Document {
  accountId: string;
  week: string;
  text: string;
  state: 'pending' | 'passed';
  /** the author's openid, sealed, while the platform's check still asks for it; then null */
  author: string | null;
  sentAt: Instant;
}

const comments = collection<FeedbackComment>('feedback-comments');
const mostCounted = 1000;

export async function keepComment(comment: Omit<FeedbackComment, '_id'>): Promise<void> {
  await comments.add([{ _id: randomId(), ...comment }]);
}

/** Sentences that passed the check, of a week or later: newest first. */
export async function passedComments(
  accountId: string,
  fromWeek: string,
  limit: number,
): Promise<string[]> {
  const filter = { accountId, state: 'passed', week: command.gte(fromWeek) };
  const found = await comments.list(filter, { limit, order: ['week', 'desc'] });
  return found.map(({ text }) => text);
}

/** How many sentences of an account wait for the check. */
export async function pendingComments(accountId: string): Promise<number> {
  const filter = { accountId, state: 'pending' };
  return (await comments.list(filter, { limit: mostCounted, fields: ['_id'] })).length;
}

/** Sentences that wait for the check, the oldest first. */
export function waitingComments(limit: number): Promise<FeedbackComment[]> {
  return comments.list({ state: 'pending' }, { limit, order: ['sentAt', 'asc'] });
}

/** Lets a sentence be shown, and lets go of who wrote it. */
export async function passComment(_id: string): Promise<void> {
  await comments.change({ _id, state: 'pending' }, { state: 'passed', author: null });
}

/** Forgets a sentence that may not be shown. */
export async function dropComment(_id: string): Promise<void> {
  await comments.drop(_id);
}

/** Checked sentences from elsewhere, for scripts alone. */
export function addComments(list: FeedbackComment[]): Promise<void> {
  return comments.add(list);
}
