import type { BoardFilter, BoardMeasure, BoardTraits } from '../../typings/leaderboards';
import type { PeerTraits } from '../../typings/peers';
import type { PeriodId } from '../../typings/vocabulary';
import { leastPeers } from '../domain/indices';
import { boardOf, cellOf } from '../domain/leaderboards/cells';
import { type Buckets, type CountedGroup, sizeOf } from '../domain/submissions/peer-buckets';
import type { FigureCounts } from '../domain/submissions/peer-figures';
import { collection, command, type Document, type Filter } from './collection';
import type { KeptScore } from './scores';

export type Counts = Partial<Record<BoardMeasure, Buckets>>;

/**
 * How many scores in one region lie in each stretch of the scale, by measure. A score is counted in
 * three of them: its cell's; its level and department's, for all kinds and modes; and its kind and
 * mode's, for all levels and departments, in four shards so that not everyone's submission meets on
 * one document. So every filter that boards have is summed from few of them.
 */
export interface PeerCounter extends Document {
  /** scheme and period; with a mark unless it is of a cell */
  board: string;
  region: string;
  level: BoardTraits['level'] | null;
  department: BoardTraits['department'] | null;
  kind: BoardTraits['kind'] | null;
  mode: BoardTraits['mode'];
  stretches: Counts;
  /** the index to a thousandth of the scale; of the country's cells alone, for peers are nationwide */
  buckets?: Pick<Counts, 'index'>;
  /** what peers are compared by, by bucket; of the country's cells, and of its levels and departments */
  figures?: FigureCounts;
}

const counters = collection<PeerCounter>('peer-counters');

/** Levels × departments × kinds × modes: a region has no more cells. */
const maxCells = 1000;

/** What the counters' boards are called that hold all kinds and modes, and all levels and departments. */
export const ofOffices = (board: string): string => `${board}:offices`;
export const ofWays = (board: string): string => `${board}:ways`;

export function counterId(board: string, traits: BoardTraits): string {
  return `${counterPrefix(board, traits.region)}${cellOf(traits)}`;
}

export const counterPrefix = (board: string, region: string): string =>
  `${board}:${region || 'all'}:`;

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
    level && department && kind
      ? [{ id, level, department, kind, buckets: buckets?.index ?? {} }]
      : [],
  );
}

/**
 * The counted figures of the country's accounts that share some traits: at most a counter for each mode,
 * or for each level and department.
 */
export async function countedFigures(
  { scheme, period, traits }: Group,
  shared: readonly (keyof PeerTraits)[],
): Promise<FigureCounts[]> {
  const board = boardOf(scheme, period);
  const whole = shared.includes('kind') ? board : ofOffices(board);
  const filter = Object.fromEntries(shared.map((trait) => [trait, traits[trait]]));
  const found = await cellsOf({ board: whole, region: '', ...filter }, ['figures']);
  return found.map(({ figures }) => figures ?? {});
}

/** The counters of a board that together hold what a filter does, by one measure. */
export async function countedStretches(
  board: string,
  filter: BoardFilter,
  measure: BoardMeasure,
): Promise<Buckets[]> {
  const found = await cellsOf(countersWithin(board, filter), [`stretches.${measure}`]);
  return found.map(({ stretches }) => stretches?.[measure] ?? {});
}

function countersWithin(
  board: string,
  { regionPrefix = '', levels, department, kind, mode }: BoardFilter,
): Filter {
  const byWay = kind !== undefined || mode !== undefined;
  const byOffice = levels !== undefined || department !== undefined;
  const whole = byOffice ? ofOffices(board) : ofWays(board);
  return {
    board: byWay && byOffice ? board : whole,
    region: regionPrefix,
    ...(levels ? { level: command.in(levels) } : {}),
    ...(department ? { department } : {}),
    ...(kind ? { kind } : {}),
    ...(mode ? { mode } : {}),
  };
}

/** A counter of which some fields were asked for: what it counts nothing in is not there. */
type Part = Omit<PeerCounter, 'stretches'> & Partial<Pick<PeerCounter, 'stretches'>>;

function cellsOf(filter: Filter, counts: string[]): Promise<Part[]> {
  const fields = ['level', 'department', 'kind', ...counts];
  return counters.list(filter, { limit: maxCells, fields });
}

/** The group that counts a score among its peers. */
export function groupIdOf({ board, traits }: Pick<KeptScore, 'board' | 'traits'>): string {
  return counterId(board, { ...traits, region: '' });
}

/** The cell that a counted group is of. */
export function cellOfGroup(board: string, { id }: CountedGroup): string {
  return id.slice(counterPrefix(board, '').length);
}
