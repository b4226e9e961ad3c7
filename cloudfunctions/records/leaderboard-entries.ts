import type { BoardRow, BoardTraits, LeftOut } from '../../typings/leaderboards';
import type { Ranked } from '../domain/leaderboards/ranking';
import { collection, command, type Document } from './collection';

/** What one account of the scope brought to a board. */
export interface EntryDocument extends Ranked, Document {
  board: string;
  name: string;
  agency: string;
  traits: BoardTraits;
  sample: boolean;
  /** its place in the order; absent when it is left out */
  key?: string;
  /** its place among those left out; absent when it is on the board */
  leftOutAt?: string;
  reason?: LeftOut['reason'];
  text?: string;
  forces: BoardRow['forces'];
  change: number | null;
  submissionRevision: number;
  scoreRevision: number;
}

const entries = collection<EntryDocument>('leaderboard-entries');

/** Removes entries a page at a time; with `ranked`, those on the board alone. */
export async function removeEntries(board: string, ranked = false): Promise<void> {
  for (;;) {
    const filter = ranked ? { board, key: command.gt('') } : { board };
    const page = await entries.list(filter, { limit: 500, fields: ['board'] });
    if (page.length === 0) return;
    await entries.removeIn(page.map(({ _id }) => _id));
  }
}

export function entriesFrom(board: string, key: string, limit: number): Promise<EntryDocument[]> {
  return entries.list({ board, key: command.gt(key) }, { limit, order: ['key', 'asc'] });
}

/** Those left out after a place, for one reason or for any. */
export function leftOutFrom(
  board: string,
  { reason, at }: { reason: LeftOut['reason'] | null; at: string },
  limit: number,
): Promise<EntryDocument[]> {
  const filter = { board, ...(reason ? { reason } : {}), leftOutAt: command.gt(at) };
  return entries.list(filter, { limit, order: ['leftOutAt', 'asc'] });
}

export function keepEntries(documents: EntryDocument[]): Promise<EntryDocument[]> {
  return entries.addMissing(documents);
}
