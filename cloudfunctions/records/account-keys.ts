import type { Document, Unit } from './collection';
import { collection } from './collection';

/** Who holds a WeChat id or an AppID. The id of the document is the identity itself. */
export interface AccountKey extends Document {
  accountId: string;
}

const keys = collection<AccountKey>('account-keys');

interface Identified {
  wechatId: string;
  appId: string | null;
}

/** The documents that hold an account's identities. */
export function keysOf({ wechatId, appId }: Identified, accountId: string): AccountKey[] {
  return [
    { _id: `wechat:${wechatId.toLowerCase()}`, accountId },
    ...(appId ? [{ _id: `app:${appId.toLowerCase()}`, accountId }] : []),
  ];
}

/** The first identity of an account that another account holds; null when all are free. */
export async function claimKeys(unit: Unit, wanted: AccountKey[]): Promise<AccountKey | null> {
  const held = await Promise.all(
    wanted.map(({ _id }) => unit.find<AccountKey>('account-keys', _id)),
  );
  const taken = held.find((key, index) => key && key.accountId !== wanted[index]?.accountId);
  if (taken) return taken;
  for (const [index, key] of wanted.entries()) {
    if (!held[index]) await unit.add('account-keys', key);
  }
  return null;
}

/** Claims many identities at once; answers with those that other accounts hold. */
export async function claimManyKeys(wanted: AccountKey[]): Promise<AccountKey[]> {
  await keys.addMissing(wanted);
  const held = await keys.listIn(
    '_id',
    wanted.map(({ _id }) => _id),
  );
  const holder = new Map(held.map(({ _id, accountId }) => [_id, accountId]));
  return wanted.filter(({ _id, accountId }) => holder.get(_id) !== accountId);
}
