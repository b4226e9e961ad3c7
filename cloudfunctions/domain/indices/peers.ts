import { medianSorted, quantileSorted } from 'simple-statistics';
import type { PeerStanding } from '../../../typings/insights';
import type { PeerTraits } from '../../../typings/peers';

export interface Peer {
  traits: PeerTraits;
  /** accounts without a value are no peers */
  value: number | null;
}

/** A group of fewer is widened. */
export const leastPeers = 20;

/** Level stays longest: what an account can reach depends most on how many people it serves. */
export const widening: readonly (keyof PeerTraits)[][] = [
  ['level', 'department', 'kind'],
  ['level', 'department'],
  ['level'],
  [],
];

const traitLabels: Record<keyof PeerTraits, string> = {
  level: '级别',
  department: '部门系统',
  kind: '账号类型',
};

/**
 * Where an account stands among its peers: accounts of the same level, department and kind. With
 * fewer than 20 of them the kind is let go, then the department, then the level, and it is said.
 *
 * @param peers the other accounts' values of the same scheme and period
 */
export function standing(
  subject: { traits: PeerTraits; value: number | null },
  peers: readonly Peer[],
): PeerStanding {
  const groups = widening.map((shared) => ({ shared, values: valuesOf(subject, peers, shared) }));
  const found = groups.find(({ values }) => values.length >= leastPeers) ?? groups.at(-1);
  const shared = found?.shared ?? [];
  const values = (found?.values ?? []).sort((a, b) => a - b);
  const empty = values.length === 0;
  const percentile = empty || subject.value === null ? null : percentileOf(subject.value, values);
  return {
    sharedTraits: shared,
    label: groupLabel(shared),
    widened: wideningNote(shared, groups[0]?.values.length ?? 0),
    size: values.length,
    percentile,
    median: empty ? null : medianSorted(values),
    quartiles: empty ? null : [quantileSorted(values, 0.25), quantileSorted(values, 0.75)],
    nextDecile:
      percentile === null || subject.value === null
        ? null
        : nextDecile(subject.value, percentile, values),
  };
}

/** 「同级别、同部门系统」, or 「全部账号」. */
export function groupLabel(shared: readonly (keyof PeerTraits)[]): string {
  if (shared.length === 0) return '全部账号';
  return `同${shared.map((trait) => traitLabels[trait]).join('、同')}`;
}

function valuesOf(
  { traits }: { traits: PeerTraits },
  peers: readonly Peer[],
  shared: (keyof PeerTraits)[],
): number[] {
  return peers.flatMap((peer) => {
    const same = shared.every((trait) => peer.traits[trait] === traits[trait]);
    return same && peer.value !== null ? [peer.value] : [];
  });
}

function percentileOf(value: number, sorted: number[]): number {
  const below = sorted.filter((other) => other < value).length;
  const ties = sorted.filter((other) => other === value).length;
  return ((below + ties / 2) / sorted.length) * 100;
}

function nextDecile(
  value: number,
  percentile: number,
  sorted: number[],
): { value: number; distance: number } | null {
  for (let decile = Math.floor(percentile / 10) + 1; decile < 10; decile += 1) {
    const threshold = quantileSorted(sorted, decile / 10);
    if (threshold > value) return { value: threshold, distance: threshold - value };
  }
  return null;
}

function wideningNote(shared: (keyof PeerTraits)[], narrow: number): string | null {
  const dropped = (widening[0] ?? []).filter((trait) => !shared.includes(trait));
  if (dropped.length === 0) return null;
  const labels = dropped.map((trait) => traitLabels[trait]).join('、');
  return `条件全同的账号只有 ${narrow} 个，不足 ${leastPeers} 个，已放宽${labels}`;
}
