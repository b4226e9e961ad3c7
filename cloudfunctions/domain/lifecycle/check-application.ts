import type { AccountAlteration, Application } from '../../../typings/lifecycle';
import type { Account } from '../../../typings/registry';
import type { Result } from '../../../typings/result';
import type { Day } from '../../../typings/vocabulary';

type Applied = Pick<Account, 'name' | 'wechatId' | 'status' | 'agency' | 'operation' | 'filing'>;

/**
 * Whether an application makes sense for its account; fields by their place under `application`.
 * `target` is the account that a merger names, null where there is none.
 */
export function checkApplication(
  account: Applied,
  application: Application,
  target: Pick<Account, 'wechatId' | 'status'> | null,
  today: Day,
): Result<Application> {
  const fields = {
    ...planned(application, today),
    ...decisions(application, today),
    ...ofKind(account, application, target),
  };
  if (account.status === 'closed') {
    const message = '该账号已经关停注销，不能再办理事项。';
    return { ok: false, error: { code: 'conflict', message } };
  }
  if (Object.keys(fields).length === 0) return { ok: true, value: application };
  const named = Object.fromEntries(
    Object.entries(fields).map(([name, message]) => [`application.${name}`, message]),
  );
  return {
    ok: false,
    error: { code: 'invalid', message: '申请还需要修改，请看标红的项。', fields: named },
  };
}

/** What is filed may have been opened long ago: its day may be any. What is planned is yet to come. */
function planned({ kind, plannedOn }: Application, today: Day): Record<string, string> {
  return kind !== 'filing' && plannedOn < today ? { plannedOn: '不能早于今天。' } : {};
}

function decisions(
  { collectiveDecision, leaderConsent }: Application,
  today: Day,
): Record<string, string> {
  return {
    ...(collectiveDecision.on > today ? { 'collectiveDecision.on': '不能晚于今天。' } : {}),
    ...(leaderConsent.on > today ? { 'leaderConsent.on': '不能晚于今天。' } : {}),
  };
}

function ofKind(
  account: Applied,
  { kind, alteration, successor }: Application,
  target: Pick<Account, 'wechatId' | 'status'> | null,
): Record<string, string> {
  switch (kind) {
    case 'filing':
      return account.filing.status === 'filed' ? { kind: '该账号已经备案，不必再办。' } : {};
    case 'change':
      return changesNothing(account, alteration)
        ? { alteration: '请写明要变更的内容，且与现在不同。' }
        : {};
    case 'merger': {
      const own = account.wechatId.toLowerCase();
      const into = successor?.wechatId?.toLowerCase();
      if (!into) return { 'successor.wechatId': '请填写并入账号的微信号。' };
      if (into === own) return { 'successor.wechatId': '不能并入自己。' };
      return target?.status === 'active'
        ? {}
        : { 'successor.wechatId': '没有找到可以并入的账号：请核对微信号，且该账号应在用。' };
    }
    case 'closing':
      return {};
  }
}

function changesNothing(account: Applied, alteration: AccountAlteration | null): boolean {
  if (!alteration) return true;
  const { name, operator, agency } = alteration;
  const isSame = [
    name === undefined || name === account.name,
    operator === undefined || operator === account.operation.operator,
    agency === undefined ||
      (agency.name === account.agency.name &&
        agency.region === account.agency.region &&
        agency.level === account.agency.level &&
        agency.department === account.agency.department &&
        agency.supervisorUnit === account.agency.supervisorUnit),
  ];
  return isSame.every(Boolean);
}
