import type { PeerStanding } from '../../../typings/insights';
import type { PeerTraits } from '../../../typings/peers';
import { boardOf } from '../../domain/leaderboards/cells';
import {
  type CountedGroup,
  type CountedIn,
  standingIn,
} from '../../domain/submissions/peer-buckets';
import type { StoredAccount } from '../../records/accounts';
import { cellOfGroup, groupIdOf, peerGroups } from '../../records/peer-counters';
import { findScoreHead, type KeptScore } from '../../records/scores';
import type { Chosen } from './chosen';

/** A score and the groups that it is counted among. */
export interface AmongPeers {
  traits: PeerTraits;
  kept: KeptScore;
  /** null when the score has no value */
  counted: CountedIn | null;
  groups: CountedGroup[];
}

/** The groups of peers about a counted score, and the cells where their scores are kept. */
export function groupsAbout(
  { traits, groups }: AmongPeers,
  counted: CountedIn,
  { scheme, filed }: Chosen,
): { standing: PeerStanding; peers: CountedGroup[]; cells: string[] } {
  const standing = standingIn(scheme.id, { traits, counted }, groups);
  const peers = groups.filter((group) =>
    standing.sharedTraits.every((trait) => group[trait] === traits[trait]),
  );
  const board = boardOf(scheme.id, filed.period);
  return { standing, peers, cells: peers.map((group) => cellOfGroup(board, group)) };
}

/** The account's score among its peers, from counters alone; null when it has none. */
export async function amongPeers(
  account: StoredAccount,
  { filed, scheme }: Chosen,
): Promise<AmongPeers | null> {
  const { level, department } = account.agency;
  const traits = { level, department, kind: account.kind };
  const [kept, groups] = await Promise.all([
    findScoreHead(account.id, filed.period, scheme.id),
    peerGroups({ scheme: scheme.id, period: filed.period, traits }),
  ]);
  if (!kept) return null;
  const bucket = kept.counted.index;
  const counted = bucket === undefined ? null : { group: groupIdOf(kept), bucket };
  return { traits, kept, counted, groups };
}

/** Where the account stands among its peers, told from counters: nothing is counted or sorted. */
export async function standingOf(
  account: StoredAccount,
  chosen: Chosen,
): Promise<PeerStanding | null> {
  const peers = await amongPeers(account, chosen);
  return peers && standingIn(chosen.scheme.id, peers, peers.groups);
}
