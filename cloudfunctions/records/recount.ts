import type { BoardMeasure, BoardTraits } from '../../typings/leaderboards';
import type { PeerFigure } from '../../typings/peers';
import { countedRegions } from '../domain/leaderboards/cells';
import { stretchOf } from '../domain/leaderboards/counting';
import type { Buckets } from '../domain/submissions/peer-buckets';
import type { FigureBuckets, FigureCounts } from '../domain/submissions/peer-figures';
import { command, type Unit } from './collection';
import {
  type Counts,
  counterId,
  counterPrefix,
  ofOffices,
  ofWays,
  type PeerCounter,
} from './peer-counters';
import type { KeptScore } from './scores';

/** A score as the counters take it. */
export type Counted = Pick<KeptScore, 'accountId' | 'board' | 'traits' | 'counted' | 'figures'>;

/** A score before and after a write; null where there is none. */
export type Move = [before: Counted | null, after: Counted | null];

/** What many scores of one cell add together. */
export interface CountedMany {
  counts: Counts;
  /** of the country alone */
  figures?: FigureCounts;
}

const shards = 4;

export function shardOf(accountId: string): number {
  let sum = 0;
  for (let place = 0; place < accountId.length; place += 1) sum += accountId.charCodeAt(place);
  return sum % shards;
}

/** The counters of one score, empty: three of the country, of its province and of its city. */
export function countersOf({ accountId, board, traits }: Counted): PeerCounter[] {
  const shard = shardOf(accountId);
  return countedRegions(traits.region).flatMap((region) =>
    countersIn(board, { ...traits, region }, shard),
  );
}

/** The three counters of a cell and shard in a counted region, empty. */
export function countersIn(board: string, traits: BoardTraits, shard: number): PeerCounter[] {
  const { region, level, department, kind, mode } = traits;
  const isCountry = region === '';
  return [
    {
      _id: counterId(board, traits),
      board,
      ...traits,
      stretches: {},
      ...(isCountry ? { buckets: {}, figures: {} } : {}),
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
      ...(isCountry ? { figures: {} } : {}),
    },
    {
      _id: `${counterPrefix(ofWays(board), region)}${kind}:${mode ?? 'unknown'}:${shard}`,
      board: ofWays(board),
      region,
      level: null,
      department: null,
      kind,
      mode,
      stretches: {},
    },
  ];
}

/** Counts a score into a counter at hand. */
export function countInto(
  counter: PeerCounter,
  { counted, figures = {} }: Pick<Counted, 'counted' | 'figures'>,
  by: number,
): void {
  for (const [measure, bucket] of Object.entries(counted) as [BoardMeasure, string][]) {
    countBucket(counter, [measure, bucket], by);
  }
  if (counter.figures) countFigures(counter.figures, figures, by);
}

/** Counts an account's figures among those at hand. */
export function countFigures(counts: FigureCounts, figures: FigureBuckets, by: number): void {
  for (const [name, bucket] of Object.entries(figures) as [PeerFigure, string][]) {
    addCount(counts, [name, bucket], by);
  }
}

function addFigures(counts: FigureCounts, more: FigureCounts): void {
  for (const [name, buckets] of Object.entries(more) as [PeerFigure, Buckets][]) {
    for (const [bucket, by] of Object.entries(buckets)) addCount(counts, [name, bucket], by);
  }
}

function countBucket(
  { stretches, buckets }: PeerCounter,
  [measure, bucket]: [BoardMeasure, string],
  by: number,
): void {
  addCount(stretches, [measure, stretchOf(bucket)], by);
  if (buckets && measure === 'index') addCount(buckets, [measure, bucket], by);
}

/** Adds to one count of a measure, under a bucket or a stretch. */
export function addCount<Name extends string>(
  counts: Partial<Record<Name, Buckets>>,
  [measure, key]: [measure: Name, key: string],
  by: number,
): void {
  const own = counts[measure] ?? {};
  counts[measure] = own;
  own[key] = (own[key] ?? 0) + by;
}

/** What is to be added to counters, gathered so that each is written once. */
export class CountChanges {
  /** each counts what is to be added alone */
  private readonly changes = new Map<string, PeerCounter>();

  /** Counters that something is to be added to. */
  get size(): number {
    return this.changes.size;
  }

  /** Counts a score, or takes it back by −1. */
  addScore(score: Counted | null, by: 1 | -1): void {
    if (!score) return;
    for (const change of this.of(countersOf(score))) countInto(change, score, by);
  }

  addCounts(counters: PeerCounter[], { counts, figures = {} }: CountedMany): void {
    const changes = this.of(counters);
    for (const change of changes) if (change.figures) addFigures(change.figures, figures);
    for (const [measure, buckets] of Object.entries(counts) as [BoardMeasure, object][]) {
      for (const [bucket, by] of Object.entries(buckets)) {
        for (const change of changes) countBucket(change, [measure, bucket], by);
      }
    }
  }

  async write(unit: Unit): Promise<void> {
    const changed = [...this.changes.values()].filter((change) => stepsOf(change).length > 0);
    const ids = changed.map(({ _id }) => _id);
    const standing = await unit.findMany<PeerCounter>('peer-counters', ids, ['_id']);
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

  private of(counters: PeerCounter[]): PeerCounter[] {
    return counters.map((empty) => {
      const change = this.changes.get(empty._id) ?? empty;
      this.changes.set(empty._id, change);
      return change;
    });
  }
}

/** What a counter's counts change by, each with its path in the document. */
function stepsOf(counter: PeerCounter): [path: string, by: number][] {
  const { stretches, buckets = {}, figures = {} } = counter;
  return Object.entries({ stretches, buckets, figures }).flatMap(([table, counts]) =>
    Object.entries(counts).flatMap(([measure, own]) =>
      Object.entries(own).flatMap(([key, by]): [string, number][] =>
        by === 0 ? [] : [[`${table}.${measure}.${key}`, by]],
      ),
    ),
  );
}

/**
 * Moves scores from where they were counted to where they are: nine counters a score, twice as many
 * when its account moved elsewhere, whatever the number of accounts.
 */
export async function recount(unit: Unit, moves: Move[]): Promise<void> {
  const changes = new CountChanges();
  for (const [before, after] of moves) {
    changes.addScore(before, -1);
    changes.addScore(after, 1);
  }
  await changes.write(unit);
}
