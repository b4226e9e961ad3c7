import type { RankUncertainty } from '../../../typings/insights';
import { ownRank } from '../../domain/submissions/own-rank';
import { countsAbout } from '../../domain/submissions/peer-buckets';
import type { StoredAccount } from '../../records/accounts';
import { scoresBeside } from '../../records/scores';
import { findRevisions, revisionId } from '../../records/submissions';
import type { Chosen } from './chosen';
import { amongPeers, groupsAbout } from './standing';

/** Nearest peers on either side that are ranked anew: their articles are read, so they are few. */
const eachSide = 30;

/**
 * One's own rank among its peers with its interval, from the group's counters and the nearest peers'
 * articles: a fixed number of documents, whatever the size of the group.
 */
export async function rankOf(
  account: StoredAccount,
  chosen: Chosen,
): Promise<RankUncertainty | null> {
  const placed = await amongPeers(account, chosen);
  if (!placed?.counted) return null;
  const { kept, counted } = placed;
  const { standing, peers, cells } = groupsAbout(placed, counted, chosen);
  const beside = await scoresBeside(kept, cells, eachSide);
  const wanted = [kept, ...beside].map((one) =>
    revisionId(one.accountId, one.period, one.submissionRevision),
  );
  const submissions = await findRevisions(wanted);
  const own = submissions.find(({ accountId }) => accountId === account.id);
  const nearest = submissions.filter(({ accountId }) => accountId !== account.id);
  const { better, worse } = countsAbout(peers, counted);
  return own && nearest.length > 0
    ? ownRank(chosen.scheme, { own, nearest, better, worse, standing })
    : null;
}
