import type { BoardMeasure, BoardTraits } from '../../typings/leaderboards';
import type { RegionCode } from '../../typings/vocabulary';
import { cellOf, countedRegions } from '../domain/leaderboards/cells';
import { batchesOf, collection, command, type Document, type Unit } from './collection';
import {
  addCount,
  CountChanges,
  type Counted,
  type CountedMany,
  countersIn,
  countFigures,
  type Move,
  shardOf,
} from './recount';

/**
 * What a page of a long run adds to the counters of one region, until it is counted with all the other
 * pages' of its board. Additions come to the same in any order, so that submissions may count meanwhile.
 */
export interface DeferredCounts extends Document {
  board: string;
  /** a counted one */
  region: RegionCode;
  cells: DeferredCell[];
}

/** Counted by bucket; less than 0 where scores have left it. */
interface DeferredCell extends CountedMany {
  traits: Omit<BoardTraits, 'region'>;
  shard: number;
}

const deferred = collection<DeferredCounts>('deferred-counts');

const cellsPerDocument = 200;
const documentsAtOnce = 100;
/** One write takes as many cells, or what they add to as many counters: some seconds' work. */
const cellsAtOnce = 10_000;
const countersAtOnce = 4000;
/** Sorts after every id that a prefix begins. */
const end = '~';

/** Keeps the moves of a page for later, under ids that begin with `prefix` and that no other page has. */
export async function deferCounts(
  unit: Unit,
  { prefix, page }: { prefix: string; page: number },
  moves: Move[],
): Promise<void> {
  const boards = new Map<string, RegionalCounts>();
  const count = (score: Counted | null, by: 1 | -1) => {
    if (!score) return;
    const regions = boards.get(score.board) ?? new RegionalCounts();
    boards.set(score.board, regions);
    regions.add(score, by);
  };
  for (const [before, after] of moves) {
    count(before, -1);
    count(after, 1);
  }
  const documents = [...boards].flatMap(([board, { regions }]) =>
    [...regions].flatMap(([region, cells]) =>
      batchesOf(changedCells(cells), cellsPerDocument).map(
        (batch, part): DeferredCounts => ({
          _id: `${prefix}${region || 'all'}:${page}:${part}`,
          board,
          region,
          cells: batch,
        }),
      ),
    ),
  );
  await unit.addMany('deferred-counts', documents);
}

/** Of one board: by region, then by cell and shard. */
class RegionalCounts {
  readonly regions = new Map<RegionCode, Map<string, DeferredCell>>();

  add({ accountId, traits, counted, figures }: Counted, by: 1 | -1): void {
    const { region, ...own } = traits;
    const shard = shardOf(accountId);
    const key = `${cellOf(traits)}:${shard}`;
    for (const one of countedRegions(region)) {
      const cells = this.regions.get(one) ?? new Map<string, DeferredCell>();
      this.regions.set(one, cells);
      const cell = cells.get(key) ?? { traits: own, shard, counts: {} };
      cells.set(key, cell);
      for (const [measure, bucket] of Object.entries(counted) as [BoardMeasure, string][]) {
        addCount(cell.counts, [measure, bucket], by);
      }
      if (one === '' && figures) {
        cell.figures ??= {};
        countFigures(cell.figures, figures, by);
      }
    }
  }
}

function changedCells(cells: Map<string, DeferredCell>): DeferredCell[] {
  return [...cells.values()].filter(({ counts, figures = {} }) =>
    [...Object.values(counts), ...Object.values(figures)].some((buckets) =>
      Object.values(buckets).some((by) => by !== 0),
    ),
  );
}

/** What one write adds to the counters, and the id of the last document that it was told by. */
export interface DeferredPart {
  changes: CountChanges;
  last: string;
}

/** Reads what was deferred a part at a time: each document once, however many of them a part takes. */
export class DeferredReader {
  private left: DeferredCounts[] = [];
  private leftAfter = '';

  /** What is to be counted next, after an id; null at the end. */
  async after(prefix: string, id: string): Promise<DeferredPart | null> {
    const changes = new CountChanges();
    let left = this.leftAfter === id ? this.left : [];
    let last = id;
    let cells = 0;
    while (cells < cellsAtOnce && changes.size < countersAtOnce) {
      if (left.length === 0) left = await documentsAfter(prefix, last);
      const one = left.shift();
      if (!one) break;
      addAll(changes, one);
      cells += one.cells.length;
      last = one._id;
    }
    this.left = left;
    this.leftAfter = last;
    return last === id ? null : { changes, last };
  }
}

function documentsAfter(prefix: string, id: string): Promise<DeferredCounts[]> {
  return deferred.list(
    { _id: command.gt(id).and(command.lt(prefix + end)) },
    { limit: documentsAtOnce, order: ['_id', 'asc'] },
  );
}

function addAll(changes: CountChanges, { board, region, cells }: DeferredCounts): void {
  for (const { traits, shard, ...many } of cells) {
    changes.addCounts(countersIn(board, { ...traits, region }, shard), many);
  }
}

/** Forgets what has been counted, up to an id. */
export function dropDeferred(prefix: string, to: string): Promise<void> {
  return deferred.removeWithin(prefix, to);
}
