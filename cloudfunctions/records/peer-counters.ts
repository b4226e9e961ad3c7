import type { PeerTraits } from '../../typings/insights';
import type { BoardFilter, BoardMeasure, BoardTraits } from '../../typings/leaderboards';
import type { PeriodId } from '../../typings/vocabulary';
import { boardOf, cellOf, countedRegions } from '../domain/leaderboards/cells';
import { stretchOf } from '../domain/leaderboards/counting';
import { type Buckets, type CountedGroup, sizeOf } from '../domain/submissions/peer-buckets';
import { collection, command, type Document, type Filter, type Unit } from './collection';
import type { KeptScore } from './scores';

type Counts = Partial<Record<BoardMeasure, Buckets>>;

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
  /** the same to a thousandth of the scale; of a cell alone */
  buckets?: Counts;
}

/** A score as the counters take it. */
type Counted = Pick<KeptScore, 'accountId' | 'board' | 'traits' | 'counted'>;

const counters = collection<PeerCounter>('peer-counters');

/** Levels × departments × kinds × modes: a region has no more cells. */
const maxCells = 1000;
const shards = 4;
/** A group of fewer peers is widened (domain/indices/peers). */
const leastPeers = 20;

const ofOffices = (board: string): string => `${board}:offices`;
const ofWays = (board: string): string => `${board}:ways`;

/** The counters of one score, empty: three of the country, of its province and of its city. */
export function countersOf({ accountId, board, traits }: Counted): PeerCounter[] {
  const { level, department, kind, mode } = traits;
  return countedRegions(traits.region).flatMap((region) => [
    {
      _id: counterId(board, { ...traits, region }),
      board,
      ...traits,
      region,
      stretches: {},
      buckets: {},
    },
    {
      _id: `${counterPrefix(ofOffices(board), region)}${level}:${department}`,
      board: ofOffices(board),
      region,
      level,
      department,
      kind: null,
      mode: null,
      stretches: {},
    },
    {
      _id: `${counterPrefix(ofWays(board), region)}${kind}:${mode ?? 'unknown'}:${shardOf(accountId)}`,
      board: ofWays(board),
      region,
      level: null,
      department: null,
      kind,
      mode,
      stretches: {},
    },
  ]);
}

function shardOf(accountId: string): number {
  let sum = 0;
  for (let place = 0; place < accountId.length; place += 1) sum += accountId.charCodeAt(place);
  return sum % shards;
}

/** Counts a score into a counter at hand. */
export function countInto(
  { stretches, buckets }: PeerCounter,
  { counted }: Pick<Counted, 'counted'>,
  by: number,
): void {
  for (const [measure, bucket] of Object.entries(counted) as [BoardMeasure, string][]) {
    add(stretches, measure, stretchOf(bucket), by);
    if (buckets) add(buckets, measure, bucket, by);
  }
}

function add(counts: Counts, measure: BoardMeasure, key: string, by: number): void {
  const own = counts[measure] ?? {};
  counts[measure] = own;
  own[key] = (own[key] ?? 0) + by;
}

function counterId(board: string, traits: BoardTraits): string {
  return `${counterPrefix(board, traits.region)}${cellOf(traits)}`;
}

const counterPrefix = (board: string, region: string): string => `${board}:${region || 'all'}:`;

/** A score before and after a write; null where there is none. */
export type Move = [before: Counted | null, after: Counted | null];

/**
 * Moves scores from where they were counted to where they are: nine counters a score, twice as many
 * when its account moved elsewhere, whatever the number of accounts.
 */
export async function recount(unit: Unit, moves: Move[]): Promise<void> {
  const changes = new Map<string, PeerCounter>();
  const count = (score: Counted | null, by: 1 | -1) => {
    for (const empty of score ? countersOf(score) : []) {
      const change = changes.get(empty._id) ?? empty;
      changes.set(empty._id, change);
      if (score) countInto(change, score, by);
    }
  };
  for (const [before, after] of moves) {
    count(before, -1);
    count(after, 1);
  }
  const changed = [...changes.values()].filter((change) => stepsOf(change).length > 0);
  const ids = changed.map(({ _id }) => _id);
  const standing = await unit.findMany<PeerCounter>('peer-counters', ids);
  const known = new Set(standing.map(({ _id }) => _id));
  for (const change of changed) {
    if (!known.has(change._id)) continue;
    const increments = stepsOf(change).map(([path, by]) => [path, command.inc(by)]);
    await unit.change('peer-counters', change._id, Object.fromEntries(increments));
  }
  await unit.addMany(
    'peer-counters',
    changed.filter(({ _id }) => !known.has(_id)),
  );
}

/** What a counter's counts change by, each with its path in the document. */
function stepsOf({ stretches, buckets = {} }: PeerCounter): [path: string, by: number][] {
  return Object.entries({ stretches, buckets }).flatMap(([table, counts]) =>
    Object.entries(counts).flatMap(([measure, own]) =>
      Object.entries(own).flatMap(([key, by]): [string, number][] =>
        by === 0 ? [] : [[`${table}.${measure}.${key}`, by]],
      ),
    ),
  );
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
    level && department && kind
      ? [{ id, level, department, kind, buckets: buckets?.index ?? {} }]
      : [],
  );
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
export function groupIdOf({ board, traits }: Counted): string {
  return counterId(board, { ...traits, region: '' });
}

/** The cell that a counted group is of. */
export function cellOfGroup(board: string, { id }: CountedGroup): string {
  return id.slice(counterPrefix(board, '').length);
}
