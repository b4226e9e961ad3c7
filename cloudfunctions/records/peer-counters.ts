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
