import type { Subject } from '../../handler/action';
import { findAccount, placeOfAccount, type StoredAccount } from '../../records/accounts';

export interface AccountSubject extends Subject {
  account: StoredAccount;
}

/** The account that an action is about. */
export async function theAccount({
  accountId,
}: {
  accountId: string;
}): Promise<AccountSubject | null> {
  const account = await findAccount(accountId);
  return account && { account, place: placeOfAccount(account) };
}
