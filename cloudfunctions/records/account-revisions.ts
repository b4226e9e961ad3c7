import type { Day } from '../../typings/vocabulary';
import type { RegisteredMode } from '../domain/modes/mode-at';
import { operatorChanges } from '../domain/submissions/operator-changes';
import { momentOf } from '../platform/clock';
import type { StoredAccount } from './accounts';
import { collection, type Document } from './collection';
import type { revisionOf } from './save-account';

const revisions = collection<ReturnType<typeof revisionOf> & Document>('account-revisions');

/** Changed more often than this, an account's oldest states are left out. */
const mostStates = 20;

/** What the registry said of the mode of each account, state by state. */
export async function accountStates(
  accounts: Pick<StoredAccount, 'id' | 'revision' | 'updatedAt' | 'operation'>[],
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

function revisionIds({ id, revision }: Pick<StoredAccount, 'id' | 'revision'>): string[] {
  const first = Math.max(1, revision - mostStates + 1);
  return Array.from({ length: revision - first + 1 }, (_, index) => `${id}:${first + index}`);
}

/** The days on which an account passed into other hands, among its last states. */
export async function operatorsOf(account: StoredAccount): Promise<{ day: Day; text: string }[]> {
  if (account.revision === 1) return [];
  const states = await revisions.listIn('_id', revisionIds(account));
  states.sort((a, b) => a.revision - b.revision);
  return operatorChanges(
    states.map(({ operation: { operator, mode }, updatedAt }) => ({
      day: momentOf(Date.parse(updatedAt)).today,
      operator,
      mode,
    })),
  );
}
