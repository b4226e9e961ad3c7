import type { BoardMeasure, BoardQuery } from '../../typings/leaderboards';
import { boardOf, cellsWithin, fits } from '../domain/leaderboards/cells';
import {
  bucketAt,
  countAbove,
  greatestIn,
  stretchOf,
  sumOf,
} from '../domain/leaderboards/counting';
import { valueKey, valueOfKey } from '../domain/leaderboards/rank-key';
import { type Buckets, bucketOf, sizeOf, valueIn } from '../domain/submissions/peer-buckets';
import { batchesOf, collection, command, type Filter } from './collection';
import { countedInStretch, countedStretches } from './peer-counters';
import type { KeptScore } from './scores';

const heads = collection<KeptScore>('score-heads');

/** An index is asked for so many cells at once; what they hold is read side by side in order. */
const cellsAtOnce = 200;
/** More scores than one county has on a board. */
const mostOfCounty = 1000;
const county = 6;

/** A provisional board, as it stands at this moment. */
export interface LiveBoard {
  /** Scores from a place of the order on, the best first. */
  from(place: string, limit: number): Promise<KeptScore[]>;
  /** Scores before a place of the order, the nearest first. */
  before(place: string, limit: number): Promise<KeptScore[]>;
  /** How many scores are before a place of the order. */
  countBefore(place: string): Promise<number>;
  /** How many scores it holds. */
  size(): Promise<number>;
  /** The bucket of the score at a rank, and how many are before it in there; null beyond the last. */
  bucketAt(rank: number): Promise<{ bucket: string; before: number } | null>;
  /** The value at the middle, to the bucket's step; null of none. */
  median(): Promise<number | null>;
}

type Counts = Pick<LiveBoard, 'size' | 'bucketAt' | 'median'>;

/**
 * A board read by indexes and counters alone. The country, a province and a city have counters; a
 * county's scores are few enough to be read.
 */
export function liveBoard(query: BoardQuery): LiveBoard {
  return query.regionPrefix?.length === county ? boardOfCounty(query) : countedBoard(query);
}

function countedBoard(query: BoardQuery): LiveBoard {
  const { scheme, period, measure } = query;
  const field = `order.${measure}`;
  const board = boardOf(scheme, period);
  const parts = partsOf(board, query);
  const stretches = once(() => countedStretches(board, query, measure).then(sumOf));
  const inStretch = onceEach((stretch) =>
    countedInStretch(board, query, measure, stretch).then(sumOf),
  );
  const read = async (within: object, limit: number, direction: 'asc' | 'desc') => {
    const pages = await Promise.all(
      parts.map((part) =>
        heads.list({ ...part, [field]: within }, { limit, order: [field, direction] }),
      ),
    );
    const sorted = pages.flat().sort(byPlace(measure));
    return (direction === 'asc' ? sorted : sorted.reverse()).slice(0, limit);
  };
  return {
    ...countsFrom(scheme, stretches, inStretch),
    from: (place, limit) => read(command.gt(place), limit, 'asc'),
    before: (place, limit) => read(command.lt(place), limit, 'desc'),
    async countBefore(place) {
      const own = bucketOf(scheme, valueOfKey(place)) ?? '';
      const within = command.gte(valueKey(greatestIn(scheme, own))).and(command.lt(place));
      const [better, near, ...counts] = await Promise.all([
        stretches(),
        inStretch(stretchOf(own)),
        ...parts.map((part) => heads.count({ ...part, [field]: within })),
      ]);
      const above = countAbove(better, stretchOf(own)) + countAbove(near, own);
      return counts.reduce((sum, count) => sum + count, above);
    },
  };
}

/** What counters tell: first the stretch is looked for, then the bucket in it. */
function countsFrom(
  scheme: string,
  stretches: () => Promise<Buckets>,
  inStretch: (stretch: string) => Promise<Buckets>,
): Counts {
  const size = async () => sizeOf({ buckets: await stretches() });
  const at: Counts['bucketAt'] = async (rank) => {
    const found = bucketAt(await stretches(), rank);
    return found && bucketAt(await inStretch(found.bucket), found.before + 1);
  };
  const valueAt = async (rank: number) => {
    const found = await at(rank);
    return found && valueIn(scheme, found.bucket);
  };
  return {
    size,
    bucketAt: at,
    async median() {
      const middle = ((await size()) + 1) / 2;
      const values = await Promise.all([Math.ceil(middle), Math.floor(middle)].map(valueAt));
      const [lower = null, upper = null] = values;
      return lower === null || upper === null ? null : (lower + upper) / 2;
    },
  };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | null = null;
  return () => {
    known ??= read();
    return known;
  };
}

function onceEach<T>(read: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const known = new Map<string, Promise<T>>();
  return (key) => {
    const reading = known.get(key) ?? read(key);
    known.set(key, reading);
    return reading;
  };
}

/**
 * The queries whose answers together are the board's: one where an index holds the board as it is, else
 * one for as many cells as go at once.
 */
function partsOf(board: string, { regionPrefix = '', measure, ...filter }: BoardQuery): Filter[] {
  const region =
    regionPrefix.length === 2
      ? { province: regionPrefix }
      : regionPrefix.length === 4
        ? { city: regionPrefix }
        : {};
  const isWhole = !filter.levels && !filter.department && !filter.kind && !filter.mode;
  if (isWhole && measure === 'index') return [{ board, ...region }];
  return batchesOf(cellsWithin(filter), cellsAtOnce).map((cells) => ({
    board,
    ...region,
    cell: command.in(cells),
  }));
}

function boardOfCounty(query: BoardQuery): LiveBoard {
  const { scheme, period, measure, regionPrefix } = query;
  const filter = { board: boardOf(scheme, period), county: regionPrefix };
  const all = once(async () => {
    const found = await heads.list(filter, { limit: mostOfCounty });
    return found
      .filter((head) => head.order[measure] !== undefined && fits(query, head.traits))
      .sort(byPlace(measure));
  });
  const buckets = once(async () =>
    sumOf((await all()).map((head) => ({ [head.counted[measure] ?? '']: 1 }))),
  );
  const stretches = once(async () =>
    sumOf(
      Object.entries(await buckets()).map(([bucket, count]) => ({ [stretchOf(bucket)]: count })),
    ),
  );
  const inStretch = async (stretch: string) =>
    Object.fromEntries(
      Object.entries(await buckets()).filter(([bucket]) => stretchOf(bucket) === stretch),
    );
  const placeOf = ({ order }: KeptScore) => order[measure] ?? '';
  return {
    ...countsFrom(scheme, stretches, inStretch),
    async from(place, limit) {
      return (await all()).filter((head) => placeOf(head) > place).slice(0, limit);
    },
    async before(place, limit) {
      const better = (await all()).filter((head) => placeOf(head) < place);
      return better.reverse().slice(0, limit);
    },
    async countBefore(place) {
      return (await all()).filter((head) => placeOf(head) < place).length;
    },
  };
}

function byPlace(measure: BoardMeasure) {
  const place = ({ order }: KeptScore) => order[measure] ?? '';
  return (a: KeptScore, b: KeptScore) => (place(a) < place(b) ? -1 : 1);
}
