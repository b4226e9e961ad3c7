import type { PeerTraits } from '../../typings/indices';
import type { PeriodId } from '../../typings/vocabulary';
import {
  type Buckets,
  type CountedGroup,
  type CountedIn,
  sizeOf,
} from '../domain/submissions/peer-buckets';
import { collection, command, type Document, type Unit } from './collection';

export interface PeerCounter extends PeerTraits, Document {
  /** scheme and period */
  board: string;
  buckets: Buckets;
}

const counters = collection<PeerCounter>('peer-counters');

/** Levels × departments × kinds, with room. */
const maxGroups = 500;
/** A group of fewer peers is widened (domain/indices/peers). */
const leastPeers = 20;

export interface Group {
  scheme: string;
  period: PeriodId;
  traits: PeerTraits;
}

const boardOf = (scheme: string, period: PeriodId): string => `${scheme}:${period}`;

export function groupId({ scheme, period, traits }: Group): string {
  const { level, department, kind } = traits;
  return `${boardOf(scheme, period)}:${level}:${department}:${kind}`;
}

/** A group's counter before anything is counted. */
export function counterOf(group: Group): PeerCounter {
  const board = boardOf(group.scheme, group.period);
  return { _id: groupId(group), board, ...group.traits, buckets: {} };
}

/** Moves a score from where it was counted to its group's bucket: two counters, whatever the size. */
export async function recount(
  unit: Unit,
  group: Group,
  from: CountedIn | null,
  to: CountedIn | null,
): Promise<void> {
  if (from?.group === to?.group && from?.bucket === to?.bucket) return;
  if (from) await add(unit, from, -1);
  if (!to) return;
  if (await unit.find('peer-counters', to.group)) {
    await add(unit, to, 1);
  } else {
    await unit.add<PeerCounter>('peer-counters', {
      ...counterOf(group),
      buckets: { [to.bucket]: 1 },
    });
  }
}

/** Scores that are counted anew, many at once. */
export interface Recounted {
  group: Group;
  from: CountedIn | null;
  to: CountedIn | null;
}

/** Moves many scores at once: each counter that they touch is written once. */
export async function recountMany(unit: Unit, moves: readonly Recounted[]): Promise<void> {
  const changes = new Map<string, Buckets>();
  const groups = new Map(moves.map(({ group }) => [groupId(group), group]));
  const count = ({ group, bucket }: CountedIn, by: 1 | -1) => {
    const buckets = changes.get(group) ?? {};
    buckets[bucket] = (buckets[bucket] ?? 0) + by;
    changes.set(group, buckets);
  };
  for (const { from, to } of moves) {
    if (from) count(from, -1);
    if (to) count(to, 1);
  }
  const standing = await unit.findMany<PeerCounter>('peer-counters', [...changes.keys()]);
  const known = new Set(standing.map(({ _id }) => _id));
  const added: PeerCounter[] = [];
  for (const [id, buckets] of changes) {
    const moved = Object.entries(buckets).filter(([, by]) => by !== 0);
    if (moved.length === 0) continue;
    const group = groups.get(id);
    if (known.has(id)) {
      const increments = moved.map(([bucket, by]) => [`buckets.${bucket}`, command.inc(by)]);
      await unit.change('peer-counters', id, Object.fromEntries(increments));
    } else if (group) {
      added.push({ ...counterOf(group), buckets: Object.fromEntries(moved) });
    }
  }
  if (added.length > 0) await unit.addMany('peer-counters', added);
}

function add(unit: Unit, { group, bucket }: CountedIn, count: 1 | -1): Promise<void> {
  return unit.change('peer-counters', group, { [`buckets.${bucket}`]: command.inc(count) });
}

/**
 * The counted groups that a standing is told from: the account's own when it is large enough, else
 * those of its level, else all of the board. Never more than one document a group.
 */
export async function peerGroups(group: Group): Promise<CountedGroup[]> {
  const board = boardOf(group.scheme, group.period);
  const own = await counters.find(groupId(group));
  if (own && sizeOf(own) > leastPeers) return [counted(own)];
  const ofLevel = await counters.list({ board, level: group.traits.level }, { limit: maxGroups });
  const peers = ofLevel.reduce((sum, one) => sum + sizeOf(one), 0);
  if (peers > leastPeers) return ofLevel.map(counted);
  return (await counters.list({ board }, { limit: maxGroups })).map(counted);
}

function counted({ _id, board: _, ...group }: PeerCounter): CountedGroup {
  return { id: _id, ...group };
}
