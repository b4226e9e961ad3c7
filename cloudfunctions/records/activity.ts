import type { Activity } from '../../typings/updates';
import type { Day, Instant, RegionCode } from '../../typings/vocabulary';
import type { RegionScope } from '../domain/access/scopes';
import { dayOfInstant } from '../domain/indices/days';
import { clockOf, publishBy } from '../domain/inspections';
import type { StoredAccount } from './accounts';
import { collection, command, type Document, type Filter, type Unit } from './collection';

/** Who told of a last publication, and when. */
export interface Told extends Omit<Activity, 'accountId'> {
  who: string;
  at: Instant;
}

/** What is known now of when an account last published. */
export interface ActivityHead extends Activity, Document {
  revision: number;
  /** parts of the region code, each for the scopes of its size */
  province: RegionCode;
  city: RegionCode;
  county: RegionCode;
  level: StoredAccount['agency']['level'];
  department: StoredAccount['agency']['department'];
  /** last day to publish, then the id; null when no clock runs or the account is closed */
  due: string | null;
}

type ActivityDocument = Activity & Document & { who: string; at: Instant };

const heads = collection<ActivityHead>('activity-heads');
const maxScopes = 20;

/**
 * Appends what was told. What a file or an interface tells stands only when it is later than what is
 * known; what a person saw stands as it is, so that a wrong day can be put right.
 */
export async function recordActivity(
  unit: Unit,
  account: StoredAccount,
  told: Told,
): Promise<Activity> {
  const before = await unit.find<ActivityHead>('activity-heads', account.id);
  if (before && told.source !== 'observed' && before.lastPublished >= told.lastPublished) {
    return activityOf(before);
  }
  const revision = (before?.revision ?? 0) + 1;
  await unit.add<ActivityDocument>('activity', activityDocument(account.id, revision, told));
  const head = activityHead(account, revision, told);
  await unit.put<ActivityHead>('activity-heads', head);
  return activityOf(head);
}

/** Keeps the head where its account lies now. */
export async function placeActivity(unit: Unit, account: StoredAccount): Promise<void> {
  const head = await unit.find<ActivityHead>('activity-heads', account.id);
  if (!head) return;
  const placed = headAt(account, head.revision, activityOf(head), head.asOf);
  if (placed.due !== head.due || placed.county !== head.county || placed.level !== head.level) {
    await unit.put<ActivityHead>('activity-heads', placed);
  }
}

export async function findActivity(accountId: string): Promise<Activity | null> {
  const head = await heads.find(accountId);
  return head && activityOf(head);
}

/** What is known of some accounts, by their ids. */
export async function activityOfAccounts(accountIds: string[]): Promise<Map<string, Activity>> {
  const found = await heads.listIn('_id', accountIds);
  return new Map(found.map((head) => [head.accountId, activityOf(head)]));
}

/** A page of accounts in the order in which they run out of time, within any of the scopes. */
export async function soonDue(
  scopes: RegionScope[],
  { until, after, limit, from }: { until: Day; after: string | null; limit: number; from?: Day },
): Promise<{ items: Activity[]; next: string | null }> {
  const lists = await Promise.all(
    scopes.slice(0, maxScopes).map((scope) =>
      heads.list(dueWithin(scope, until, after ?? from ?? ''), {
        limit: limit + 1,
        order: ['due', 'asc'],
      }),
    ),
  );
  const merged = [...new Map(lists.flat().map((head) => [head._id, head])).values()].sort((a, b) =>
    (a.due ?? '') < (b.due ?? '') ? -1 : 1,
  );
  const page = merged.slice(0, limit);
  return {
    items: page.map(activityOf),
    next: merged.length > limit ? (page.at(-1)?.due ?? null) : null,
  };
}

function dueWithin(scope: RegionScope, until: Day, after: string): Filter {
  const { regionPrefix, levels, department } = scope;
  const region = { 2: 'province', 4: 'city', 6: 'county' }[regionPrefix.length];
  return {
    ...(region ? { [region]: regionPrefix } : {}),
    ...(department ? { department } : {}),
    ...(levels ? { level: command.in(levels) } : {}),
    due: command.gt(after).and(command.lt(`${until}-~`)),
  };
}

/** The documents of first tellings, for collections that hold none of them yet. */
export async function addActivity(list: { account: StoredAccount; told: Told }[]): Promise<void> {
  await collection<ActivityDocument>('activity').add(
    list.map(({ account, told }) => activityDocument(account.id, 1, told)),
  );
  await heads.add(list.map(({ account, told }) => activityHead(account, 1, told)));
}

function activityDocument(accountId: string, revision: number, told: Told): ActivityDocument {
  return { _id: `${accountId}:${revision}`, accountId, ...told };
}

function activityHead(account: StoredAccount, revision: number, told: Told): ActivityHead {
  const { who: _, at, ...activity } = told;
  return headAt(account, revision, { accountId: account.id, ...activity }, dayOfInstant(at));
}

function headAt(
  account: StoredAccount,
  revision: number,
  activity: Activity,
  day: Day,
): ActivityHead {
  const { region, level, department } = account.agency;
  const clock = clockOf({ region, kind: account.kind }, day);
  const runs = clock && account.status === 'active';
  return {
    _id: account.id,
    ...activity,
    revision,
    province: region.slice(0, 2),
    city: region.slice(0, 4),
    county: region,
    level,
    department,
    due: runs ? `${publishBy(activity.lastPublished, clock.days)}-${account.id}` : null,
  };
}

function activityOf({ accountId, lastPublished, source, asOf, confirmed }: ActivityHead): Activity {
  return { accountId, lastPublished, source, asOf, confirmed };
}
