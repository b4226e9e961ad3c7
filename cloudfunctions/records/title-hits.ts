import type { ApiError } from '../../typings/answer';
import type { HitCounts, HitDecision, TitleHit } from '../../typings/monitors';
import type { Result } from '../../typings/result';
import type { Instant } from '../../typings/vocabulary';
import { reachKeys } from '../domain/access/reach-keys';
import { checkText, readTitle, withoutNumbers } from '../domain/monitors';
import { idOf } from '../platform/random';
import { collection, type Document, type Unit } from './collection';
import type { Monitored } from './monitored';
import type { Reached } from './reach';
import { type Answered, answeredOnce } from './requests';

export type HitDocument = Reached &
  Omit<TitleHit, 'id' | 'accountName' | 'agencyName'> & {
    /** instant, then the id */
    foundKey: string;
  };

type CountsDocument = HitCounts & Document;

const mostHits = 100;
const none: HitCounts = { open: 0, falseAlarm: 0, corrected: 0, inspection: 0 };
const countOf: Record<HitDecision | 'open', keyof HitCounts> = {
  open: 'open',
  'false-alarm': 'falseAlarm',
  corrected: 'corrected',
  inspection: 'inspection',
};

const decided: ApiError = { code: 'conflict', message: '这一条刚刚有人处理过，请刷新后查看。' };

/** Writes what in the titles of a submission a person should look at. A hit that stands keeps its decision. */
export async function recordHits(unit: Unit, told: Monitored): Promise<void> {
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

/** The same for many accounts, into collections that hold none of it yet. */
export async function addHits(all: Monitored[]): Promise<void> {
  const hits = new Map(all.flatMap(hitsOf).map((hit) => [hit._id, hit]));
  await collection<HitDocument>('title-hits').add([...hits.values()]);
  const open = new Map<string, number>();
  for (const { accountId } of hits.values()) open.set(accountId, (open.get(accountId) ?? 0) + 1);
  await collection<CountsDocument>('hit-counts').add(
    [...open].map(([_id, count]) => ({ _id, ...none, open: count })),
  );
}

function hitsOf({ account, submission, lists }: Monitored): HitDocument[] {
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
