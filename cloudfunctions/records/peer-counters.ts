import type { PeerTraits } from '../../typings/insights';
import type { BoardFilter, BoardMeasure, BoardTraits } from '../../typings/leaderboards';
import type { PeriodId } from '../../typings/vocabulary';
import { boardOf, cellOf, countedRegions } from '../domain/leaderboards/cells';
import { bucketsIn, stretchOf } from '../domain/leaderboards/counting';
import { type Buckets, type CountedGroup, sizeOf } from '../domain/submissions/peer-buckets';
import { collection, command, type Document, type Filter, type Unit } from './collection';
import type { KeptScore } from './scores';

type Counts = Partial<Record<BoardMeasure, Buckets>>;

/**
 * How many scores of one cell in one region lie in each bucket, by measure. A broad one holds all
 * kinds and modes of a level and department, so that a board that asks for neither reads an eighth.
 */
export interface PeerCounter extends Omit<BoardTraits, 'kind'>, Document {
  /** scheme and period; of a broad one, with a mark */
  board: string;
  /** null in a broad one */
  kind: BoardTraits['kind'] | null;
  buckets: Counts;
  /** the same by stretches of buckets, so that a rank reads few of them */
  stretches: Counts;
}

/** A score as the counters take it. */
type Counted = Pick<KeptScore, 'board' | 'traits' | 'counted'>;

const counters = collection<PeerCounter>('peer-counters');

/** Levels × departments × kinds × modes: a region has no more cells. */
const maxCells = 1000;
/** A group of fewer peers is widened (domain/indices/peers). */
const leastPeers = 20;

/** The counters of one score, empty: the country's, its province's and its city's, each also broad. */
export function countersOf({ board, traits }: Counted): PeerCounter[] {
  const { level, department } = traits;
  const broad = broadBoard(board);
  return countedRegions(traits.region).flatMap((region) => [
    {
      _id: counterId(board, { ...traits, region }),
      board,
      ...traits,
      region,
      buckets: {},
      stretches: {},
    },
    {
      _id: `${counterPrefix(broad, region)}${level}:${department}`,
      board: broad,
      ...traits,
      region,
      kind: null,
      mode: null,
      buckets: {},
      stretches: {},
    },
  ]);
}

const broadBoard = (board: string): string => `${board}:broad`;

/** Where a score is counted in each of its counters. */
export function pathsOf({ counted }: Pick<Counted, 'counted'>): string[] {
  return Object.entries(counted).flatMap(([measure, bucket]) => [
    `buckets.${measure}.${bucket}`,
    `stretches.${measure}.${stretchOf(bucket)}`,
  ]);
}

function counterId(board: string, traits: BoardTraits): string {
  return `${counterPrefix(board, traits.region)}${cellOf(traits)}`;
}

const counterPrefix = (board: string, region: string): string => `${board}:${region || 'all'}:`;

/** A score before and after a write; null where there is none. */
export type Move = [before: Counted | null, after: Counted | null];

/**
 * Moves scores from where they were counted to where they are: six counters a score, twelve when its
 * account moved to another cell, whatever the number of accounts.
 */
export async function recount(unit: Unit, moves: Move[]): Promise<void> {
  const changed = new Map<string, { counter: PeerCounter; changes: Map<string, number> }>();
  const count = (score: Counted | null, by: 1 | -1) => {
    for (const counter of score ? countersOf(score) : []) {
      const entry = changed.get(counter._id) ?? { counter, changes: new Map() };
      changed.set(counter._id, entry);
      for (const path of score ? pathsOf(score) : []) {
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
      const increments = steps.map(([path, by]) => [path, command.inc(by)]);
      await unit.change('peer-counters', counter._id, Object.fromEntries(increments));
    } else {
      for (const [path, by] of steps) countInto(counter, path, by);
      added.push(counter);
    }
  }
  await unit.addMany('peer-counters', added);
}

/** Counts into a counter at hand. */
export function countInto(counter: PeerCounter, path: string, by: number): void {
  const [table = '', measure = '', key = ''] = path.split('.');
  const counts = table === 'stretches' ? counter.stretches : counter.buckets;
  const own = counts[measure as BoardMeasure] ?? {};
  own[key] = (own[key] ?? 0) + by;
  counts[measure as BoardMeasure] = own;
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
  const found = await cellsOf({ board, region: '', ...filter }, ['buckets.index']);
  return found.flatMap(({ _id: id, level, department, kind, buckets }) =>
    kind === null ? [] : [{ id, level, department, kind, buckets: buckets?.index ?? {} }],
  );
}

/** The counted cells of a board that a filter holds, of one measure; its region is a counted one. */
export async function countedCells(
  board: string,
  filter: BoardFilter,
  measure: BoardMeasure,
): Promise<Buckets[]> {
  const found = await cellsOf(cellsOfBoard(board, filter), [`buckets.${measure}`]);
  return found.map(({ buckets }) => buckets?.[measure] ?? {});
}

/** The same by stretches of buckets. */
export async function countedStretches(
  board: string,
  filter: BoardFilter,
  measure: BoardMeasure,
): Promise<Buckets[]> {
  const found = await cellsOf(cellsOfBoard(board, filter), [`stretches.${measure}`]);
  return found.map(({ stretches }) => stretches?.[measure] ?? {});
}

/** The same of one stretch alone. */
export async function countedInStretch(
  board: string,
  filter: BoardFilter,
  measure: BoardMeasure,
  stretch: string,
): Promise<Buckets[]> {
  const fields = bucketsIn(stretch).map((bucket) => `buckets.${measure}.${bucket}`);
  const found = await cellsOf(cellsOfBoard(board, filter), fields);
  return found.map(({ buckets }) => buckets?.[measure] ?? {});
}

function cellsOfBoard(
  board: string,
  { regionPrefix = '', levels, department, kind, mode }: BoardFilter,
): Filter {
  return {
    board: kind || mode ? board : broadBoard(board),
    region: regionPrefix,
    ...(levels ? { level: command.in(levels) } : {}),
    ...(department ? { department } : {}),
    ...(kind ? { kind } : {}),
    ...(mode ? { mode } : {}),
  };
}

/** A counter of which some fields were asked for: what it counts nothing in is not there. */
type Part = Omit<PeerCounter, 'buckets' | 'stretches'> &
  Partial<Pick<PeerCounter, 'buckets' | 'stretches'>>;

function cellsOf(filter: Filter, counts: string[]): Promise<Part[]> {
  const fields = ['level', 'department', 'kind', ...counts];
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
