import type { PeerStanding } from '../typings/insights';
import type { ComparedPeers, PeerTraits } from '../typings/peers';
import type { Account } from '../typings/registry';
import { departmentLabels, kindLabels, levelLabels } from './labels.data';
import { periodLabel } from './periods';

const traitOf: Record<keyof PeerTraits, (account: Account) => string> = {
  level: ({ agency }) => levelLabels[agency.level],
  department: ({ agency }) => departmentLabels[agency.department],
  kind: ({ kind }) => kindLabels[kind],
};

/** What an account shares with those it is compared with: 县区级, 政府办, 订阅号. */
export function peerTraitLabels(
  sharedTraits: readonly (keyof PeerTraits)[],
  account: Account,
): string[] {
  return sharedTraits.map((trait) => traitOf[trait](account));
}

/** Who an account is compared with: 县区级 · 政府办 · 订阅号, or 全部账号. */
export function peerGroupLabel(
  { sharedTraits }: Pick<PeerStanding, 'sharedTraits'>,
  account: Account,
): string {
  if (sharedTraits.length === 0) return '全部账号';
  return peerTraitLabels(sharedTraits, account).join(' · ');
}

/** Who was compared with, and of when: （县区级、政府办、订阅号，2026年10月）. */
export function peerGroupText({ sharedTraits, period }: ComparedPeers, account: Account): string {
  const shared = peerTraitLabels(sharedTraits, account).join('、') || '全部账号';
  return `（${shared}，${periodLabel(period)}）`;
}
