import type { PostingRecord, Published, TitleHit } from '../../../typings/monitors';
import type { Day } from '../../../typings/vocabulary';
import { clockOf, daysBetween } from '../../domain/inspections';
import { accountsById } from '../../records/accounts';
import { activityOfAccounts } from '../../records/activity';
import type { PostingDocument } from '../../records/postings';
import type { PublishedDocument } from '../../records/published-titles';
import { type HitDocument, hitCountsOf } from '../../records/title-hits';

/** Hits with the names of their accounts as they are today. */
export async function shownHits(hits: HitDocument[]): Promise<TitleHit[]> {
  const accounts = await accountsById(hits.map(({ accountId }) => accountId));
  return hits.map(({ _id, within: _within, foundKey: _key, ...hit }) => {
    const account = accounts.find(({ id }) => id === hit.accountId);
    return {
      id: _id,
      ...hit,
      accountName: account?.name ?? '',
      agencyName: account?.agency.name ?? '',
    };
  });
}

/** Postings with what is known today: the last post, open hits, the standard that counts. */
export async function shownPostings(
  documents: PostingDocument[],
  today: Day,
): Promise<PostingRecord[]> {
  const ids = documents.map(({ accountId }) => accountId);
  const [accounts, activity, counts] = await Promise.all([
    accountsById(ids),
    activityOfAccounts(ids),
    hitCountsOf(ids),
  ]);
  return documents.flatMap(({ accountId, period, longestGapDays, daysBelow, previous }) => {
    const account = accounts.find(({ id }) => id === accountId);
    if (account?.status !== 'active') return [];
    const lastPublished = activity.get(accountId)?.lastPublished ?? null;
    const clock = clockOf({ region: account.agency.region, kind: account.kind }, today);
    return [
      {
        accountId,
        accountName: account.name,
        agencyName: account.agency.name,
        period,
        lastPublished,
        silentDays: lastPublished ? Math.max(0, daysBetween(lastPublished, today)) : null,
        longestGapDays,
        daysBelow,
        previous,
        standard: clock && { days: clock.days, source: clock.source },
        openHits: counts.get(accountId)?.open ?? 0,
        sample: account.sample,
      },
    ];
  });
}

/** Who published a title within some days of its first publication, where that day is known. */
export async function shownPublished(
  documents: PublishedDocument[],
  { print, publishedOn, withinDays }: { print: string; publishedOn?: Day; withinDays: number },
): Promise<Published[]> {
  const accounts = await accountsById(documents.map(({ accountId }) => accountId));
  return documents.flatMap(({ accountId, titles }) => {
    const account = accounts.find(({ id }) => id === accountId);
    const day = titles
      .filter((title) => title.print === print)
      .map(({ on }) => on)
      .sort()
      .find((on) => !publishedOn || on >= publishedOn);
    const daysAfter = day && publishedOn ? daysBetween(publishedOn, day) : null;
    if (!account || !day || (daysAfter ?? 0) > withinDays) return [];
    return [
      {
        accountId,
        accountName: account.name,
        agencyName: account.agency.name,
        publishedAt: day,
        daysAfter,
      },
    ];
  });
}
