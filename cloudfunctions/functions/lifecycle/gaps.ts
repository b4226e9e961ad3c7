import type { Page } from '../../../typings/answer';
import type { FilingGap } from '../../../typings/lifecycle';
import type { Day, RegionCode } from '../../../typings/vocabulary';
import type { RegionScope } from '../../domain/access/scopes';
import { closedGaps, unfiledGap } from '../../domain/lifecycle';
import { isWorkday } from '../../platform/workdays';
import { type StoredAccount, shown } from '../../records/accounts';
import { searchAccounts } from '../../records/search-accounts';
import { tracesOfClosed } from '../shared/closed-traces';

export interface GapsAsked {
  show: 'unfiled' | 'pending' | 'closed';
  regionPrefix?: RegionCode;
  cursor?: string;
}

/** A page of accounts in scope with a gap in their filing: not filed, or closed and still about. */
export async function gapsPage(
  scopes: RegionScope[],
  { show, regionPrefix, cursor }: GapsAsked,
  today: Day,
  limit: number,
): Promise<Page<FilingGap>> {
  const filter = { regionPrefix, cursor, ...conditionOf[show] };
  const { items, next } = await searchAccounts(scopes, filter, limit);
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
  const traces = await tracesOfClosed(accounts);
  return accounts.flatMap((account) => {
    const trace = traces.get(account.id);
    return trace ? closedGaps(shown(account), trace) : [];
  });
}
