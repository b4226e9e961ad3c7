import { randomId } from '../platform/random';
import { collection, type Document, type Unit } from './collection';
import { oneForAll } from './one-for-all';
import { type Counted, type Move, recount } from './recount';

/** What one write has yet to add to the counters. */
export interface PendingCount extends Document {
  moves: { before: Counted | null; after: Counted | null }[];
}

const pending = collection<PendingCount>('pending-counts');

/** Each meets nine counters: a batch is about a second's work. */
const movesAtOnce = 100;
const writesAtOnce = 20;
const batchesOfCall = 5;

/**
 * Leaves moves to be counted once the unit stands. Everybody's submissions meet on the counters of a
 * level and department: counted within, those of one moment would undo each other again and again.
 */
export async function leaveToCount(unit: Unit, moves: Move[]): Promise<void> {
  const told = moves.map(([before, after]) => ({ before: toldBy(before), after: toldBy(after) }));
  await unit.add<PendingCount>('pending-counts', { _id: randomId(), moves: told });
}

const toldBy = (score: Counted | null): Counted | null =>
  score && {
    accountId: score.accountId,
    board: score.board,
    traits: score.traits,
    counted: score.counted,
    figures: score.figures,
  };

/** Counts what is left to be counted, as far as some batches reach. */
export function countPending(batches = batchesOfCall): Promise<void> {
  return oneForAll(batches, { next: nextBatch, work: countOnce });
}

async function nextBatch(): Promise<string[]> {
  const left = await pending.list({}, { limit: writesAtOnce, order: ['_id', 'asc'] });
  let moves = 0;
  const beyond = left.findIndex((one) => {
    moves += one.moves.length;
    return moves > movesAtOnce;
  });
  const taken = beyond < 0 ? left : left.slice(0, Math.max(1, beyond));
  return taken.map(({ _id }) => _id);
}

async function countOnce(unit: Unit, ids: string[]): Promise<void> {
  const left = await unit.findMany<PendingCount>('pending-counts', ids);
  for (const { _id } of left) await unit.remove('pending-counts', _id);
  await recount(
    unit,
    left.flatMap(({ moves }) => moves.map(({ before, after }): Move => [before, after])),
  );
}
