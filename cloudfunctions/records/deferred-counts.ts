import type { BoardMeasure, BoardTraits } from '../../typings/leaderboards';
import type { RegionCode } from '../../typings/vocabulary';
import { cellOf, countedRegions } from '../domain/leaderboards/cells';
import { batchesOf, collection, command, type Document, type Unit } from './collection';
import type { Counts } from './peer-counters';
import { addCount, CountChanges, type Counted, countersIn, type Move, shardOf } from './recount';

/**
 * What a page of a long run adds to the counters of one region, until it is counted with all the other
 * pages' of its board. Additions come to the same in any order, so that submissions may count meanwhile.
 */
export interface DeferredCounts extends Document {
  board: string;
  /** a counted one */
  region: RegionCode;
  cells: DeferredCell[];
  /** of `cells` */
  size: number;
}

interface DeferredCell {
  traits: Omit<BoardTraits, 'region'>;
  shard: number;
  /** by bucket; less than 0 where scores have left it */
  counts: Counts;
}

const deferred = collection<DeferredCounts>('deferred-counts');

const cellsPerDocument = 200;
/** Cells that one write counts: each is three counters at most. */
const cellsAtOnce = 2000;
const documentsAtOnce = 1000;
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
          size: batch.length,
        }),
      ),
    ),
  );
  await unit.addMany('deferred-counts', documents);
}

/** Of one board: by region, then by cell and shard. */
class RegionalCounts {
  readonly regions = new Map<RegionCode, Map<string, DeferredCell>>();

  add({ accountId, traits, counted }: Counted, by: 1 | -1): void {
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
    }
  }
}

function changedCells(cells: Map<string, DeferredCell>): DeferredCell[] {
  return [...cells.values()].filter(({ counts }) =>
    Object.values(counts).some((buckets) => Object.values(buckets).some((by) => by !== 0)),
  );
}

/** What is to be counted next, after an id: as much as one write takes; none at the end. */
export async function deferredAfter(prefix: string, after: string): Promise<DeferredCounts[]> {
  const sizes = await deferred.list(
    { _id: command.gt(after).and(command.lt(prefix + end)) },
    { limit: documentsAtOnce, order: ['_id', 'asc'], fields: ['size'] },
  );
  let cells = 0;
  const beyond = sizes.findIndex(({ size }) => {
    cells += size;
    return cells > cellsAtOnce;
  });
  const taken = beyond < 0 ? sizes : sizes.slice(0, Math.max(1, beyond));
  const last = taken.at(-1);
  if (!last) return [];
  return deferred.list(
    { _id: command.gt(after).and(command.lte(last._id)) },
    { limit: taken.length, order: ['_id', 'asc'] },
  );
}

/** Adds what was deferred to the counters: each is written once, however many pages it comes from. */
export async function countDeferred(unit: Unit, documents: DeferredCounts[]): Promise<void> {
  const changes = new CountChanges();
  for (const { board, region, cells } of documents) {
    for (const { traits, shard, counts } of cells) {
      changes.addCounts(countersIn(board, { ...traits, region }, shard), counts);
    }
  }
  await changes.write(unit);
}

/** Forgets what has been counted, up to an id. */
export function dropDeferred(prefix: string, to: string): Promise<void> {
  return deferred.removeWithin(prefix, to);
}
