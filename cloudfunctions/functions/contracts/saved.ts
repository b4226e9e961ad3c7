import type { ContractInput } from '../../../typings/contracts';
import type { Instant } from '../../../typings/vocabulary';
import type { Subject } from '../../handler/action';
import { found } from '../../handler/refusal';
import { idOf } from '../../platform/random';
import { findAccount, placeOfAccount, type StoredAccount } from '../../records/accounts';
import { findContract, type StoredContract } from '../../records/contracts';
import { vendorIdOf } from '../../records/vendor-id';

export interface SavedSubject extends Subject {
  /** null when it is new */
  before: StoredContract | null;
  /** in the order of the contract; null for one that does not exist */
  accounts: (StoredAccount | null)[];
}

/** A contract before a save, and the accounts that it is to be for; it lies where it lies before, or will. */
export async function savedContract({
  contractId,
  contract,
}: {
  contractId?: string;
  contract: ContractInput;
}): Promise<SavedSubject | null> {
  const [before, accounts] = await Promise.all([
    contractId === undefined ? null : findContract(contractId),
    Promise.all([...new Set(contract.accountIds)].map(findAccount)),
  ]);
  if (contractId !== undefined) return before && { place: before.seat, before, accounts };
  const [first] = accounts;
  return first ? { place: placeOfAccount(first), before: null, accounts } : null;
}

/** The contract as it will stand; an id that the same request always gives. */
export function contractAfter(
  { before, accounts }: { before: StoredContract | null; accounts: StoredAccount[] },
  { contract, requestKey }: { contract: ContractInput; requestKey: string },
  { who, instant }: { who: string; instant: Instant },
): StoredContract {
  const vendorId = vendorIdOf(contract.vendorCode);
  const [first] = accounts;
  const place = found(first && placeOfAccount(first));
  return {
    ...contract,
    id: before?.id ?? idOf('contract', who, requestKey),
    vendorId,
    revision: (before?.revision ?? 0) + 1,
    seat: { ...place, vendorIds: [vendorId] },
    agencyName: first?.agency.name ?? '',
    accountNames: accounts.map(({ name }) => name),
    sample: accounts.every(({ sample }) => sample),
    enteredBy: who,
    enteredAt: instant,
  };
}
