import type { PageStart } from '../../../typings/api';
import type {
  BoardMeasure,
  BoardPage,
  BoardQuery,
  BoardRow,
  LivePage,
} from '../../../typings/leaderboards';
import { cellsWithin, fits } from '../../domain/leaderboards/cells';
import { isRankKey, valueOfKey } from '../../domain/leaderboards/rank-key';
import { found as existing, Refusal, unwrap } from '../../handler/refusal';
import type { Moment } from '../../platform/clock';
import { accountsById, type StoredAccount } from '../../records/accounts';
import { type LiveBoard, liveBoard } from '../../records/board-pages';
import { findScoreHead, type KeptScore, scoresOfPeriod } from '../../records/scores';
import { searchAccounts } from '../../records/search-accounts';
import { faceOf, groundsOf } from './face';

export const pageSize = 30;
/** rows shown before the one that is looked for */
const lead = 10;
const namesFound = 20;

/** Where a page begins: after a place of the order that so many rows are before of. */
interface Start {
  place: string;
  before: number;
}

/** A page of a board while figures come in, by indexes and counters alone. */
export async function livePage(
  query: BoardQuery,
  asked: PageStart,
  { instant, today }: Moment,
): Promise<LivePage> {
  const grounds = unwrap(groundsOf(query, today));
  const board = liveBoard(query);
  const start = await startOf(query, asked, board);
  const [scores, size] = await Promise.all([board.from(start.place, pageSize + 1), board.size()]);
  const page = scores.slice(0, pageSize);
  const rows = await rowsOf(query, page, ranksFrom(query.measure, page, start));
  const last = page.at(-1)?.order[query.measure];
  const sample = rows.some((row) => row.sample);
  return {
    face: faceOf(query, grounds, { cutOff: instant, size, sample }),
    rows,
    next: scores.length > pageSize && last ? `${last}~${start.before + page.length}` : null,
  };
}

async function startOf(query: BoardQuery, asked: PageStart, board: LiveBoard): Promise<Start> {
  if (asked.cursor !== undefined) return cursorOf(asked.cursor);
  if (asked.around !== undefined) return around(query, asked.around, board);
  if (asked.fromRank !== undefined && asked.fromRank > 1) {
    return { place: await board.beforeRank(asked.fromRank), before: asked.fromRank - 1 };
  }
  return { place: '', before: 0 };
}

function cursorOf(cursor: string): Start {
  const [place = '', before = ''] = cursor.split('~');
  if (!isRankKey(place) || !/^\d{1,7}$/.test(before)) {
    const fields = { cursor: '翻页位置不正确。' };
    throw new Refusal({ code: 'invalid', message: '翻页位置不正确，请从第一页重新看。', fields });
  }
  return { place, before: Number(before) };
}

async function around(query: BoardQuery, accountId: string, board: LiveBoard): Promise<Start> {
  const { scheme, period, measure } = query;
  const score = await findScoreHead(accountId, period, scheme);
  const key = existing(score && fits(query, score.traits) ? score.order[measure] : null);
  const [ahead, before] = await Promise.all([
    board.placesBefore(key, lead + 1),
    board.countBefore(key),
  ]);
  const place = ahead[lead];
  return place === undefined ? { place: '', before: 0 } : { place, before: before - lead };
}

/** Ranks of rows that follow each other; the first may share its rank with rows of the page before. */
function ranksFrom(measure: BoardMeasure, page: KeptScore[], start: Start): number[] {
  let rank = 0;
  let previous = valueIn(start.place);
  return page.map((score, index) => {
    const value = valueIn(score.order[measure] ?? '');
    if (value !== previous || rank === 0) rank = start.before + index + 1;
    previous = value;
    return rank;
  });
}

const valueIn = (key: string): string => key.slice(0, 16);

/** Rows of scores, under the names that their accounts have now. */
export async function rowsOf(
  { measure }: BoardQuery,
  scores: KeptScore[],
  ranks: number[],
): Promise<BoardRow[]> {
  const found = await accountsById(scores.map(({ accountId }) => accountId));
  const accounts = new Map(found.map((account) => [account.id, account]));
  return scores.flatMap((score, index) => {
    const account = accounts.get(score.accountId);
    const key = score.order[measure];
    if (!account || key === undefined) return [];
    const rank = ranks[index] ?? 0;
    const tied = ranks.filter((other) => other === rank).length > 1;
    return [rowOf(account, score, { rank, tied, value: valueOfKey(key), measure })];
  });
}

interface Placed extends Pick<BoardRow, 'rank' | 'tied' | 'value'> {
  measure: BoardMeasure;
}

function rowOf(
  { id, name, agency, sample }: StoredAccount,
  { parts, growth, traits }: KeptScore,
  { measure, ...placed }: Placed,
): BoardRow {
  const { dissemination, service, interaction } = parts;
  const { region, level, department } = traits;
  return {
    accountId: id,
    name,
    agency: agency.name,
    region,
    level,
    department,
    ...placed,
    forces: { dissemination, service, interaction },
    change: measure === 'index' ? growth : null,
    climbed: null,
    rankInterval: null,
    band: null,
    correction: null,
    sample,
  };
}

/** Accounts of a board by their names, each with its rank; a page may hold few, and `next` lead on. */
export async function liveSearch(
  query: BoardQuery & { query: string; cursor?: string },
  { today }: Moment,
): Promise<BoardPage> {
  unwrap(groundsOf(query, today));
  const { regionPrefix = '', levels, department, kind, scheme, period, measure } = query;
  const scope = { kind: 'region' as const, regionPrefix, levels, department };
  const asked = { query: query.query, kind, cursor: query.cursor };
  const named = await searchAccounts([scope], asked, namesFound);
  const ids = named.items.map(({ id }) => id);
  const cells = new Set(cellsWithin(query));
  const scores = (await scoresOfPeriod(ids, period, scheme)).filter(
    (score) => score.order[measure] !== undefined && cells.has(score.cell),
  );
  const board = liveBoard(query);
  const places = scores.map(({ order }) => valueIn(order[measure] ?? ''));
  const better = await Promise.all(places.map((place) => board.countBefore(place)));
  const rows = await rowsOf(
    query,
    scores,
    better.map((count) => count + 1),
  );
  return { rows: rows.sort((a, b) => a.rank - b.rank), next: named.next };
}
