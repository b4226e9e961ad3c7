import { type Buckets, bucketOf } from '../submissions/peer-buckets';
import { valueKey } from './rank-key';

/** What an account is ranked by. */
export interface Ranked {
  accountId: string;
  value: number;
  /** 90 % interval of the value; null when it is not known */
  interval: [number, number] | null;
}

/** Where a ranking is: enough to go on after any row. */
export interface RankingState {
  /** rows placed */
  placed: number;
  rank: number;
  /** of the row before; '' before the first */
  value: string;
  band: number;
  /** an account whose interval ends below this begins the next band */
  bandFrom: number;
}

export interface Placing {
  position: number;
  rank: number;
  tied: boolean;
  band: number;
}

export const startRanking: RankingState = {
  placed: 0,
  rank: 0,
  value: '',
  band: 0,
  bandFrom: Number.MAX_VALUE,
};

/**
 * Places the next row of a board that is read best first. Equal values share the rank, and the next
 * one skips. A band begins with an account that can be told from the first of the band before: its
 * interval ends below the other's.
 */
export function placeNext(
  state: RankingState,
  row: Ranked,
  next: Ranked | null,
): { state: RankingState; placing: Placing } {
  const value = valueKey(row.value);
  const placed = state.placed + 1;
  const isTie = value === state.value;
  const [low, high] = row.interval ?? [row.value, row.value];
  const isNewBand = !isTie && Math.max(high, row.value) < state.bandFrom;
  const following: RankingState = {
    placed,
    rank: isTie ? state.rank : placed,
    value,
    band: isNewBand ? state.band + 1 : state.band,
    bandFrom: isNewBand ? Math.min(low, row.value) : state.bandFrom,
  };
  const tied = isTie || (next !== null && valueKey(next.value) === value);
  const { rank, band } = following;
  return { state: following, placing: { position: placed, rank, tied, band } };
}

/** How many intervals begin and end in each bucket: ranks are told from them, a row at a time. */
export interface Edges {
  lows: Buckets;
  highs: Buckets;
}

export function countEdges(edges: Edges, scheme: string, { value, interval }: Ranked): void {
  const [low, high] = interval ?? [value, value];
  count(edges.lows, bucketOf(scheme, low));
  count(edges.highs, bucketOf(scheme, high));
}

function count(buckets: Buckets, bucket: string | null): void {
  if (bucket !== null) buckets[bucket] = (buckets[bucket] ?? 0) + 1;
}

/**
 * The ranks that an interval allows: from below all that lie wholly above it to above all that lie
 * wholly below it, known to a bucket's step. Null without an interval.
 */
export function rankIntervals(scheme: string, { lows, highs }: Edges) {
  const above = cumulated(lows);
  const below = cumulated(highs);
  return ({ interval }: Ranked): [number, number] | null => {
    if (!interval) return null;
    const [low, high] = interval.map((edge) => order(bucketOf(scheme, edge) ?? 'b0'));
    const better = above.total - above.upTo(high ?? 0);
    const worse = below.upTo((low ?? 0) - 1);
    return [better + 1, above.total - worse];
  };
}

const order = (bucket: string): number => Number(bucket.slice(1));

function cumulated(buckets: Buckets): { total: number; upTo(place: number): number } {
  const places = Object.entries(buckets)
    .map(([bucket, counted]) => ({ place: order(bucket), counted }))
    .sort((a, b) => a.place - b.place);
  const sums: number[] = [];
  let total = 0;
  for (const { counted } of places) {
    total += counted;
    sums.push(total);
  }
  const upTo = (most: number): number => {
    let low = 0;
    let high = places.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.place ?? 0) <= most) low = middle + 1;
      else high = middle;
    }
    return low === 0 ? 0 : (sums[low - 1] ?? 0);
  };
  return { total, upTo };
}
