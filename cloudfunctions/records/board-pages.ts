import type { BoardMeasure, BoardQuery } from '../../typings/leaderboards';
import { boardOf, cellsWithin, fits } from '../domain/leaderboards/cells';
import { bucketAt, countAbove, stretchOf, sumOf, valuesOf } from '../domain/leaderboards/counting';
import { valueKey, valueOfKey } from '../domain/leaderboards/rank-key';
import { narrowed, type Seeking, valuesToCount } from '../domain/leaderboards/seek';
import { type Buckets, bucketOf, sizeOf } from '../domain/submissions/peer-buckets';
import { batchesOf, collection, command, type Filter } from './collection';
import { countedStretches } from './peer-counters';
import type { KeptScore } from './scores';

const heads = collection<KeptScore>('score-heads');

/** An index is asked for so many cells at once; what they hold is read side by side in order. */
const cellsAtOnce = 200;
/** More scores than one county has on a board. */
const mostOfCounty = 1000;
const county = 6;
/** Rows passed over at once, where more of them have one value. */
const passedAtOnce = 500;
/** After every place of an order. */
export const pastAll = '~';

/** A provisional board, as it stands at this moment. */
export interface LiveBoard extends Order {
  /** How many scores it holds. */
  size(): Promise<number>;
  /** How many scores are before a place of the order. */
  countBefore(place: string): Promise<number>;
  /** The place that the score at a rank comes next after; `pastAll` beyond the last. */
  beforeRank(rank: number): Promise<string>;
  /** The value at a rank; null where there is none. */
  valueAt(rank: number): Promise<number | null>;
  /** The value at the middle; null of none. */
  median(): Promise<number | null>;
}

/** What a board is read by: an order of scores, and how they lie on the scale. */
interface Order {
  /** Scores from a place of the order on, the best first. */
  from(place: string, limit: number): Promise<KeptScore[]>;
  /** The places of scores from a place on. */
  placesFrom(place: string, limit: number): Promise<string[]>;
  /** The places before a place, the nearest first. */
  placesBefore(place: string, limit: number): Promise<string[]>;
  /** How many scores lie from a place on and before another. */
  countBetween(from: string, before: string): Promise<number>;
  /** How many scores lie in each stretch of the scale. */
  stretches(): Promise<Buckets>;
}

/**
 * A board read by indexes and counters alone. The country, a province and a city have counters; a
 * county's scores are few enough to be read.
 */
export function liveBoard(query: BoardQuery): LiveBoard {
  const order = query.regionPrefix?.length === county ? orderOfCounty(query) : indexedOrder(query);
  const { scheme } = query;
  const board: LiveBoard = {
    ...order,
    size: async () => sizeOf({ buckets: await order.stretches() }),
    async countBefore(place) {
      const own = stretchOf(bucketOf(scheme, valueOfKey(place)) ?? '');
      const top = valueKey(valuesOf(scheme, own).upTo);
      const [stretches, near] = await Promise.all([
        order.stretches(),
        order.countBetween(top, place),
      ]);
      return countAbove(stretches, own) + near;
    },
    async beforeRank(rank) {
      const found = bucketAt(await order.stretches(), rank);
      if (!found) return pastAll;
      const { size, before: left } = found;
      return seek(order, { ...valuesOf(scheme, found.bucket), size, left, rounds: 0 });
    },
    async valueAt(rank) {
      const [place] = await order.placesFrom(await board.beforeRank(rank), 1);
      return place === undefined ? null : valueOfKey(place);
    },
    async median() {
      const middle = ((await board.size()) + 1) / 2;
      const ranks = [...new Set([Math.ceil(middle), Math.floor(middle)])];
      const values = await Promise.all(ranks.map((rank) => board.valueAt(rank)));
      const [lower = null, upper = lower] = values;
      return lower === null || upper === null ? null : (lower + upper) / 2;
    },
  };
  return board;
}

/** The place that is looked for: by counts as long as they narrow it, then score by score. */
async function seek(order: Order, seeking: Seeking): Promise<string> {
  const { upTo, left } = seeking;
  const top = valueKey(upTo);
  const values = valuesToCount(seeking);
  if (values.length === 0) return passOver(order, top, left);
  const counted = await Promise.all(
    values.map(async (value) => ({
      value,
      better: await order.countBetween(top, valueKey(value)),
    })),
  );
  return seek(order, narrowed(seeking, counted));
}

async function passOver(order: Order, place: string, left: number): Promise<string> {
  let at = place;
  for (let more = left; more > 0; ) {
    const passed = await order.placesFrom(at, Math.min(more, passedAtOnce));
    const last = passed.at(-1);
    if (last === undefined) return pastAll;
    at = last;
    more -= passed.length;
  }
  return at;
}

function indexedOrder(query: BoardQuery): Order {
  const { scheme, period, measure } = query;
  const field = `order.${measure}`;
  const board = boardOf(scheme, period);
  const parts = partsOf(board, query);
  const read = async (
    within: object,
    limit: number,
    { direction = 'asc', fields }: { direction?: 'asc' | 'desc'; fields?: string[] } = {},
  ) => {
    const pages = await Promise.all(
      parts.map((part) =>
        heads.list({ ...part, [field]: within }, { limit, order: [field, direction], fields }),
      ),
    );
    const [only = []] = pages;
    if (pages.length === 1) return only;
    const sorted = pages.flat().sort(byPlace(measure));
    return (direction === 'asc' ? sorted : sorted.reverse()).slice(0, limit);
  };
  const places = (found: KeptScore[]) => found.map((head) => placeOf(measure, head));
  return {
    from: (place, limit) => read(command.gt(place), limit),
    placesFrom: async (place, limit) =>
      places(await read(command.gt(place), limit, { fields: [field] })),
    placesBefore: async (place, limit) =>
      places(await read(command.lt(place), limit, { direction: 'desc', fields: [field] })),
    async countBetween(from, before) {
      const within = command.gte(from).and(command.lt(before));
      const counts = await Promise.all(
        parts.map((part) => heads.count({ ...part, [field]: within })),
      );
      return counts.reduce((sum, count) => sum + count, 0);
    },
    stretches: once(() => countedStretches(board, query, measure).then(sumOf)),
  };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let known: Promise<T> | null = null;
  return () => {
    known ??= read();
    return known;
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

function orderOfCounty(query: BoardQuery): Order {
  const { scheme, period, measure, regionPrefix } = query;
  const filter = { board: boardOf(scheme, period), county: regionPrefix };
  const all = once(async () => {
    const found = await heads.list(filter, { limit: mostOfCounty });
    return found
      .filter((head) => head.order[measure] !== undefined && fits(query, head.traits))
      .sort(byPlace(measure));
  });
  const places = once(async () => (await all()).map((head) => placeOf(measure, head)));
  return {
    from: async (place, limit) =>
      (await all()).filter((head) => placeOf(measure, head) > place).slice(0, limit),
    placesFrom: async (from, limit) =>
      (await places()).filter((place) => place > from).slice(0, limit),
    placesBefore: async (before, limit) =>
      (await places())
        .filter((place) => place < before)
        .reverse()
        .slice(0, limit),
    countBetween: async (from, before) =>
      (await places()).filter((place) => place >= from && place < before).length,
    stretches: once(async () =>
      sumOf((await all()).map(({ counted }) => ({ [stretchOf(counted[measure] ?? '')]: 1 }))),
    ),
  };
}

const placeOf = (measure: BoardMeasure, { order }: KeptScore): string => order[measure] ?? '';

function byPlace(measure: BoardMeasure) {
  return (a: KeptScore, b: KeptScore) => (placeOf(measure, a) < placeOf(measure, b) ? -1 : 1);
}
