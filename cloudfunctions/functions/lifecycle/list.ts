import type { Page } from '../../../typings/answer';
import type { ProcedureSummary } from '../../../typings/lifecycle';
import type { Day, RegionCode } from '../../../typings/vocabulary';
import type { RegionScope } from '../../domain/access/scopes';
import { accountsById } from '../../records/accounts';
import type { StoredProcedure } from '../../records/procedures';
import { reachedPage } from '../../records/reach';
import { summaryOf } from './shown';

export interface ListAsked {
  show: 'open' | 'overdue' | 'over';
  regionPrefix?: RegionCode;
  cursor?: string;
}

/** A page of procedures in scope: what is due first, or what ended last. */
export async function proceduresPage(
  scopes: RegionScope[],
  { show, ...asked }: ListAsked,
  today: Day,
  limit: number,
): Promise<Page<ProcedureSummary>> {
  const over = show === 'over';
  const page = await reachedPage<StoredProcedure>(
    'procedures',
    { scopes, ...asked },
    {
      filter: { over },
      key: 'dueKey',
      direction: over ? 'desc' : 'asc',
      limit,
      ...(show === 'overdue' ? { until: today } : {}),
    },
  );
  const ids = page.items.map(({ accountId }) => accountId);
  const accounts = new Map((await accountsById(ids)).map((one) => [one.id, one]));
  return {
    items: page.items.flatMap((one) => {
      const account = accounts.get(one.accountId);
      return account ? [summaryOf(one, account, today)] : [];
    }),
    next: page.next,
  };
}
