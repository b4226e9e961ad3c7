import { collection } from './collection';
import type { ScoreCorrection } from './keep-scores';
import { boardValues } from './kept-score';
import { boardsByIds, keepErratum, rowsOfAccount } from './leaderboards';
import { findScoreRevision } from './scores';

const corrections = collection<ScoreCorrection>('score-corrections');

const atOnce = 100;

/**
 * Tells published boards of the corrections made since: each becomes an erratum on every board that
 * shows the figure corrected. A correction is marked as told after its errata, which are written once.
 */
export async function tellBoards(): Promise<void> {
  const waiting = await corrections.list({ told: false }, { limit: atOnce, order: ['at', 'asc'] });
  for (const correction of waiting) {
    await tell(correction);
    await corrections.change({ _id: correction._id }, { told: true });
  }
}

async function tell({ accountId, period, scheme, revision, at }: ScoreCorrection): Promise<void> {
  const score = await findScoreRevision(accountId, period, scheme, revision);
  const rows = (await rowsOfAccount(accountId)).filter(
    (row) => row.period === period && row.scheme === scheme && row.scoreRevision < revision,
  );
  const boards = new Map(
    (await boardsByIds(rows.map(({ board }) => board))).map((board) => [board._id, board]),
  );
  for (const row of rows) {
    const board = boards.get(row.board);
    if (!score || !board || board.schemeVersion !== score.version) continue;
    const to = boardValues(score)[board.measure];
    if (to === row.value) continue;
    await keepErratum({
      _id: `${row._id}:${revision}`,
      board: row.board,
      accountId,
      name: row.name,
      rank: row.rank,
      from: row.value,
      to,
      reason: score.reason ?? '数据更正',
      at,
    });
  }
}
