import type { PeerTraits } from '../../typings/indices';
import type { BoardFilter, BoardMeasure, BoardTraits } from '../../typings/leaderboards';
import type { PeriodId } from '../../typings/vocabulary';
import { boardOf, cellOf, countedRegions } from '../domain/leaderboards/cells';
import { type Buckets, type CountedGroup, sizeOf } from '../domain/submissions/peer-buckets';
import { collection, command, type Document, type Filter, type Unit } from './collection';
import type { KeptScore } from './scores';

/** How many scores of one cell in one region lie in each bucket, by measure. */
export interface PeerCounter extends BoardTraits, Document {
  /** scheme and period */
  board: string;
  buckets: Partial<Record<BoardMeasure, Buckets>>;
}

/** A score as the counters take it. */
type Counted = Pick<KeptScore, 'board' | 'traits' | 'counted'>;

const counters = collection<PeerCounter>('peer-counters');

/** Levels × departments × kinds × modes: a region has no more cells. */
const maxCells = 1000;
/** A group of fewer peers is widened (domain/indices/peers). */
const leastPeers = 20;

/** The counters of one score, empty: the country's, its province's and its city's. */
export function countersOf({ board, traits }: Counted): PeerCounter[] {
  return countedRegions(traits.region).map((region) => ({
    _id: counterId(board, { ...traits, region }),
    board,
    ...traits,
    region,
    buckets: {},
  }));
}

function counterId(board: string, traits: BoardTraits): string {
  return `${counterPrefix(board, traits.region)}${cellOf(traits)}`;
}

const counterPrefix = (board: string, region: string): string => `${board}:${region || 'all'}:`;

/** A score before and after a write; null where there is none. */
export type Move = [before: Counted | null, after: Counted | null];

/**
 * Moves scores from where they were counted to where they are: three counters a score, six when its
 * account moved to another cell, whatever the number of accounts.
 */
export async function recount(unit: Unit, moves: Move[]): Promise<void> {
  const changed = new Map<string, { counter: PeerCounter; changes: Map<string, number> }>();
  const count = (score: Counted | null, by: 1 | -1) => {
    for (const counter of score ? countersOf(score) : []) {
      const entry = changed.get(counter._id) ?? { counter, changes: new Map() };
      changed.set(counter._id, entry);
      for (const [measure, bucket] of Object.entries(score?.counted ?? {})) {
        const path = `${measure}.${bucket}`;
        entry.changes.set(path, (entry.changes.get(path) ?? 0) + by);
      }
    }
  };
  for (const [before, after] of moves) {
    count(before, -1);
    count(after, 1);
  }
  const standing = await unit.findMany<PeerCounter>('peer-counters', [...changed.keys()]);
  const known = new Set(standing.map(({ _id }) => _id));
  const added: PeerCounter[] = [];
  for (const { counter, changes } of changed.values()) {
    const steps = [...changes].filter(([, by]) => by !== 0);
    if (steps.length === 0) continue;
    if (known.has(counter._id)) {
      const increments = steps.map(([path, by]) => [`buckets.${path}`, command.inc(by)]);
      await unit.change('peer-counters', counter._id, Object.fromEntries(increments));
    } else {
      for (const [path, by] of steps) countInto(counter, path, by);
      added.push(counter);
    }
  }
  await unit.addMany('peer-counters', added);
}

/** Counts into a counter at hand. */
export function countInto({ buckets }: PeerCounter, path: string, by: number): void {
  const [measure = '', bucket = ''] = path.split('.');
  const own = buckets[measure as BoardMeasure] ?? {};
  own[bucket] = (own[bucket] ?? 0) + by;
  buckets[measure as BoardMeasure] = own;
}

export interface Group {
  scheme: string;
  period: PeriodId;
  traits: PeerTraits;
}

/**
 * The counted groups that a standing is told from: the account's own when it is large enough, else
 * those of its level, else all of the board. Never more than one document a cell.
 */
export async function peerGroups({ scheme, period, traits }: Group): Promise<CountedGroup[]> {
  const { level, department, kind } = traits;
  const widening: Filter[] = [{ level, department, kind }, { level }, {}];
  let groups: CountedGroup[] = [];
  for (const filter of widening) {
    groups = await nationwide(boardOf(scheme, period), filter);
    if (groups.reduce((sum, group) => sum + sizeOf(group), 0) > leastPeers) break;
  }
  return groups;
}

async function nationwide(board: string, filter: Filter): Promise<CountedGroup[]> {
  const found = await cellsOf({ board, region: '', ...filter }, 'index');
  return found.map(({ _id: id, level, department, kind, buckets }) => {
    return { id, level, department, kind, buckets: buckets.index ?? {} };
  });
}

/** The counted cells of a board that a filter holds, of one measure; its region is a counted one. */
export async function countedCells(
  board: string,
  { regionPrefix = '', levels, department, kind, mode }: BoardFilter,
  measure: BoardMeasure,
): Promise<Buckets[]> {
  const filter = {
    board,
    region: regionPrefix,
    ...(levels ? { level: command.in(levels) } : {}),
    ...(department ? { department } : {}),
    ...(kind ? { kind } : {}),
    ...(mode ? { mode } : {}),
  };
  return (await cellsOf(filter, measure)).map(({ buckets }) => buckets[measure] ?? {});
}

function cellsOf(filter: Filter, measure: BoardMeasure): Promise<PeerCounter[]> {
  const fields = ['level', 'department', 'kind', `buckets.${measure}`];
  return counters.list(filter, { limit: maxCells, fields });
}

/** The group that counts a score among its peers. */
export function groupIdOf({ board, traits }: Counted): string {
  return counterId(board, { ...traits, region: '' });
}

/** The cell that a counted group is of. */
export function cellOfGroup(board: string, { id }: CountedGroup): string {
  return id.slice(counterPrefix(board, '').length);
}
