import type { ApiError } from '../../typings/answer';
import type { Application, ProcedureEvent } from '../../typings/lifecycle';
import type { Result } from '../../typings/result';
import { altered, filed } from '../domain/lifecycle';
import { type AccountDocument, fromDocument, type StoredAccount } from './accounts';
import type { StoredClosure } from './closures';
import type { Unit } from './collection';
import { changedAccount, writeAccount } from './save-account';

export const overtaken: ApiError = {
  code: 'conflict',
  message: '该事项刚刚有人办理过，请刷新后查看。',
};
const targetClosed: ApiError = {
  code: 'conflict',
  message: '要并入的账号已经关停，不能合并，请退回修改。',
};
/** What of a procedure takes effect. */
interface Effective {
  _id: string;
  accountId: string;
  application: Application;
  targetId: string | null;
}

/** What an act changes in the registry, in the same unit. */
export async function takeEffect(
  unit: Unit,
  procedure: Effective,
  event: ProcedureEvent,
  who: string,
): Promise<Result<unknown>> {
  if (event.act !== 'carry-out' && event.act !== 'file') return { ok: true, value: null };
  const document = await unit.find<AccountDocument>('accounts', procedure.accountId);
  if (!document) return { ok: false, error: overtaken };
  const account = fromDocument(document);
  const { kind, reason, alteration } = procedure.application;
  const change = { who, reason };
  if (event.act === 'file') {
    const input = { ...inputOf(account), filing: filed(account.filing, kind, event) };
    return writeAccount(unit, changedAccount(account, { input }, event.at), change);
  }
  if (kind === 'change' && alteration) {
    const input = altered(inputOf(account), alteration);
    return writeAccount(unit, changedAccount(account, { input }, event.at), change);
  }
  const isGone = await closeInto(unit, procedure, event);
  if (!isGone.ok || account.status === 'closed') return isGone;
  const status = { status: 'closed' as const, closedOn: event.on };
  return writeAccount(unit, changedAccount(account, { status }, event.at), change);
}

async function closeInto(
  unit: Unit,
  { _id, accountId, application, targetId }: Effective,
  { on }: ProcedureEvent,
): Promise<Result<unknown>> {
  const { kind, successor } = application;
  const target = targetId ? await unit.find<AccountDocument>('accounts', targetId) : null;
  if (kind === 'merger' && target?.status !== 'active') return { ok: false, error: targetClosed };
  await unit.put<StoredClosure>('closures', {
    _id: accountId,
    accountId,
    kind: kind === 'merger' ? 'merger' : 'closing',
    closedOn: on,
    successorId: targetId,
    successor,
    procedureId: _id,
  });
  return { ok: true, value: null };
}

function inputOf({
  name,
  wechatId,
  appId,
  kind,
  principal,
  agency,
  operation,
  filing,
}: StoredAccount) {
  return { name, wechatId, appId, kind, principal, agency, operation, filing };
}
