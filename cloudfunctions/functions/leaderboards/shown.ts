import type { BoardRow, Leaderboard } from '../../../typings/leaderboards';
import {
  countErrata,
  type LeaderboardDocument,
  type RowDocument,
} from '../../records/leaderboards';

/** A board as the contract shows it: where its making is stays inside. */
export async function shownBoard(board: LeaderboardDocument): Promise<Leaderboard> {
  const { _id, regions, at, cursor, ranking, edges, digest, previous, preparedBy, ...shown } =
    board;
  return { id: _id, ...shown, errata: shown.state === 'published' ? await countErrata(_id) : 0 };
}

export function shownRow(row: RowDocument): BoardRow {
  const { _id, board, position, scheme, period, at, traits, ...shown } = row;
  const { submissionRevision, scoreRevision, ...rest } = shown;
  const { region, level, department } = traits;
  return { ...rest, region, level, department };
}
