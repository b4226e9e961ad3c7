import { isDeepStrictEqual } from 'node:util';
import type { StoredAccount } from './accounts';
import { batchesOf, collection, inOneUnit } from './collection';
import { placed, traitsOf } from './kept-score';
import { countPending, leaveToCount } from './pending-counts';
import type { KeptScore } from './scores';

const heads = collection<KeptScore>('score-heads');

/** More scores than one account has: schemes × periods of its whole life. */
const mostOfAccount = 1000;
const atOnce = 20;

/**
 * Places the scores of accounts anew after their region, level, department, kind or mode changed. As
 * often as it is done it comes to the same; work grows with the accounts' own scores alone.
 */
export async function moveScores(moved: StoredAccount[]): Promise<void> {
  for (const account of moved) await moveScoresOf(account);
  await countPending();
}

async function moveScoresOf(account: StoredAccount): Promise<void> {
  const traits = traitsOf(account);
  const kept = await heads.list(
    { accountId: account.id },
    { limit: mostOfAccount, fields: ['traits'] },
  );
  const elsewhere = kept.filter((head) => !isDeepStrictEqual(head.traits, traits));
  for (const batch of batchesOf(elsewhere, atOnce)) {
    const ids = batch.map(({ _id }) => _id);
    await inOneUnit(async (unit) => {
      const found = await unit.findMany<KeptScore>('score-heads', ids);
      const placedAnew = found.map((head) => placed({ ...head, traits }));
      for (const head of placedAnew) await unit.put('score-heads', head);
      await leaveToCount(
        unit,
        placedAnew.map((head, index) => [found[index] ?? null, head]),
      );
    });
  }
}
