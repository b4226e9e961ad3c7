import type { Page } from '../../../typings/answer';
import type { MatrixRow } from '../../../typings/matrix';
import type { Department, Level, RegionCode } from '../../../typings/vocabulary';
import type { RegionScope } from '../../domain/access/scopes';
import { dayOfInstant } from '../../domain/indices/days';
import { resolveLinks, superiorRange } from '../../domain/matrix';
import { accountsInRange, type StoredAccount } from '../../records/accounts';
import { headsOf } from '../../records/matrix';
import { searchAccounts } from '../../records/search-accounts';
import { knownTargets, nodeOf } from './known';

const dead = new Set(['closed', 'moved']);

interface TableAsked {
  regionPrefix?: RegionCode;
  levels?: Level[];
  department?: Department;
  cursor?: string;
}

/** A page of the accounts in use within the scopes, with how their links stand. */
export async function tablePage(
  scopes: RegionScope[],
  asked: TableAsked,
  limit: number,
): Promise<Page<MatrixRow>> {
  const { items, next } = await searchAccounts(scopes, { ...asked, status: 'active' }, limit);
  return { items: await rowsOf(items), next };
}

/** Lines of a page of accounts: how their links stand, and whether they link to their superior. */
async function rowsOf(accounts: StoredAccount[]): Promise<MatrixRow[]> {
  const heads = new Map(
    (await headsOf(accounts.map(({ id }) => id))).map((head) => [head.accountId, head]),
  );
  const known = await knownTargets([...heads.values()].flatMap(({ keyed }) => keyed));
  return Promise.all(
    accounts.map(async (account) => {
      const head = heads.get(account.id);
      const links = resolveLinks(head?.keyed ?? [], account.id, known);
      const to = new Set(links.flatMap((link) => link.to?.accountId ?? []));
      const superiors = await superiorsOf(account);
      return {
        ...nodeOf(account),
        agencyName: account.agency.name,
        statedOn: head ? dayOfInstant(head.enteredAt) : null,
        links: links.length,
        dead: links.filter(({ state }) => dead.has(state)).length,
        unknown: links.filter(({ state }) => state === 'unknown').length,
        linksSuperior: head && superiors.length > 0 ? superiors.some(({ id }) => to.has(id)) : null,
        sample: account.sample,
      };
    }),
  );
}

async function superiorsOf({ agency }: StoredAccount): Promise<StoredAccount[]> {
  const range = superiorRange(agency);
  if (!range) return [];
  const { items } = await accountsInRange(range, { limit: 3 });
  return items.filter(({ status }) => status === 'active');
}
