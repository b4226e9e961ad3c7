import type { ClosedTraces } from '../../domain/lifecycle';
import { keysOfAccount } from '../../domain/matrix';
import { accountsById, type StoredAccount } from '../../records/accounts';
import { activityOfAccounts } from '../../records/activity';
import { closuresOf } from '../../records/closures';
import { batchesOf } from '../../records/collection';
import { headsLinkingTo } from '../../records/matrix';

/** Accounts asked about at once: each has some keys, and links to any of them are one bounded query. */
const atOnce = 40;

/** What is known of some closed accounts beside the registry, by their ids. */
export async function tracesOfClosed(
  accounts: StoredAccount[],
): Promise<Map<string, ClosedTraces>> {
  const parts = await Promise.all(batchesOf(accounts, atOnce).map(tracesOfFew));
  return new Map(parts.flatMap((part) => [...part]));
}

async function tracesOfFew(accounts: StoredAccount[]): Promise<Map<string, ClosedTraces>> {
  const ids = accounts.map(({ id }) => id);
  const [closures, activity, linking] = await Promise.all([
    closuresOf(ids),
    activityOfAccounts(ids),
    headsLinkingTo(accounts.flatMap(keysOfAccount)),
  ]);
  const names = new Map(
    (await accountsById(linking.map(({ _id }) => _id))).map(({ id, name }) => [id, name]),
  );
  const procedures = new Set(closures.map(({ accountId }) => accountId));
  return new Map(
    accounts.map((account) => {
      // A name alone may be another account's by now: only what identifies it counts here.
      const own = new Set(keysOfAccount(account).filter((key) => !key.startsWith('name:')));
      const linkedFrom = linking
        .filter(({ _id, toKeys }) => _id !== account.id && toKeys.some((key) => own.has(key)))
        .flatMap(({ _id }) => names.get(_id) ?? []);
      return [
        account.id,
        {
          byProcedure: procedures.has(account.id),
          linkedFrom,
          lastPublished: activity.get(account.id)?.lastPublished ?? null,
        },
      ];
    }),
  );
}
