import type { PeerComparison, PeerFigure, PeerTraits } from '../../../typings/peers';
import type { PeriodId } from '../../../typings/vocabulary';
import {
  groupLabel,
  leastPeers,
  logBucketOf,
  logIn,
  type PeersKnown,
  peerFigureLabel,
  peerFiguresOf,
  type Typical,
  typicalOf,
} from '../indices';
import { recordOf } from './compose';
import type { Buckets } from './peer-buckets';
import type { Filed } from './scoring';

/** The bucket that each figure of an account is counted in. */
export type FigureBuckets = Partial<Record<PeerFigure, string>>;

/** How many accounts have a figure in each bucket. */
export type FigureCounts = Partial<Record<PeerFigure, Buckets>>;

/** What a submission adds to the counted figures of its groups. */
export function figureBuckets(filed: Filed): FigureBuckets {
  const known = peerFiguresOf(recordOf(filed));
  return Object.fromEntries(known.map(([name, value]) => [name, logBucketOf(value)]));
}

/** Counted accounts that share some traits in a period, those of several counters. */
export interface CountedFigures {
  sharedTraits: (keyof PeerTraits)[];
  period: PeriodId;
  counts: readonly FigureCounts[];
  /** where the account itself is counted among them */
  own: FigureBuckets;
}

/**
 * Where the others' figures lie, from counts alone. A figure that fewer than 20 others have is not
 * told; null when that is every figure.
 */
export function peersCounted({ own, counts, ...group }: CountedFigures): PeersKnown | null {
  const names = new Set(counts.flatMap((one) => Object.keys(one) as PeerFigure[]));
  const known = [...names].flatMap((name): [PeerFigure, Typical][] => {
    const typical = typicalOf(othersIn(counts, name, own[name]));
    return typical && typical.size >= leastPeers ? [[name, typical]] : [];
  });
  if (known.length === 0) return null;
  const { sharedTraits, period } = group;
  return {
    typical: Object.fromEntries(known),
    group: { sharedTraits, label: groupLabel(sharedTraits), period },
  };
}

/** What of a submission's figures is held against the peers', and what too few of them have. */
export function comparisonOf(filed: Filed, { typical, group }: PeersKnown): PeerComparison {
  const own = peerFiguresOf(recordOf(filed)).map(([name]) => name);
  const labelsOf = (names: PeerFigure[]) => names.map(peerFigureLabel);
  return {
    group: group ?? null,
    compared: labelsOf(own.filter((name) => typical[name])),
    tooFew: labelsOf(own.filter((name) => !typical[name])),
    least: leastPeers,
  };
}

function othersIn(
  counts: readonly FigureCounts[],
  name: PeerFigure,
  own: string | undefined,
): [log: number, count: number][] {
  const sums = new Map<string, number>();
  for (const one of counts) {
    for (const [bucket, count] of Object.entries(one[name] ?? {})) {
      sums.set(bucket, (sums.get(bucket) ?? 0) + count);
    }
  }
  const mine = own === undefined ? undefined : sums.get(own);
  if (own !== undefined && mine !== undefined) sums.set(own, mine - 1);
  return [...sums].flatMap(([bucket, count]): [number, number][] =>
    count > 0 ? [[logIn(bucket), count]] : [],
  );
}
