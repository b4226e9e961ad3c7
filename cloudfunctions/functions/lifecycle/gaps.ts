import type { Page } from '../../../typings/answer';
import type { FilingGap } from '../../../typings/lifecycle';
import type { Day, RegionCode } from '../../../typings/vocabulary';
import type { RegionScope } from '../../domain/access/scopes';
import { closedGaps, unfiledGap } from '../../domain/lifecycle';
import { keysOfAccount } from '../../domain/matrix';
import { isWorkday } from '../../platform/workdays';
import { accountsById, type StoredAccount, searchAccounts, shown } from '../../records/accounts';
import { activityOfAccounts } from '../../records/activity';
import { headsLinkingTo } from '../../records/matrix';
import { closuresOf } from '../../records/procedures';

export interface GapsAsked {
  show: 'unfiled' | 'pending' | 'closed';
  regionPrefix?: RegionCode;
  cursor?: string;
}

const pageSize = 30;

/** A page of accounts in scope with a gap in their filing: not filed, or closed and still about. */
export async function gapsPage(
  scopes: RegionScope[],
  { show, regionPrefix, cursor }: GapsAsked,
  today: Day,
): Promise<Page<FilingGap>> {
  const filter = { regionPrefix, cursor, ...conditionOf[show] };
  const { items, next } = await searchAccounts(scopes, filter, pageSize);
  if (show === 'closed') return { items: await ofClosed(items), next };
  return {
    items: items.flatMap((account) => unfiledGap(shown(account), today, isWorkday) ?? []),
    next,
  };
}

const conditionOf = {
  unfiled: { status: 'active', filing: 'none' },
  pending: { status: 'active', filing: 'pending' },
  closed: { status: 'closed' },
} as const;

async function ofClosed(accounts: StoredAccount[]): Promise<FilingGap[]> {
  const ids = accounts.map(({ id }) => id);
  const keys = accounts.flatMap(keysOfAccount);
  const [closures, activity, linking] = await Promise.all([
    closuresOf(ids),
    activityOfAccounts(ids),
    headsLinkingTo(keys),
  ]);
  const names = new Map(
    (await accountsById(linking.map(({ _id }) => _id))).map(({ id, name }) => [id, name]),
  );
  const procedures = new Set(closures.map(({ accountId }) => accountId));
  return accounts.flatMap((account) => {
    // A name alone may be another account's by now: only what identifies it counts here.
    const own = new Set(keysOfAccount(account).filter((key) => !key.startsWith('name:')));
    const linkedFrom = linking
      .filter(({ _id, toKeys }) => _id !== account.id && toKeys.some((key) => own.has(key)))
      .flatMap(({ _id }) => names.get(_id) ?? []);
    return closedGaps(shown(account), {
      byProcedure: procedures.has(account.id),
      linkedFrom,
      lastPublished: activity.get(account.id)?.lastPublished ?? null,
    });
  });
}
