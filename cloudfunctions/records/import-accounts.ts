import { claimManyKeys, keysOf } from './account-keys';
import type { StoredAccount } from './accounts';
import { accounts, toDocument } from './accounts';
import { batchesOf, collection, command } from './collection';
import { type ChangedBy, revisionOf } from './save-account';

const revisions = collection<ReturnType<typeof revisionOf>>('account-revisions');
const lanes = 20;

/**
 * Writes many accounts, each in the state to come; those that stand in it already are left alone,
 * so that a broken run is finished by running it again. Answers with the accounts whose WeChat id or
 * AppID another one holds, which are not written.
 */
export async function writeAccounts(
  states: StoredAccount[],
  change: ChangedBy,
): Promise<StoredAccount[]> {
  const held = await claimManyKeys(states.flatMap((account) => keysOf(account, account.id)));
  const refused = new Set(held.map(({ accountId }) => accountId));
  const free = states.filter(({ id }) => !refused.has(id));
  await revisions.addMissing(free.map((account) => revisionOf(account, change)));
  await accounts.addMissing(free.filter(({ revision }) => revision === 1).map(toDocument));
  for (const batch of batchesOf(
    free.filter(({ revision }) => revision > 1),
    lanes,
  )) {
    await Promise.all(batch.map(replace));
  }
  return states.filter(({ id }) => refused.has(id));
}

async function replace(account: StoredAccount): Promise<void> {
  // Contracts say which vendors an account is open to, not an import.
  const { _id, vendorIds: _, ...fields } = toDocument(account);
  const whole = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, command.set(value)]),
  );
  await accounts.change({ _id, revision: account.revision - 1 }, whole);
}
