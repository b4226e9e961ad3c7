import type { PeerStanding } from '../../../typings/indices';
import { standingIn } from '../../domain/submissions/peer-buckets';
import type { StoredAccount } from '../../records/accounts';
import { groupIdOf, peerGroups } from '../../records/peer-counters';
import { findScoreHead } from '../../records/scores';
import type { Chosen } from './chosen';

/** Where the account stands among its peers, told from counters: nothing is counted or sorted. */
export async function standingOf(
  account: StoredAccount,
  { filed, scheme }: Chosen,
): Promise<PeerStanding | null> {
  const { level, department } = account.agency;
  const traits = { level, department, kind: account.kind };
  const [kept, groups] = await Promise.all([
    findScoreHead(account.id, filed.period, scheme.id),
    peerGroups({ scheme: scheme.id, period: filed.period, traits }),
  ]);
  const bucket = kept?.counted.index;
  const counted = kept && bucket !== undefined ? { group: groupIdOf(kept), bucket } : null;
  return kept && standingIn(scheme.id, { traits, counted }, groups);
}
