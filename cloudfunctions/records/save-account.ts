import type { ApiError } from '../../typings/answer';
import type { AccountInput, AccountStatus, Agency, AgencyInput } from '../../typings/registry';
import type { Result } from '../../typings/result';
import type { Day, Instant } from '../../typings/vocabulary';
import { idOf } from '../platform/random';
import { claimKeys, keysOf } from './account-keys';
import { type AccountDocument, type StoredAccount, toDocument } from './accounts';
import { placeActivity } from './activity';
import { inOneUnit, type Unit } from './collection';
import { type Answered, answeredOnce } from './requests';

/** What an account is changed to; whatever is absent stays. */
export interface AccountChange {
  input?: AccountInput;
  status?: { status: AccountStatus; closedOn: Day | null };
  reason?: string;
}

/** Who wrote a state, and why. */
export interface ChangedBy {
  who: string;
  reason?: string;
}

const taken: Record<'wechat' | 'app', ApiError> = {
  wechat: {
    code: 'conflict',
    message: '该微信号已登记在另一个账号名下，请核对。',
    fields: { 'account.wechatId': '已被登记。' },
  },
  app: {
    code: 'conflict',
    message: '该 AppID 已登记在另一个账号名下，请核对。',
    fields: { 'account.appId': '已被登记。' },
  },
};

/** An agency is known by its name and region: the same two always give the same id. */
export function agencyOf(input: AgencyInput): Agency {
  return { ...input, id: idOf('agency', input.region, input.name) };
}

/** An account as it is first registered. */
export function newAccount(id: string, input: AccountInput, updatedAt: Instant): StoredAccount {
  return {
    id,
    ...input,
    agency: agencyOf(input.agency),
    status: 'active',
    closedOn: null,
    sample: false,
    revision: 1,
    updatedAt,
    vendorIds: [],
  };
}

/** An account after a change, its revision one higher. An agency keeps its id while its name stands. */
export function changedAccount(
  account: StoredAccount,
  { input, status }: AccountChange,
  updatedAt: Instant,
): StoredAccount {
  return {
    ...account,
    ...input,
    ...status,
    agency: input ? keptAgency(account.agency, input.agency) : account.agency,
    revision: account.revision + 1,
    updatedAt,
  };
}

function keptAgency(agency: Agency, input: AgencyInput): Agency {
  const isSame = agency.name === input.name && agency.region === input.region;
  return isSame ? { ...input, id: agency.id } : agencyOf(input);
}

/**
 * Registers an account, or writes its next state beside the ones before; once for a request, where
 * one is named. Errors: `conflict` when another account holds the WeChat id or the AppID, or when
 * the account was changed meanwhile.
 */
export function saveAccount(
  account: StoredAccount,
  change: ChangedBy,
  request?: Answered,
): Promise<Result<StoredAccount>> {
  const write = (unit: Unit) => writeAccount(unit, account, change);
  return request ? answeredOnce(request, write) : inOneUnit(write);
}

/** The same within a unit that is under way. */
export async function writeAccount(
  unit: Unit,
  account: StoredAccount,
  change: ChangedBy,
): Promise<Result<StoredAccount>> {
  const standing = await unit.find<AccountDocument>('accounts', account.id);
  if ((standing?.revision ?? 0) !== account.revision - 1) {
    return { ok: false, error: changedMeanwhile };
  }
  const wanted = keysOf(account, account.id);
  const held = await claimKeys(unit, wanted);
  if (held) return { ok: false, error: taken[held._id.startsWith('app:') ? 'app' : 'wechat'] };
  const left = standing ? keysOf(standing, account.id) : [];
  for (const { _id } of left) {
    if (wanted.every((key) => key._id !== _id)) await unit.remove('account-keys', _id);
  }
  // Contracts say which vendors an account is open to; a state read earlier may not know the newest.
  const vendorIds = standing?.vendorIds ?? [];
  await unit.put('accounts', toDocument({ ...account, vendorIds }));
  await placeActivity(unit, account);
  await unit.add('account-revisions', revisionOf(account, change));
  return { ok: true, value: account };
}

/** The document that keeps one state of an account for good. */
export function revisionOf({ id, ...state }: StoredAccount, { who, reason }: ChangedBy) {
  return { _id: `${id}:${state.revision}`, accountId: id, ...state, enteredBy: who, reason };
}

const changedMeanwhile: ApiError = {
  code: 'conflict',
  message: '该账号刚刚被其他人修改，请刷新后再改。',
};
