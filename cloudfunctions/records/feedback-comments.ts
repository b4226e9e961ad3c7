import { collection, type Document, type Unit } from './collection';

/** A sentence, tied to no person. Shown only once the content check has passed it. */
export interface FeedbackComment extends Document {
  accountId: string;
  week: string;
  text: string;
  state: 'pending' | 'shown' | 'refused';
}

const comments = collection<FeedbackComment>('feedback-comments');

export function keepComment(unit: Unit, comment: FeedbackComment): Promise<void> {
  return unit.add('feedback-comments', comment);
}

/** Settles what a sentence that waits comes to. */
export async function settleComment(id: string, state: 'shown' | 'refused'): Promise<void> {
  await comments.change({ _id: id, state: 'pending' }, { state });
}

/** The newest sentences that may be shown. */
export async function shownComments(accountId: string, limit: number): Promise<string[]> {
  const filter = { accountId, state: 'shown' };
  const found = await comments.list(filter, { limit, order: ['week', 'desc'] });
  return found.map(({ text }) => text);
}
