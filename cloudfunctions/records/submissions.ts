import type { Submission } from '../../typings/submission';
import type { Day, PeriodId } from '../../typings/vocabulary';
import { collection, command, type Document } from './collection';

/** The newest revision of a period, without its articles and days. */
export interface SubmissionHead extends Omit<Submission, 'items' | 'followerDays'>, Document {
  /** week, month, … : periods of one kind follow each other */
  kind: string;
  /** last day of the period */
  to: Day;
  /** of figures and articles: an equal one is the same submission */
  digest: string;
  /** day of the newest article; null when no file named one */
  lastPublished: Day | null;
  /** the revision has followers by day */
  countsByDay: boolean;
}

export type SubmissionDocument = Submission & Document;

const submissions = collection<SubmissionDocument>('submissions');
const heads = collection<SubmissionHead>('submission-heads');

const maxRevisions = 100;

export const headId = (accountId: string, period: PeriodId): string => `${accountId}:${period}`;
export const revisionId = (accountId: string, period: PeriodId, revision: number): string =>
  `${accountId}:${period}:${revision}`;

export function findHead(accountId: string, period: PeriodId): Promise<SubmissionHead | null> {
  return heads.find(headId(accountId, period));
}

/** What some accounts filed for one period, in no order. */
export function headsOfPeriod(accountIds: string[], period: PeriodId): Promise<SubmissionHead[]> {
  return heads.listIn(
    '_id',
    accountIds.map((id) => headId(id, period)),
  );
}

/** What accounts filed for periods of theirs, in no order. */
export function headsOf(
  wanted: { accountId: string; period: PeriodId }[],
): Promise<SubmissionHead[]> {
  return heads.listIn(
    '_id',
    wanted.map(({ accountId, period }) => headId(accountId, period)),
  );
}

/** Periods with figures, newest first. */
export function recentHeads(accountId: string, limit: number): Promise<SubmissionHead[]> {
  return heads.list({ accountId }, { limit, order: ['to', 'desc'] });
}

/** Periods of a kind with figures, newest first, without the figures. */
export function filedPeriods(
  accountId: string,
  kind: string,
  limit: number,
): Promise<Pick<SubmissionHead, 'period'>[]> {
  const fields = ['period'];
  return heads.list({ accountId, kind }, { limit, order: ['to', 'desc'], fields });
}

/** Periods of a kind that ended by a day, newest first. */
export function headsUntil(
  accountId: string,
  { kind, to }: { kind: string; to: Day },
  limit: number,
): Promise<SubmissionHead[]> {
  const filter = { accountId, kind, to: command.lte(to) };
  return heads.list(filter, { limit, order: ['to', 'desc'] });
}

/** Periods of a kind that ended before a day, newest first. */
export function earlierHeads(
  accountId: string,
  { kind, from }: { kind: string; from: Day },
  limit: number,
): Promise<SubmissionHead[]> {
  const filter = { accountId, kind, to: command.lt(from) };
  return heads.list(filter, { limit, order: ['to', 'desc'] });
}

/** Where a walk over every submission is: the last one done. */
export interface WalkedTo {
  period: PeriodId;
  id: string;
}

const inOrder: ['_id', 'asc'] = ['_id', 'asc'];

/** The submissions of the same period that follow in the order of ids. */
export function headsAfter({ period, id }: WalkedTo, limit: number): Promise<SubmissionHead[]> {
  return heads.list({ period, _id: command.gt(id) }, { limit, order: inOrder });
}

/** The first submissions of the period that follows one; none at the end. */
export async function firstHeadsAfter(period: PeriodId, limit: number): Promise<SubmissionHead[]> {
  const [next] = await heads.list(
    { period: command.gt(period) },
    { limit: 1, order: ['period', 'asc'], fields: ['period'] },
  );
  return next ? heads.list({ period: next.period }, { limit, order: inOrder }) : [];
}

export function findRevision(
  accountId: string,
  period: PeriodId,
  revision: number,
): Promise<SubmissionDocument | null> {
  return submissions.find(revisionId(accountId, period, revision));
}

/** Some revisions by their ids, in no order. */
export function findRevisions(ids: string[]): Promise<SubmissionDocument[]> {
  return submissions.listIn('_id', ids);
}

/** Every revision of a period, newest first. */
export async function revisionsOf(accountId: string, period: PeriodId): Promise<Submission[]> {
  const options = { limit: maxRevisions, order: ['revision', 'desc'] as ['revision', 'desc'] };
  const documents = await submissions.list({ accountId, period }, options);
  return documents.map(({ _id, ...submission }) => submission);
}
