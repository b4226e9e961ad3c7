import type { BoardFilter, BoardMeasure, BoardQuery } from '../../typings/leaderboards';
import { boardOf, cellsWithin, fits } from '../domain/leaderboards/cells';
import { countAbove, greatestIn, sumOf } from '../domain/leaderboards/counting';
import { valueKey, valueOfKey } from '../domain/leaderboards/rank-key';
import { type Buckets, bucketOf } from '../domain/submissions/peer-buckets';
import { batchesOf, collection, command, type Filter } from './collection';
import { countedCells } from './peer-counters';
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
  buckets(): Promise<Buckets>;
}

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
  let known: Promise<Buckets> | null = null;
  const buckets = () => {
    known ??= countedCells(board, query, measure).then(sumOf);
    return known;
  };
  const read = async (within: object, limit: number, direction: 'asc' | 'desc') => {
    const pages = await Promise.all(
      partsOf(board, query).map((part) =>
        heads.list({ ...part, [field]: within }, { limit, order: [field, direction] }),
      ),
    );
    const sorted = pages.flat().sort(byPlace(measure));
    return (direction === 'asc' ? sorted : sorted.reverse()).slice(0, limit);
  };
  return {
    buckets,
    from: (place, limit) => read(command.gt(place), limit, 'asc'),
    before: (place, limit) => read(command.lt(place), limit, 'desc'),
    async countBefore(place) {
      const own = bucketOf(scheme, valueOfKey(place)) ?? '';
      const within = command.gte(valueKey(greatestIn(scheme, own))).and(command.lt(place));
      const [all, ...counts] = await Promise.all([
        buckets(),
        ...partsOf(board, query).map((part) => heads.count({ ...part, [field]: within })),
      ]);
      return counts.reduce((sum, count) => sum + count, countAbove(all, own));
    },
  };
}

/** The queries whose answers together are the board's: by region, and by as many cells as go at once. */
function partsOf(board: string, { regionPrefix = '', ...filter }: BoardFilter): Filter[] {
  const region =
    regionPrefix.length === 2
      ? { province: regionPrefix }
      : regionPrefix.length === 4
        ? { city: regionPrefix }
        : {};
  return batchesOf(cellsWithin(filter), cellsAtOnce).map((cells) => ({
    board,
    ...region,
    cell: command.in(cells),
  }));
}

function boardOfCounty(query: BoardQuery): LiveBoard {
  const { scheme, period, measure, regionPrefix } = query;
  const filter = { board: boardOf(scheme, period), county: regionPrefix };
  let known: Promise<KeptScore[]> | null = null;
  const all = async () => {
    known ??= heads.list(filter, { limit: mostOfCounty });
    const found = await known;
    return found
      .filter((head) => head.order[measure] !== undefined && fits(query, head.traits))
      .sort(byPlace(measure));
  };
  const placeOf = ({ order }: KeptScore) => order[measure] ?? '';
  return {
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
    async buckets() {
      return sumOf((await all()).map((head) => ({ [head.counted[measure] ?? '']: 1 })));
    },
  };
}

function byPlace(measure: BoardMeasure) {
  const place = ({ order }: KeptScore) => order[measure] ?? '';
  return (a: KeptScore, b: KeptScore) => (place(a) < place(b) ? -1 : 1);
}
