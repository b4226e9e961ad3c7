import type { AnomalyFlag } from '../../../typings/indices';
import type { PeerComparison } from '../../../typings/peers';
import type { PeriodId } from '../../../typings/vocabulary';
import {
  findAnomaliesAmong,
  type PeersKnown,
  previousPeriod,
  widening,
} from '../../domain/indices';
import { recordOf } from '../../domain/submissions/compose';
import { comparisonOf, figureBuckets, peersCounted } from '../../domain/submissions/peer-figures';
import { defaultScheme } from '../../domain/submissions/scored-schemes.data';
import type { StoredAccount } from '../../records/accounts';
import { countedFigures } from '../../records/peer-counters';
import type { FiledPeriod } from './filed';

/** What an article can reach depends on how many people its office serves: levels are not mixed. */
const withinLevel = widening.filter((shared) => shared.includes('level'));
const nobody: PeersKnown = { typical: {} };

export interface Flagged {
  flags: AnomalyFlag[];
  /** what of the figures could be held against the peers' at all */
  peerComparison: PeerComparison;
}

/**
 * What of a period's figures a reviewer should look at, against the account's own past and its peers:
 * told when it is asked for, so that it is as new as the peers' figures, from a fixed number of
 * counters whatever the number of accounts.
 *
 * @param history the account's own periods of the same kind, newest first
 */
export async function flagsOf(
  account: StoredAccount,
  filed: FiledPeriod,
  history: readonly FiledPeriod[],
): Promise<Flagged> {
  const past = history.filter(({ to }) => to < filed.to).reverse();
  const peers = await peersOf(account, filed, history);
  const flags = findAnomaliesAmong(recordOf(filed), past.map(recordOf), peers);
  return { flags: flags.ok ? flags.value : [], peerComparison: comparisonOf(filed, peers) };
}

/**
 * The closest group of the level that is large enough: of the same period, or of the one before while
 * few have filed it; wider only where neither is.
 */
async function peersOf(
  { agency: { level, department }, kind }: StoredAccount,
  filed: FiledPeriod,
  history: readonly FiledPeriod[],
): Promise<PeersKnown> {
  const traits = { level, department, kind };
  const before = previousPeriod(filed.period);
  const periods = before.ok ? [filed.period, before.value.id] : [filed.period];
  for (const sharedTraits of withinLevel) {
    const groups = await Promise.all(
      periods.map(async (period) => {
        const board = { scheme: defaultScheme, period, traits };
        const counts = await countedFigures(board, sharedTraits);
        const own = ownBuckets(history, period);
        return peersCounted({ sharedTraits: [...sharedTraits], period, counts, own });
      }),
    );
    const found = groups.find((group) => group !== null);
    if (found) return found;
  }
  return nobody;
}

/** Where the account's own figures are counted: those filed alone, not what was put together. */
function ownBuckets(history: readonly FiledPeriod[], period: PeriodId) {
  const own = history.find((one) => one.period === period && one.revision > 0);
  return own ? figureBuckets(own) : {};
}
