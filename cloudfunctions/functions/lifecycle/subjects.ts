import type { Context, Subject } from '../../handler/action';
import { Refusal } from '../../handler/refusal';
import { findAccount, placeOfAccount, type StoredAccount } from '../../records/accounts';
import { findProcedure, type StoredProcedure } from '../../records/procedures';
import { agencyOf } from '../../records/save-account';

export interface ProcedureSubject extends Subject {
  procedure: StoredProcedure;
  account: StoredAccount;
}

/** The procedure that an action is about; it lies where its account lies. */
export async function theProcedure({
  procedureId: id,
}: {
  procedureId: string;
}): Promise<ProcedureSubject | null> {
  const procedure = await findProcedure(id);
  const account = procedure && (await findAccount(procedure.accountId));
  return account ? { procedure, account, place: placeOfAccount(account) } : null;
}

/** Who approves reaches also where the account is to lie, and the account that it goes into. */
export async function requireBeyond({
  subject,
  require,
}: Context<ProcedureSubject>): Promise<void> {
  const { account, procedure } = subject;
  const { agency } = procedure.application.alteration ?? {};
  if (agency) require(placeOfAccount({ ...account, agency: agencyOf(agency) }));
  if (procedure.targetId === null) return;
  const target = await findAccount(procedure.targetId);
  require(target && placeOfAccount(target));
  if (target?.status === 'active') return;
  const message = '要并入的账号已经关停，请退回修改。';
  throw new Refusal({ code: 'conflict', message });
}
