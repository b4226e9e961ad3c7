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

/** What concerns every account there is: only a scope of the whole country reaches it. */
export async function theCountry(): Promise<Subject> {
  return { place: { agencyId: null, region: '', level: null, department: null, vendorIds: [] } };
}
