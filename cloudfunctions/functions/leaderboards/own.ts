import type {
  BoardFilter,
  BoardQuery,
  OwnPlace,
  PlaceInGroup,
} from '../../../typings/leaderboards';
import type { PeriodId } from '../../../typings/vocabulary';
import { regionScopeLabel } from '../../domain/access/label';
import { findScheme, summariseScheme } from '../../domain/indices';
import { valueKey, valueOfKey } from '../../domain/leaderboards/rank-key';
import { defaultScheme } from '../../domain/submissions/scored-schemes.data';
import { found, unwrap } from '../../handler/refusal';
import type { StoredAccount } from '../../records/accounts';
import { liveBoard } from '../../records/board-pages';
import { boardsByIds, rowsOfAccount } from '../../records/leaderboards';
import { findScoreHead, type KeptScore } from '../../records/scores';
import { recentHeads } from '../../records/submissions';
import { regionNames } from '../shared/regions';
import { shownBoard, shownRow } from './shown';

const publishedShown = 6;

/** An account's own line: its places, the step ahead, and the published boards that it is on. */
export async function ownPlace(account: StoredAccount, asked?: PeriodId): Promise<OwnPlace> {
  const scheme = unwrap(findScheme(defaultScheme));
  const [newest] = await recentHeads(account.id, 1);
  const period = found(asked ?? newest?.period);
  const score = await findScoreHead(account.id, period, scheme.id);
  const place = score?.order.index;
  const groups = place && score ? await Promise.all(groupsOf(score).map(placeIn(score))) : [];
  return {
    scheme: scheme.id,
    schemeName: scheme.name,
    notice: summariseScheme(scheme).notice,
    period,
    value: score?.value ?? null,
    change: score?.growth ?? null,
    groups: groups.filter(({ size }) => size > 1),
    published: await publishedWith(account.id),
  };
}

/** From the nearest group to the widest: of one's level in the county, the city, the province. */
function groupsOf({ traits: { region, level, department } }: KeptScore): BoardFilter[] {
  const levels = [level];
  return [
    { regionPrefix: region.slice(0, 4), levels },
    { regionPrefix: region.slice(0, 2), levels },
    { regionPrefix: '', levels, department },
  ];
}

function placeIn(score: KeptScore) {
  return async (filter: BoardFilter): Promise<PlaceInGroup> => {
    const { scheme, period } = score;
    const query: BoardQuery = { scheme, period, measure: 'index', ...filter };
    const place = valueKey(score.value ?? 0);
    const board = liveBoard(query);
    const [size, median, better, [key]] = await Promise.all([
      board.size(),
      board.median(),
      board.countBefore(place),
      board.placesBefore(place, 1),
    ]);
    const value = key === undefined ? null : valueOfKey(key);
    const { regionPrefix = '', levels, department } = filter;
    return {
      label: regionScopeLabel({ kind: 'region', regionPrefix, levels, department }, regionNames()),
      rank: better + 1,
      size,
      median,
      ahead:
        value === null
          ? null
          : {
              rank: (await board.countBefore(valueKey(value))) + 1,
              distance: value - (score.value ?? 0),
            },
    };
  };
}

async function publishedWith(accountId: string): Promise<OwnPlace['published']> {
  const rows = await rowsOfAccount(accountId);
  const boards = await boardsByIds([...new Set(rows.map(({ board }) => board))]);
  const byId = new Map(boards.map((board) => [board._id, board]));
  const published = rows.flatMap((row) => {
    const board = byId.get(row.board);
    return board?.state === 'published' ? [{ board, row }] : [];
  });
  return Promise.all(
    published.slice(0, publishedShown).map(async ({ board, row }) => ({
      board: await shownBoard(board),
      row: shownRow(row),
    })),
  );
}
