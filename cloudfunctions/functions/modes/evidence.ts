import type { EvidenceRow, ModeEvidence } from '../../../typings/mode-evidence';
import type { PeriodId } from '../../../typings/vocabulary';
import { parsePeriod, previousPeriod } from '../../domain/indices';
import { modeEvidence } from '../../domain/modes';
import { modeAt } from '../../domain/modes/mode-at';
import { defaultScheme } from '../../domain/submissions/scored-schemes.data';
import { unwrap } from '../../handler/refusal';
import { accountStates } from '../../records/account-revisions';
import { accountsLike, type StoredAccount } from '../../records/accounts';
import { scoresOfPeriod } from '../../records/scores';
import { headsOfPeriod, recentHeads } from '../../records/submissions';

const mostAccounts = 300;
/** Looked at beside the newest: half a year and nearly a year before, where months are filed. */
const periodsBack = [0, 6, 11];

/**
 * Accounts of the same level and department and of like size by mode, in the account's newest period
 * and in earlier ones of its kind, so that a change of mode has a before and an after.
 */
export async function evidenceFor(account: StoredAccount): Promise<ModeEvidence> {
  const [head] = await recentHeads(account.id, 1);
  const { level, department } = account.agency;
  const like = { level, department, followers: head?.figures.followers?.value ?? null };
  if (!head) return modeEvidence([], like);
  const peers = await accountsLike({ level, department }, mostAccounts);
  const states = await accountStates(peers);
  const rows = await Promise.all(
    periodsBack.map((back) => rowsOf(earlier(head.period, back), peers, states)),
  );
  return modeEvidence(rows.flat(), like);
}

async function rowsOf(
  period: PeriodId,
  peers: StoredAccount[],
  states: Awaited<ReturnType<typeof accountStates>>,
): Promise<EvidenceRow[]> {
  const ids = peers.map(({ id }) => id);
  const [scores, filed] = await Promise.all([
    scoresOfPeriod(ids, period, defaultScheme),
    headsOfPeriod(ids, period),
  ]);
  const byAccount = new Map(scores.map((score) => [score.accountId, score]));
  const figuresOf = new Map(filed.map(({ accountId, figures }) => [accountId, figures]));
  const { to } = unwrap(parsePeriod(period));
  return peers.flatMap(({ id, agency: { level, department } }): EvidenceRow[] => {
    const score = byAccount.get(id);
    if (!score) return [];
    const { dissemination, service, interaction } = score.parts;
    return [
      {
        accountId: id,
        level,
        department,
        followers: figuresOf.get(id)?.followers?.value ?? null,
        period,
        mode: modeAt(states.get(id) ?? [], to),
        forces: { dissemination, service, interaction },
      },
    ];
  });
}

function earlier(period: PeriodId, back: number): PeriodId {
  return back === 0 ? period : earlier(unwrap(previousPeriod(period)).id, back - 1);
}
