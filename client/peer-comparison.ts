import type { Overview } from '../typings/overview';
import type { PeerComparison } from '../typings/peers';
import type { Account } from '../typings/registry';
import type { PeriodKind } from '../typings/vocabulary';
import { peerGroupText } from './peer-group';

export type Compared = Pick<Overview, 'account' | 'kind'> & { peerComparison: PeerComparison };

/** Peers are known by what they filed for such a period, not by what is put together from months. */
const known: Record<PeriodKind, string> = {
  week: '按周填报的',
  month: '已知的',
  quarter: '按季填报的',
  year: '按年填报的',
  custom: '填报同一时段的',
};

/** Which figures were held against which peers; null where none was. */
function comparedText({ group, compared }: PeerComparison, account: Account): string | null {
  if (!group || compared.length === 0) return null;
  return `与同组账号${peerGroupText(group, account)}比较了${compared.join('、')}`;
}

/** Which figures were not held against peers, and why; null where all were. */
export function notComparedText({
  kind,
  peerComparison,
}: Omit<Compared, 'account'>): string | null {
  const { compared, tooFew, least } = peerComparison;
  if (tooFew.length === 0) return null;
  const why = `同组账号${known[kind]}不足 ${least} 个，没有与同组比较`;
  return compared.length === 0 ? why : `${tooFew.join('、')}：${why}`;
}

/** What of an account's figures was held against its peers', and what was not. */
export function comparisonText(of: Compared): string {
  const told = [comparedText(of.peerComparison, of.account), notComparedText(of)];
  return told.filter(Boolean).join('；') || '本期没有能与同组比较的数字';
}
