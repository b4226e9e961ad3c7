import type { ApiError } from '../../typings/answer';
import type { BoardRow, BoardTraits, Erratum, Leaderboard } from '../../typings/leaderboards';
import type { Result } from '../../typings/result';
import type { Instant, PeriodId } from '../../typings/vocabulary';
import { headLine, seriesOf } from '../domain/leaderboards/canonical';
import { type Edges, type RankingState, startRanking } from '../domain/leaderboards/ranking';
import { digestOf, idOf } from '../platform/random';
import { collection, command, type Document, type Unit } from './collection';
import { removeEntries } from './leaderboard-entries';
import { type Answered, answeredOnce } from './requests';

/** A board with where its making is. */
export interface LeaderboardDocument extends Omit<Leaderboard, 'id' | 'errata'>, Document {
  /** the prefixes of its region: supervisors find it under each */
  regions: string[];
  /** when it was begun and its id: the order of lists */
  at: string;
  /** the last account looked at, or the last one ranked */
  cursor: string;
  ranking: RankingState;
  edges: Edges;
  digest: string;
  /** board of the period before in the series; null when that was not published */
  previous: string | null;
  preparedBy: string;
}

/** A row of a published board, for good; `correction` alone is added later. */
export interface RowDocument extends Omit<BoardRow, 'region' | 'level' | 'department'>, Document {
  board: string;
  position: number;
  traits: BoardTraits;
  scheme: string;
  period: PeriodId;
  /** when its board was begun */
  at: string;
  submissionRevision: number;
  scoreRevision: number;
}

export interface ErratumDocument extends Erratum, Document {
  board: string;
}

const boards = collection<LeaderboardDocument>('leaderboards');
const rows = collection<RowDocument>('leaderboard-rows');
const errata = collection<ErratumDocument>('leaderboard-errata');

const mostUnderWay = 50;
const mostErrata = 100;
const mostOfAccount = 24;

const taken: ApiError = {
  code: 'conflict',
  message: '这一期榜单已有人在准备或已发布，请回到榜单列表查看。',
};
const notReady: ApiError = {
  code: 'conflict',
  message: '这份榜单已由他人确认或重新汇总，请看它现在的情况。',
};

export const boardId = (query: Parameters<typeof seriesOf>[0]): string =>
  idOf(seriesOf(query), query.period);
export const rowId = (board: string, accountId: string): string => `${board}:${accountId}`;

export function findBoard(id: string): Promise<LeaderboardDocument | null> {
  return boards.find(id);
}

/** Begins a board, once for a request; `conflict` when the period's board is there already. */
export function beginBoard(
  board: LeaderboardDocument,
  request: Answered,
): Promise<Result<{ id: string }>> {
  return answeredOnce(request, async (unit) => {
    if (await unit.find('leaderboards', board._id)) return { ok: false, error: taken };
    await unit.put('leaderboards', board);
    return { ok: true, value: { id: board._id } };
  });
}

/** Confirms a board that was prepared: it is given its number, and nobody else can confirm it. */
export function confirmBoard(
  id: string,
  confirmed: Pick<LeaderboardDocument, 'publisher' | 'publishedAt' | 'previous'>,
  request: Answered,
): Promise<Result<{ id: string }>> {
  return answeredOnce(request, async (unit) => {
    const board = await unit.find<LeaderboardDocument>('leaderboards', id);
    if (board?.state !== 'collected') return { ok: false, error: notReady };
    const number = await nextNumber(unit, idOf(seriesOf(board)));
    await unit.put('leaderboards', {
      ...board,
      ...confirmed,
      state: 'ranking',
      number,
      cursor: '',
      ranking: startRanking,
      digest: digestOf(headLine({ ...board, filter: board, number })),
    });
    return { ok: true, value: { id } };
  });
}

async function nextNumber(unit: Unit, series: string): Promise<number> {
  const standing = await unit.find<Document & { last: number }>('leaderboard-series', series);
  const number = (standing?.last ?? 0) + 1;
  await unit.put('leaderboard-series', { _id: series, last: number });
  return number;
}

/** Moves a board on from where it was; false when someone else did so meanwhile. */
export async function moveBoard(
  { _id, state, cursor }: LeaderboardDocument,
  { ranking, edges, leftOut, ...changes }: Partial<LeaderboardDocument>,
): Promise<boolean> {
  const whole = Object.entries({ ranking, edges, leftOut }).flatMap(([field, value]) =>
    value === undefined ? [] : [[field, command.set(value)]],
  );
  const moved = await boards.change(
    { _id, state, cursor },
    { ...changes, ...Object.fromEntries(whole) },
  );
  return moved > 0;
}

export async function setOpen(id: string, open: boolean): Promise<void> {
  await boards.change({ _id: id }, { open });
}

/** Takes a board that is not confirmed away again, with what it was made of. */
export async function discardBoard({ _id, state }: LeaderboardDocument): Promise<boolean> {
  const gone = await boards.change({ _id, state }, { state: 'discarded' });
  return gone > 0;
}

export async function removeBoard(id: string): Promise<void> {
  await removeEntries(id);
  await boards.removeIn([id]);
}

/** Boards that someone is to take further. */
export function boardsUnderWay(): Promise<LeaderboardDocument[]> {
  const states = ['collecting', 'ranking', 'discarded'];
  return boards.list({ state: command.in(states) }, { limit: mostUnderWay });
}

/** Boards of a region and of the regions in it, newest first. */
export function boardsOfRegion(
  region: string,
  before: string | null,
  limit: number,
): Promise<LeaderboardDocument[]> {
  const filter = { regions: region, ...(before ? { at: command.lt(before) } : {}) };
  return boards.list(filter, { limit, order: ['at', 'desc'] });
}

/** Boards that their supervisors opened, newest first. */
export function openBoards(before: string | null, limit: number): Promise<LeaderboardDocument[]> {
  const filter = { open: true, ...(before ? { at: command.lt(before) } : {}) };
  return boards.list(filter, { limit, order: ['at', 'desc'] });
}

export function boardsByIds(ids: string[]): Promise<LeaderboardDocument[]> {
  return boards.listIn('_id', ids);
}

export async function keepRows(documents: RowDocument[]): Promise<void> {
  await rows.addMissing(documents);
}

export function rowsFrom(board: string, position: number, limit: number): Promise<RowDocument[]> {
  return rows.list(
    { board, position: command.gte(position) },
    { limit, order: ['position', 'asc'] },
  );
}

/** The rows of some accounts on a board, in no order. */
export function rowsOf(board: string, accountIds: string[]): Promise<RowDocument[]> {
  return rows.listIn(
    '_id',
    accountIds.map((id) => rowId(board, id)),
  );
}

/** The newest published rows of one account. */
export function rowsOfAccount(accountId: string): Promise<RowDocument[]> {
  return rows.list({ accountId }, { limit: mostOfAccount, order: ['at', 'desc'] });
}

/** Notes a correction on the row that it is about; once, however often. */
export async function keepErratum(erratum: ErratumDocument): Promise<void> {
  await errata.addOnce(erratum);
  await rows.change(
    { _id: rowId(erratum.board, erratum.accountId) },
    { correction: command.set({ value: erratum.to }) },
  );
}

export function errataOf(board: string): Promise<ErratumDocument[]> {
  return errata.list({ board }, { limit: mostErrata, order: ['at', 'asc'] });
}

export function countErrata(board: string): Promise<number> {
  return errata.count({ board });
}

/** When a board was begun, for lists. */
export const beginning = (at: Instant, id: string): string => `${at}~${id}`;
