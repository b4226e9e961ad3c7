import type { Page } from '../answer';
import type {
  BoardPage,
  BoardQuery,
  BoardUse,
  Erratum,
  Leaderboard,
  LeftOut,
  LeftOutReason,
  LivePage,
  OwnPlace,
  ReviewVerdict,
} from '../leaderboards';
import type { PeriodId } from '../vocabulary';

/** Where a page begins: after a cursor, around an account, at a rank; at the top when absent. */
export interface PageStart {
  cursor?: string;
  around?: string;
  fromRank?: number;
}

export interface LeaderboardsApi {
  /** a provisional board, while figures come in */
  'leaderboards.page': (input: BoardQuery & PageStart) => LivePage;
  /** Rows by name; a page may hold few or none while `next` leads on, when many names are alike. */
  'leaderboards.search': (input: BoardQuery & { query: string; cursor?: string }) => BoardPage;
  'leaderboards.own': (input: { accountId: string; period?: PeriodId }) => OwnPlace;
  'leaderboards.list': (input: { cursor?: string }) => Page<Leaderboard>;
  /** boards that their supervisors opened and that the caller may read, newest first */
  'leaderboards.opened': (input: { cursor?: string }) => Page<Leaderboard>;
  /** freezes the figures and says who would be left out; nothing is shown to others yet */
  'leaderboards.prepare': (
    input: BoardQuery & { requestKey: string; use: BoardUse },
  ) => Leaderboard;
  /** takes a board under way further; the same when it is not */
  'leaderboards.continue': (input: { leaderboardId: string }) => Leaderboard;
  'leaderboards.publish': (input: { requestKey: string; leaderboardId: string }) => Leaderboard;
  'leaderboards.discard': (input: { leaderboardId: string }) => { discarded: true };
  'leaderboards.open': (input: { leaderboardId: string; open: boolean }) => Leaderboard;
  'leaderboards.review': (input: {
    requestKey: string;
    accountId: string;
    period: PeriodId;
    scheme: string;
    verdict: ReviewVerdict;
    note: string;
  }) => { verdict: ReviewVerdict };
  'leaderboards.get': (input: { leaderboardId: string }) => {
    board: Leaderboard;
    errata: Erratum[];
  };
  'leaderboards.rows': (input: { leaderboardId: string; query?: string } & PageStart) => BoardPage;
  'leaderboards.leftOut': (input: {
    leaderboardId: string;
    reason?: LeftOutReason;
    cursor?: string;
  }) => Page<LeftOut>;
  'leaderboards.export': (input: {
    leaderboardId: string;
    format: 'xlsx' | 'jsonl';
    fromRank?: number;
  }) => { url: string };
}
