import type { ApiError } from '../../typings/answer';
import type { HitCounts, HitDecision, PostingRecord, TitleHit } from '../../typings/monitors';
import type { Result } from '../../typings/result';
import type { Submission } from '../../typings/submission';
import type { Day, Instant } from '../../typings/vocabulary';
import { reachKeys } from '../domain/access/reach-keys';
import type { RegionScope } from '../domain/access/scopes';
import type { Period } from '../domain/indices';
import { clockOf } from '../domain/inspections';
import { readArticleLink } from '../domain/intake/article-link';
import {
  checkText,
  comparedTitle,
  type ListMatcher,
  postingsOf,
  readTitle,
  withoutNumbers,
} from '../domain/monitors';
import { idOf } from '../platform/random';
import type { StoredAccount } from './accounts';
import { collection, command, type Document, type Unit } from './collection';
import type { ArticleOwner } from './matrix';
import { allOf, placeKey, placesWithin } from './places';
import type { Reached } from './reach';
import { type Answered, answeredOnce } from './requests';

export type PostingDocument = Reached &
  Pick<PostingRecord, 'accountId' | 'period' | 'longestGapDays' | 'daysBelow' | 'previous'> & {
    kind: string;
    to: Day;
    /** worst first, then the id */
    gapKey: string;
    belowKey: string;
  };

export type HitDocument = Reached &
  Omit<TitleHit, 'id' | 'accountName' | 'agencyName'> & {
    /** instant, then the id */
    foundKey: string;
  };

export interface PublishedDocument extends Document {
  accountId: string;
  place: string;
  level: StoredAccount['agency']['level'];
  department: StoredAccount['agency']['department'];
  /** what each title says, digested */
  prints: string[];
  titles: { print: string; on: Day }[];
}

type CountsDocument = HitCounts & Document;

interface Told {
  account: StoredAccount;
  period: Period;
  submission: Submission;
  lists: ListMatcher[];
}

const mostHits = 100;
const worst = 99_999;
const none: HitCounts = { open: 0, falseAlarm: 0, corrected: 0, inspection: 0 };
const countOf: Record<HitDecision | 'open', keyof HitCounts> = {
  open: 'open',
  'false-alarm': 'falseAlarm',
  corrected: 'corrected',
  inspection: 'inspection',
};

const decided: ApiError = { code: 'conflict', message: '这一条刚刚有人处理过，请刷新后查看。' };

/** What a title says, as it is looked up. */
export function printOf(title: string): string {
  return idOf('title', comparedTitle(title));
}

/**
 * Writes what a submission shows: how steadily the account posts, what its titles say, and what in
 * them a person should look at. A hit that stands already keeps its decision.
 */
export async function recordMonitors(unit: Unit, told: Told): Promise<void> {
  await recordPosting(unit, told);
  const { items } = told.submission;
  if (items.length === 0) return;
  const titles = publishedOf(told);
  await unit.put('published-titles', titles);
  await claimArticles(unit, told);
  const hits = hitsOf(told);
  const standing = await unit.findMany<HitDocument>(
    'title-hits',
    hits.map(({ _id }) => _id),
  );
  const known = new Set(standing.map(({ _id }) => _id));
  const fresh = hits.filter(({ _id }) => !known.has(_id));
  if (fresh.length === 0) return;
  await unit.addMany('title-hits', fresh);
  await recount(unit, told.account.id, { open: fresh.length });
}

/** The same for many accounts, into collections that hold none of it yet: scripts alone. */
export async function addMonitors(all: Told[]): Promise<void> {
  const titled = all.filter(({ submission }) => submission.items.length > 0);
  await collection<PublishedDocument>('published-titles').add(titled.map(publishedOf));
  const newest = new Map<string, PostingDocument>();
  for (const told of all) {
    const document = postingOf(told, newest.get(told.account.id) ?? null);
    if (document) newest.set(told.account.id, document);
  }
  await collection<PostingDocument>('postings').add([...newest.values()]);
  const hits = new Map(titled.flatMap(hitsOf).map((hit) => [hit._id, hit]));
  await collection<HitDocument>('title-hits').add([...hits.values()]);
  const open = new Map<string, number>();
  for (const { accountId } of hits.values()) open.set(accountId, (open.get(accountId) ?? 0) + 1);
  await collection<CountsDocument>('hit-counts').add(
    [...open].map(([_id, count]) => ({ _id, ...none, open: count })),
  );
}

async function recordPosting(unit: Unit, told: Told): Promise<void> {
  const standing = await unit.find<PostingDocument>('postings', told.account.id);
  const document = postingOf(told, standing);
  if (document) await unit.put('postings', document);
}

/** Null when a later period is known, or when the submission tells of no gap. */
function postingOf(
  { account, period, submission }: Told,
  standing: PostingDocument | null,
): PostingDocument | null {
  if (standing && standing.to > period.to) return null;
  const figure = submission.figures.longestGapDays?.value ?? null;
  const days = submission.items.flatMap(({ publishedAt }) => publishedAt ?? []);
  const asOf = submission.enteredAt.slice(0, 10);
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

function publishedOf({ account, submission }: Told): PublishedDocument {
  const { region, level, department } = account.agency;
  const titles = submission.items.flatMap(({ title, publishedAt }) =>
    publishedAt && comparedTitle(title) !== '' ? [{ print: printOf(title), on: publishedAt }] : [],
  );
  const id = `${account.id}:${submission.period}`;
  return {
    _id: id,
    accountId: account.id,
    place: placeKey(region, id),
    level,
    department,
    prints: [...new Set(titles.map(({ print }) => print))],
    titles,
  };
}

function hitsOf({ account, submission, lists }: Told): HitDocument[] {
  const hits = submission.items.flatMap(({ key, title, publishedAt, url }) =>
    checkText(title, lists).map((hit): HitDocument => {
      const _id = idOf('hit', account.id, key, hit.kind, hit.found);
      return {
        _id,
        within: reachKeys(account.agency),
        accountId: account.id,
        period: submission.period,
        ...hit,
        excerpt: withoutNumbers(readTitle(title)),
        publishedAt,
        url,
        state: 'open',
        foundAt: submission.enteredAt,
        foundKey: `${submission.enteredAt}-${_id}`,
        decidedAt: null,
        note: null,
        sample: submission.sample,
      };
    }),
  );
  return [...new Map(hits.map((hit) => [hit._id, hit])).values()].slice(0, mostHits);
}

/** Articles of one account carry one id; a file that mixes several tells of none. */
async function claimArticles(unit: Unit, { account, submission }: Told): Promise<void> {
  const ids = new Set(submission.items.flatMap(({ url }) => readArticleLink(url)?.biz ?? []));
  const [only] = ids;
  if (!only || ids.size > 1) return;
  const standing = await unit.find('article-owners', only);
  if (!standing)
    await unit.add<ArticleOwner>('article-owners', { _id: only, accountId: account.id });
}

async function recount(unit: Unit, accountId: string, change: Partial<HitCounts>): Promise<void> {
  const standing = await unit.find<CountsDocument>('hit-counts', accountId);
  const { _id, ...counts } = standing ?? { _id: accountId, ...none };
  for (const name of Object.values(countOf)) counts[name] += change[name] ?? 0;
  await unit.put('hit-counts', { _id, ...counts });
}

/** Records a person's decision on a hit, once for a request; the first of two people wins. */
export function decideHit(
  hitId: string,
  {
    decision,
    note,
    who,
    at,
  }: { decision: HitDecision; note: string | null; who: string; at: Instant },
  request: Answered,
): Promise<Result<string>> {
  return answeredOnce(request, async (unit) => {
    const hit = await unit.find<HitDocument>('title-hits', hitId);
    if (hit?.state !== 'open') return { ok: false, error: decided };
    await unit.put('title-hits', { ...hit, state: decision, decidedAt: at, note });
    await unit.add('hit-decisions', { _id: hitId, decision, note, who, at });
    await recount(unit, hit.accountId, { open: -1, [countOf[decision]]: 1 });
    return { ok: true, value: hitId };
  });
}

export function findHit(id: string): Promise<HitDocument | null> {
  return collection<HitDocument>('title-hits').find(id);
}

/** Of an account, newest first. */
export function hitsOfAccount(accountId: string): Promise<HitDocument[]> {
  const options = { limit: mostHits, order: ['foundKey', 'desc'] as ['foundKey', 'desc'] };
  return collection<HitDocument>('title-hits').list({ accountId }, options);
}

/** How many hits of some accounts stand how: what an inspector is shown beside a finding. */
export async function hitCountsOf(accountIds: string[]): Promise<Map<string, HitCounts>> {
  const found = await collection<CountsDocument>('hit-counts').listIn('_id', accountIds);
  return new Map(
    accountIds.map((id) => {
      const { _id, ...counts } = found.find((one) => one._id === id) ?? { _id: id, ...none };
      return [id, counts];
    }),
  );
}

/** A page of accounts within the scopes that published a title, in the order of their places. */
export async function publishedWithin(
  scopes: RegionScope[],
  print: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<{ items: PublishedDocument[]; next: string | null }> {
  const conditions = [
    { prints: print },
    ...placesWithin(scopes, ['level', 'department']),
    ...(cursor ? [{ place: command.gt(cursor) }] : []),
  ];
  const found = await collection<PublishedDocument>('published-titles').list(allOf(conditions), {
    limit: limit + 1,
    order: ['place', 'asc'],
  });
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.place ?? null) : null };
}
