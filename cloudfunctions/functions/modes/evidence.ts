import type { EvidenceRow, ModeEvidence } from '../../../typings/modes';
import { modeEvidence } from '../../domain/modes';
import { defaultScheme } from '../../domain/submissions/scored-schemes.data';
import { accountsLike, type StoredAccount } from '../../records/accounts';
import { scoresOfPeriod } from '../../records/scores';
import { headsOfPeriod, recentHeads } from '../../records/submissions';

const mostAccounts = 300;

/** Accounts of the same level and department and of like size by mode, in the account's newest period. */
export async function evidenceFor(account: StoredAccount): Promise<ModeEvidence> {
  const [head] = await recentHeads(account.id, 1);
  const { level, department } = account.agency;
  const like = { level, department, followers: head?.figures.followers?.value ?? null };
  if (!head) return modeEvidence([], like);
  const peers = await accountsLike({ level, department }, mostAccounts);
  const ids = peers.map(({ id }) => id);
  const [scores, filed] = await Promise.all([
    scoresOfPeriod(ids, head.period, defaultScheme),
    headsOfPeriod(ids, head.period),
  ]);
  const byAccount = new Map(scores.map((score) => [score.accountId, score]));
  const figuresOf = new Map(filed.map(({ accountId, figures }) => [accountId, figures]));
  const rows = peers.flatMap(({ id, operation }): EvidenceRow[] => {
    const score = byAccount.get(id);
    if (!score) return [];
    const { dissemination, service, interaction } = score.parts;
    return [
      {
        accountId: id,
        level,
        department,
        followers: figuresOf.get(id)?.followers?.value ?? null,
        period: head.period,
        mode: operation.mode,
        forces: { dissemination, service, interaction },
      },
    ];
  });
  return modeEvidence(rows, like);
}
