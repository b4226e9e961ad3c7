import type { Application } from '../../../typings/lifecycle';
import { accountsByIdentity, type StoredAccount } from '../../records/accounts';

/** The account that a merger goes into; null where none is named or registered. */
export async function targetOf({ kind, successor }: Application): Promise<StoredAccount | null> {
  if (kind !== 'merger' || !successor?.wechatId) return null;
  const [target] = await accountsByIdentity([successor.wechatId.toLowerCase()], []);
  return target ?? null;
}
