import type { MatrixNode } from '../../../typings/matrix';
import { bizKey, type KeyedLink, type KnownTargets, keysOfAccount } from '../../domain/matrix';
import {
  accountsById,
  accountsByIdentity,
  accountsNamed,
  type StoredAccount,
} from '../../records/accounts';
import { closuresOf } from '../../records/closures';
import { ownersOf } from '../../records/matrix';

/** As often as a successor is followed: accounts are not folded into one another more often. */
const mostFolds = 5;

export function nodeOf({ id, name, agency, kind, status }: StoredAccount): MatrixNode {
  const { level, department, region } = agency;
  return { accountId: id, name, level, department, region, kind, status };
}

/** What the registry knows today of what some links lead to. */
export async function knownTargets(links: readonly KeyedLink[]): Promise<KnownTargets> {
  const of = (kind: string) =>
    links.flatMap(({ key }) => (key.startsWith(kind) ? [key.slice(kind.length)] : []));
  const [owners, identified, named] = await Promise.all([
    ownersOf(of('biz:')),
    accountsByIdentity(of('wechat:'), of('app:')),
    accountsNamed(links.filter(({ key }) => key.startsWith('name:')).map(({ stated }) => stated)),
  ]);
  const ownedBy = new Map(
    (await accountsById([...owners.values()])).map((account) => [account.id, account]),
  );
  const byKey = new Map<string, MatrixNode[]>();
  const keep = (key: string, account: StoredAccount) => {
    const standing = byKey.get(key) ?? [];
    if (standing.every(({ accountId }) => accountId !== account.id)) {
      byKey.set(key, [...standing, nodeOf(account)]);
    }
  };
  for (const account of [...identified, ...named]) {
    for (const key of keysOfAccount(account)) keep(key, account);
  }
  for (const [biz, accountId] of owners) {
    const account = ownedBy.get(accountId);
    if (account) keep(bizKey(biz), account);
  }
  const closed = [...byKey.values()].flat().filter(({ status }) => status === 'closed');
  return { byKey, successors: await successorsOf(closed.map(({ accountId }) => accountId)) };
}

async function successorsOf(closedIds: string[]): Promise<Map<string, MatrixNode>> {
  const successors = new Map<string, MatrixNode>();
  let asked = closedIds;
  for (let fold = 0; fold < mostFolds && asked.length > 0; fold += 1) {
    const closures = await closuresOf(asked);
    const accounts = await accountsById(closures.flatMap((one) => one.successorId ?? []));
    const byId = new Map(accounts.map((account) => [account.id, nodeOf(account)]));
    for (const { accountId, successorId } of closures) {
      const node = byId.get(successorId ?? '');
      if (node) successors.set(accountId, node);
    }
    asked = accounts.filter(({ status }) => status === 'closed').map(({ id }) => id);
  }
  return successors;
}
