import type { ApiError } from '../../typings/answer';
import type { Result } from '../../typings/result';
import type { Day } from '../../typings/vocabulary';
import { type Binding, checkOverlap, nextChangeOn, vendorsOn } from '../domain/contracts';
import { type Document, inOneUnit, type Unit } from './collection';
import { type ContractDocument, type StoredContract, toDocument } from './contracts';
import { type Answered, answeredOnce } from './requests';

/** What one account is bound by: two contracts for it are told from here, within one unit. */
interface Ledger extends Document {
  bindings: (Binding & { vendorId: string })[];
}

const changedMeanwhile: ApiError = {
  code: 'conflict',
  message: '这份合同刚刚被其他人修改，您填的内容还在。请刷新看过对方的内容后再保存。',
};

/**
 * Writes a contract's next state beside the ones before, with the ledger of each account and the
 * vendors that the account is open to: all or nothing, once for a request. Errors: `conflict` when
 * an account is bound already by a contract of the same scope at the time, or when the contract was
 * changed meanwhile.
 */
export function saveContract(
  contract: StoredContract,
  change: { today: Day; reason?: string },
  request: Answered,
): Promise<Result<string>> {
  return answeredOnce(request, (unit) => writeContract(unit, contract, change));
}

/** The same for contracts from elsewhere, for scripts alone. */
export function addContract(contract: StoredContract, today: Day): Promise<Result<string>> {
  return inOneUnit((unit) => writeContract(unit, contract, { today }));
}

async function writeContract(
  unit: Unit,
  contract: StoredContract,
  { today, reason }: { today: Day; reason?: string },
): Promise<Result<string>> {
  const { id, revision, accountIds } = contract;
  const standing = await unit.find<ContractDocument>('contracts', id);
  if ((standing?.revision ?? 0) !== revision - 1) return { ok: false, error: changedMeanwhile };
  const left = (standing?.accountIds ?? []).filter((account) => !accountIds.includes(account));
  for (const accountId of accountIds) {
    const ledger = await ledgerOf(unit, accountId);
    const free = checkOverlap(id, contract, ledger.bindings);
    if (!free.ok) return free;
    await bind(unit, ledger, contract, today);
  }
  for (const accountId of left) await bind(unit, await ledgerOf(unit, accountId), { id }, today);
  await unit.put('contracts', toDocument(contract, nextChangeOn(contract, today)));
  const { id: _, ...state } = contract;
  await unit.add('contract-revisions', {
    _id: `${id}:${revision}`,
    contractId: id,
    ...state,
    ...(reason === undefined ? {} : { reason }),
  });
  return { ok: true, value: id };
}

/** Tells the accounts of a contract which vendors run them today. Done again, it is the same. */
export function renewVendors(contractId: string, today: Day): Promise<void> {
  return inOneUnit(async (unit) => {
    const contract = await unit.find<ContractDocument>('contracts', contractId);
    if (!contract) return;
    for (const accountId of contract.accountIds) {
      const { bindings } = await ledgerOf(unit, accountId);
      await unit.change('accounts', accountId, { vendorIds: vendorsOn(bindings, today) });
    }
    await unit.change('contracts', contractId, { nextChangeOn: nextChangeOn(contract, today) });
  });
}

async function ledgerOf(unit: Unit, accountId: string): Promise<Ledger> {
  const standing = await unit.find<Ledger>('contract-ledgers', accountId);
  return standing ?? { _id: accountId, bindings: [] };
}

/** Enters a contract in an account's ledger; one that names no vendor is taken out. */
async function bind(
  unit: Unit,
  { _id, bindings }: Ledger,
  contract: Pick<StoredContract, 'id'> | StoredContract,
  today: Day,
): Promise<void> {
  const others = bindings.filter(({ contractId }) => contractId !== contract.id);
  const after = 'vendorId' in contract ? [...others, bindingOf(contract)] : others;
  await unit.put<Ledger>('contract-ledgers', { _id, bindings: after });
  await unit.change('accounts', _id, { vendorIds: vendorsOn(after, today) });
}

function bindingOf(contract: StoredContract): Ledger['bindings'][number] {
  const { id: contractId, vendorId, vendorName, scope, startsOn, endsOn } = contract;
  return { contractId, vendorId, vendorName, scope, startsOn, endsOn };
}
