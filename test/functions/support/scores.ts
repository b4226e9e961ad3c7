import { scoresOf } from '../../../cloudfunctions/domain/submissions/scoring';
import type { Account } from '../../../typings/registry';
import { startTestCloud, type TestCloud } from './cloud';
import { dayOf, monthBefore } from './exports';
import { madeAccount } from './sample';
import { figures, submissionOf } from './scored';

export const running = monthBefore(0);
export const last = monthBefore(1);
export const before = monthBefore(2);
export const earlier = monthBefore(3);
export const groupSize = 30;

export const readsOf = (index: number): number => 4000 + index * 700;
export const peers: Account[] = Array.from({ length: groupSize }, (_, index) =>
  madeAccount(`peer-${index}`),
);

/** A cloud with thirty like accounts that filed the last month, one unlike them, and one without figures. */
export async function startScores(): Promise<TestCloud> {
  const cloud = await startTestCloud();
  const lonely = madeAccount('lonely', { kind: 'service', agency: { department: 'court' } });
  const accounts = [...peers, lonely, madeAccount('empty')];
  await cloud.addAccounts(accounts);
  await cloud.recordHistory(accounts, [
    ...peers.map(({ id }, index) => submissionOf(id, last, readsOf(index))),
    submissionOf('peer-3', earlier, 5000),
    submissionOf('lonely', last, 9000),
    submissionOf('peer-4', before, 5000),
  ]);
  await cloud.grant('province', 'supervisor', { kind: 'region', regionPrefix: '35' });
  for (const { id, agency } of accounts) {
    await cloud.grant(id, 'staff', { kind: 'agency', agencyId: agency.id });
  }
  return cloud;
}

/** The default scheme's score of a peer's last month. */
export function scoreOf(index: number): number {
  const scored = scoresOf({ period: last, figures: figures(readsOf(index), dayOf(last, 28)) });
  return (scored.ok && scored.value[0]?.value) || 0;
}
