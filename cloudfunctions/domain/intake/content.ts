import type { Readings, Workbook } from '../../../typings/intake';
import type { Day } from '../../../typings/vocabulary';
import { articlesByChannel, articlesOf } from './articles';
import { countedAt, textAt } from './cells';
import { readDay } from './dates';
import { daysOf, mergeDays } from './days';
import type { Article, DayCounts } from './figures';
import type { TableKind } from './layouts.data';
import { mergeArticles } from './merge-articles';
import type { Notes } from './notes';
import { oneArticle } from './one-article';
import { rowSums } from './readings';
import type { RecognisedTable } from './recognise';
import { columnFor, type Row, type Table } from './tables';

/** What the tables of one file say, before anything is summed. */
export interface Content {
  articles: Article[];
  /** the articles that a period can hold: a row without its date, in a table of dates, is in none */
  counted: Article[];
  days: DayCounts[];
  /** figures of a whole period that the file states as such */
  totals: Readings;
  /** days of a table that only tells the span */
  span: Day[];
  isCompleteList: boolean;
  isOneArticle: boolean;
}

function tablesOf(tables: RecognisedTable[], kind: TableKind): Table[] {
  return tables.flatMap((recognised) => (recognised.kind === kind ? [recognised.table] : []));
}

function spanDays(tables: Table[]): Day[] {
  return tables.flatMap((table) => {
    const column = columnFor(table, 'day');
    return table.rows.flatMap((row) => (column ? (readDay(row.cells[column.index]) ?? []) : []));
  });
}

/** The row that states a period's totals: the only one, or the one of the account named. */
function totalsRow(table: Table, accountName: string | undefined, notes: Notes): Row[] {
  const account = columnFor(table, 'account');
  const own = table.rows.filter(
    (row) => !account || !accountName || textAt(row, account) === accountName,
  );
  if (own.length === 1) return own;
  notes.warn(`表里有 ${table.rows.length} 行，不能确定哪一行是本账号，请只保留本账号的一行再导入`);
  return [];
}

/** People who clicked several entries would count several times: parts add up in 次数 alone. */
function partsSum(table: Table, notes: Notes): Readings {
  const columns = table.columns.filter(({ measure }) => measure !== 'people');
  const rows = table.rows.map((row) => countedAt(row, { ...table, columns }, notes));
  return rowSums(rows);
}

function dated(articles: Article[], tables: Table[]): Article[] {
  const tellsDays = tables.some((table) => columnFor(table, 'publishedAt'));
  return tellsDays ? articles.filter(({ publishedAt }) => publishedAt !== null) : articles;
}

/** Reads the recognised tables of a file. */
export function readContent(
  workbook: Workbook,
  tables: RecognisedTable[],
  notes: Notes,
  accountName: string | undefined,
): Content {
  const span = spanDays(tablesOf(tables, 'span'));
  const complete = tablesOf(tables, 'articles');
  const overview = tablesOf(tables, 'overview')[0];
  const totals = tablesOf(tables, 'totals').flatMap((table) =>
    totalsRow(table, accountName, notes).map((row) => countedAt(row, table, notes)),
  );
  const parts = tablesOf(tables, 'parts').map((table) => partsSum(table, notes));
  const articles = overview
    ? oneArticle(workbook, overview, span, notes)
    : mergeArticles([
        ...complete.map((table) => articlesOf(table, notes)),
        ...tablesOf(tables, 'listed-articles').map((table) => articlesByChannel(table, notes)),
      ]);
  return {
    articles,
    counted: dated(articles, complete),
    days: mergeDays(tablesOf(tables, 'days').map((table) => daysOf(table, notes))),
    totals: Object.assign({}, rowSums(totals), ...parts),
    span,
    isCompleteList: complete.length > 0,
    isOneArticle: overview !== undefined,
  };
}
