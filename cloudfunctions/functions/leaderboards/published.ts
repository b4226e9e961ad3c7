import type { ApiError, Page } from '../../../typings/answer';
import type { PageStart } from '../../../typings/api';
import type { SheetModel } from '../../../typings/documents';
import type { BoardPage, LeftOut } from '../../../typings/leaderboards';
import { headLine, rowLine } from '../../domain/leaderboards/canonical';
import { found, Refusal } from '../../handler/refusal';
import { publishStream } from '../../platform/files';
import { streamWorkbook } from '../../platform/write-workbook';
import { leftOutFrom } from '../../records/leaderboard-entries';
import {
  type LeaderboardDocument,
  type RowDocument,
  rowsFrom,
  rowsOf,
} from '../../records/leaderboards';
import { searchAccounts } from '../../records/search-accounts';
import { shownRow } from './shown';

const pageSize = 30;
const lead = 10;
const namesFound = 20;
const exportPage = 500;
/** Rows of one file: a workbook of more is slow to open on a phone, and a call has its time. */
const mostRows = 20_000;

/** A page of a published board. */
export async function publishedRows(
  board: LeaderboardDocument,
  asked: PageStart & { query?: string },
): Promise<BoardPage> {
  if (board.state !== 'published') return { rows: [], next: null };
  if (asked.query) return named(board, asked.query, asked.cursor);
  const first = await firstPosition(board, asked);
  const page = await rowsFrom(board._id, first, pageSize + 1);
  return {
    rows: page.slice(0, pageSize).map(shownRow),
    next: page.length > pageSize ? String(first + pageSize) : null,
  };
}

async function firstPosition(board: LeaderboardDocument, asked: PageStart): Promise<number> {
  if (asked.cursor !== undefined) {
    if (/^[1-9]\d{0,6}$/.test(asked.cursor)) return Number(asked.cursor);
    const fields = { cursor: '翻页位置不正确。' };
    throw new Refusal({ code: 'invalid', message: '翻页位置不正确，请从第一页重新看。', fields });
  }
  if (asked.around === undefined) return asked.fromRank ?? 1;
  const [row] = await rowsOf(board._id, [asked.around]);
  return Math.max(1, found(row).position - lead);
}

async function named(
  board: LeaderboardDocument,
  query: string,
  cursor: string | undefined,
): Promise<BoardPage> {
  const { regionPrefix = '', levels, department } = board;
  const scope = { kind: 'region' as const, regionPrefix, levels, department };
  const { items, next } = await searchAccounts([scope], { query, cursor }, namesFound);
  const rows = await rowsOf(
    board._id,
    items.map(({ id }) => id),
  );
  return { rows: rows.sort((a, b) => a.position - b.position).map(shownRow), next };
}

export async function leftOutPage(
  { _id }: LeaderboardDocument,
  reason: LeftOut['reason'] | null,
  cursor: string,
): Promise<Page<LeftOut>> {
  const entries = await leftOutFrom(_id, { reason, at: cursor }, pageSize + 1);
  const page = entries.slice(0, pageSize);
  const items = page.flatMap(({ accountId, name, agency, reason, text }) =>
    reason && text ? [{ accountId, name, agency, reason, text }] : [],
  );
  const last = page.at(-1)?.leftOutAt ?? null;
  return { items, next: entries.length > pageSize ? last : null };
}

/** A file of the board, in parts of 20 000 rows where it is longer; answers with a link to it. */
export async function exportBoard(
  board: LeaderboardDocument,
  { format, fromRank }: { format: 'xlsx' | 'jsonl'; fromRank?: number },
): Promise<string> {
  if (board.state !== 'published') throw new Refusal(notPublished);
  if (fromRank === undefined && board.size > mostRows) throw new Refusal(tooLong(board.size));
  const first = fromRank ?? 1;
  const rows = rowsBetween(board, first);
  const name = `leaderboards/${board._id}-${first}.${format}`;
  const pieces =
    format === 'xlsx' ? streamWorkbook([sheetOf(board, rows)]) : linesOf(board, first, rows);
  return found(await publishStream(name, pieces));
}

const notPublished: ApiError = { code: 'conflict', message: '榜单发布以后才能导出。' };

function tooLong(size: number): ApiError {
  const parts = Math.ceil(size / mostRows);
  return {
    code: 'too-large',
    message: `这份榜单有 ${size} 行，一个文件最多 ${mostRows} 行：请从第 1 名起分 ${parts} 份导出。`,
  };
}

async function* rowsBetween(
  { _id }: LeaderboardDocument,
  first: number,
): AsyncGenerator<RowDocument> {
  for (let position = first; position < first + mostRows; position += exportPage) {
    const page = await rowsFrom(_id, position, exportPage);
    yield* page;
    if (page.length < exportPage) return;
  }
}

function sheetOf(board: LeaderboardDocument, rows: AsyncIterable<RowDocument>): SheetModel {
  const headers = [
    '名次',
    '账号名称',
    '主办单位',
    '分值',
    '传播力',
    '服务力',
    '互动力',
    '较上期',
    '名次变化',
    '档',
    '名次区间',
    '勘误后',
  ];
  const widths = [8, 28, 32, 10, 10, 10, 10, 10, 10, 8, 14, 10];
  async function* cells() {
    for await (const row of rows) {
      const { dissemination = null, service = null, interaction = null } = row.forces;
      yield [
        row.rank,
        row.name,
        row.agency,
        row.value,
        dissemination,
        service,
        interaction,
        row.change,
        row.climbed,
        row.band,
        row.rankInterval?.join('–') ?? null,
        row.correction?.value ?? null,
      ];
    }
  }
  return {
    name: `第${board.number}期`,
    columns: headers.map((title, index) => ({ title, width: widths[index] ?? 10 })),
    rows: cells(),
  };
}

/** One line the head, then one a row, as the checksum takes them in. */
async function* linesOf(
  board: LeaderboardDocument,
  first: number,
  rows: AsyncIterable<RowDocument>,
): AsyncGenerator<Uint8Array> {
  const text = new TextEncoder();
  const { number } = board;
  if (first === 1 && number !== null) {
    yield text.encode(`${headLine({ ...board, filter: board, number })}\n`);
  }
  for await (const row of rows) yield text.encode(`${rowLine(row)}\n`);
}
