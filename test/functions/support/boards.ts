import { scoresOf } from '../../../cloudfunctions/domain/submissions/scoring';
import type { BoardQuery } from '../../../typings/leaderboards';
import type { Account } from '../../../typings/registry';
import type { Figures, Submission } from '../../../typings/submission';
import type { Department, Level, PeriodId } from '../../../typings/vocabulary';
import { startTestCloud, type TestCloud } from './cloud';
import { dayOf, monthBefore } from './exports';
import { madeAccount } from './sample';
import { figures, submissionOf } from './scored';

export const last = monthBefore(1);
export const before = monthBefore(2);
export const scheme = 'zhengwei-1';

/** A first revision filed by the form alone. */
function submission(accountId: string, period: PeriodId, filed: Figures): Submission {
  return { ...submissionOf(accountId, period, 0), figures: filed, items: [] };
}

interface Made {
  region: string;
  level: Level;
  department: Department;
}

/** 40 accounts in three cities of two provinces; two of them have equal figures. */
const regions = ['350102', '350103', '350203', '330102'];
export const accounts: Account[] = Array.from({ length: 40 }, (_, index) => {
  const made: Made = {
    region: regions[index % 4] ?? '',
    level: index % 5 === 0 ? 'prefectural' : 'county',
    department: index % 3 === 0 ? 'health' : 'education',
  };
  return madeAccount(`a${String(index).padStart(2, '0')}`, {
    kind: index % 7 === 0 ? 'service' : 'subscription',
    agency: made,
  });
});
const closed = madeAccount('gone', { status: 'closed', closedOn: dayOf(before, 10) });
const silent = madeAccount('silent');
const doubtful = madeAccount('doubtful');
const thin = madeAccount('thin');
export const everyone = [...accounts, closed, silent, doubtful, thin];
const readsOf = (index: number): number => (index === 8 ? 4000 + 4 * 700 : 4000 + index * 700);

export const query: BoardQuery = { scheme, period: last, measure: 'index' };
export const own = { ...query, regionPrefix: '35' };

/** A cloud of its own with these accounts, what they filed, and who looks at them. */
export async function startBoards(): Promise<TestCloud> {
  const cloud = await startTestCloud();
  await cloud.addAccounts(everyone);
  const asOf = dayOf(last, 28);
  const filed = accounts.flatMap(({ id }, index) => [
    submission(id, last, figures(readsOf(index), asOf)),
    submission(id, before, figures(readsOf((index + 3) % 40), dayOf(before, 28))),
  ]);
  const odd = {
    ...figures(9000, asOf, ['maxLikes', 'headlineLikes']),
    likes: figures(400_000, asOf).likes,
  };
  filed.push(submission('doubtful', last, odd));
  filed.push(
    submission('thin', last, { articles: figures(1, asOf).articles }),
    submission('gone', before, figures(3000, dayOf(before, 5))),
  );
  await cloud.recordHistory(everyone, filed);
  await cloud.grant('country', 'supervisor', { kind: 'region', regionPrefix: '' });
  await cloud.grant('fujian', 'supervisor', { kind: 'region', regionPrefix: '35' });
  await cloud.grant('fuzhou', 'supervisor', { kind: 'region', regionPrefix: '3501' });
  await cloud.grant('staff', 'staff', { kind: 'agency', agencyId: 'agency-a05' });
  await cloud.grant('stranger', 'staff', { kind: 'agency', agencyId: 'agency-a03' });
  return cloud;
}

export const worthOf = (index: number): number => {
  const scored = scoresOf({
    period: last,
    figures: figures(readsOf(index), dayOf(last, 28)),
  });
  return (scored.ok && scored.value[0]?.value) || 0;
};

export type Ranked = { id: string; value: number; rank: number };
/** The whole board as it should be, from the values themselves. */
export function expected(holds: (account: Account) => boolean): Ranked[] {
  const all = accounts.flatMap((account, index) =>
    holds(account) ? [{ id: account.id, value: worthOf(index) }] : [],
  );
  all.sort((a, b) => b.value - a.value || (a.id < b.id ? -1 : 1));
  return all.map((row) => ({ ...row, rank: 1 + all.filter((o) => o.value > row.value).length }));
}

export const inFujian = ({ agency }: Account) => agency.region.startsWith('35');
