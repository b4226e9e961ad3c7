import type { RegisteredMode } from '../domain/modes/mode-at';
import type { StoredAccount } from './accounts';
import { collection, type Document } from './collection';
import type { revisionOf } from './save-account';

const revisions = collection<ReturnType<typeof revisionOf> & Document>('account-revisions');

/** Changed more often than this, an account's oldest states are left out. */
const mostStates = 20;

/** What the registry said of the mode of each account, state by state. */
export async function accountStates(
  accounts: StoredAccount[],
): Promise<Map<string, RegisteredMode[]>> {
  const changed = accounts.filter(({ revision }) => revision > 1);
  const kept = await revisions.listIn('_id', changed.flatMap(revisionIds));
  const states = new Map<string, RegisteredMode[]>(accounts.map(({ id }) => [id, []]));
  for (const state of kept) states.get(state.accountId)?.push(registeredMode(state));
  for (const account of accounts) {
    if (account.revision === 1) states.get(account.id)?.push(registeredMode(account));
  }
  return states;
}

function registeredMode({
  revision,
  updatedAt,
  operation,
}: Pick<StoredAccount, 'revision' | 'updatedAt' | 'operation'>): RegisteredMode {
  return { revision, updatedAt, mode: operation.mode };
}

function revisionIds({ id, revision }: StoredAccount): string[] {
  const first = Math.max(1, revision - mostStates + 1);
  return Array.from({ length: revision - first + 1 }, (_, index) => `${id}:${first + index}`);
}
