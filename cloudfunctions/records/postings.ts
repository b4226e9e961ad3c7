import type { PostingRecord } from '../../typings/monitors';
import type { Day } from '../../typings/vocabulary';
import { reachKeys } from '../domain/access/reach-keys';
import { dayOfInstant } from '../domain/indices/days';
import { clockOf } from '../domain/inspections';
import { postingsOf } from '../domain/monitors';
import { collection, type Unit } from './collection';
import type { Monitored } from './monitored';
import type { Reached } from './reach';

export type PostingDocument = Reached &
  Pick<PostingRecord, 'accountId' | 'period' | 'longestGapDays' | 'daysBelow' | 'previous'> & {
    kind: string;
    to: Day;
    /** worst first, then the id */
    gapKey: string;
    belowKey: string;
  };

const worst = 99_999;

/** Writes how steadily an account posted in its newest period. */
export async function recordPosting(unit: Unit, told: Monitored): Promise<void> {
  const standing = await unit.find<PostingDocument>('postings', told.account.id);
  const document = postingOf(told, standing);
  if (document) await unit.put('postings', document);
}

/** The newest of each account's, into a collection that holds none yet. */
export async function addPostings(all: Monitored[]): Promise<void> {
  const newest = new Map<string, PostingDocument>();
  for (const told of all) {
    const document = postingOf(told, newest.get(told.account.id) ?? null);
    if (document) newest.set(told.account.id, document);
  }
  await collection<PostingDocument>('postings').add([...newest.values()]);
}

/** Null when a later period is known, or when the submission tells of no gap. */
function postingOf(
  { account, period, submission }: Monitored,
  standing: PostingDocument | null,
): PostingDocument | null {
  if (standing && standing.to > period.to) return null;
  const figure = submission.figures.longestGapDays?.value ?? null;
  const days = submission.items.flatMap(({ publishedAt }) => publishedAt ?? []);
  const asOf = dayOfInstant(submission.enteredAt);
  const span = {
    from: period.from,
    to: asOf < period.to && asOf >= period.from ? asOf : period.to,
  };
  const limit = clockOf({ region: account.agency.region, kind: account.kind }, asOf)?.days;
  const read = days.length > 0 && limit ? postingsOf(days, span, limit) : null;
  const longestGapDays = read?.longestGapDays ?? figure;
  if (longestGapDays === null) return null;
  const daysBelow = read?.daysBelow ?? null;
  const isSame = standing?.period === submission.period;
  const before = isSame ? standing.previous : previousOf(standing, period.kind);
  const key = (days: number) => `${String(worst - days).padStart(5, '0')}-${account.id}`;
  return {
    _id: account.id,
    accountId: account.id,
    within: reachKeys(account.agency),
    period: submission.period,
    kind: period.kind,
    to: period.to,
    longestGapDays,
    daysBelow,
    previous: before,
    gapKey: key(longestGapDays),
    belowKey: key(daysBelow ?? 0),
  };
}

function previousOf(standing: PostingDocument | null, kind: string): PostingRecord['previous'] {
  if (standing?.kind !== kind) return null;
  const { period, longestGapDays, daysBelow } = standing;
  return { period, longestGapDays, daysBelow };
}
