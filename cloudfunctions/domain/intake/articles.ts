import type { Day } from '../../../typings/vocabulary';
import { readArticleLink } from './article-link';
import { countedAt, detailRows, textAt } from './cells';
import { readDay } from './dates';
import type { Article } from './figures';
import { ALL_CHANNELS } from './layouts.data';
import type { Notes } from './notes';
import { columnFor, type Row, type Table } from './tables';
import { cleanText } from './text';
import { readRate } from './values';

/** The key of an article without a long link. */
export function titleKey(title: string, publishedAt: Day | null): string {
  return `${title}|${publishedAt ?? ''}`;
}

function publishedOn(row: Row, table: Table, notes: Notes): Day | null {
  const column = columnFor(table, 'publishedAt');
  if (!column) return null;
  const day = readDay(row.cells[column.index]);
  if (day === null) notes.warnAt(row, column, '不是有效的日期，这篇文章不计入任何周期');
  return day;
}

function articleAt(row: Row, table: Table, notes: Notes): Article {
  const at = (field: 'title' | 'url' | 'finishRate') => {
    const column = columnFor(table, field);
    return column && row.cells[column.index];
  };
  const title = cleanText(at('title'));
  const publishedAt = publishedOn(row, table, notes);
  const link = readArticleLink(at('url'));
  const hasFinishRate = columnFor(table, 'finishRate') !== undefined;
  return {
    key: link?.id ?? titleKey(title, publishedAt),
    title,
    publishedAt,
    headline: link?.position ? link.position === 1 : null,
    url: link?.url ?? null,
    ...(hasFinishRate && { finishRate: readRate(at('finishRate')) }),
    ...countedAt(row, table, notes),
  };
}

/** Rows of one title twice: the very same row is read once, another is another article. */
function distinct(read: { row: Row; article: Article }[], notes: Notes): Article[] {
  const byKey = new Map<string, Map<string, Article>>();
  for (const { row, article } of read) {
    const namesakes = byKey.get(article.key) ?? new Map<string, Article>();
    const content = JSON.stringify(article);
    if (namesakes.has(content)) {
      notes.warn(`第 ${row.number} 行与前面的一行完全相同，只计一次`);
    } else if (namesakes.size > 0) {
      notes.warn(`第 ${row.number} 行「${article.title}」与前面一篇同题同日，按两篇计，请核对`);
    }
    byKey.set(article.key, namesakes.set(content, article));
  }
  return [...byKey.values()].flatMap((namesakes) =>
    [...namesakes.values()].map((one, at) =>
      at === 0 ? one : { ...one, key: `${one.key}#${at + 1}` },
    ),
  );
}

/** Articles of a table, one a row. */
export function articlesOf(table: Table, notes: Notes): Article[] {
  const title = columnFor(table, 'title');
  const rows = detailRows(table, title).filter((row) => textAt(row, title) !== '');
  return distinct(
    rows.map((row) => ({ row, article: articleAt(row, table, notes) })),
    notes,
  );
}

/**
 * Articles of a table that has a row for each channel: the 全部 row is the article. Where an
 * article has none, its reads are unknown, since channels overlap.
 */
export function articlesByChannel(table: Table, notes: Notes): Article[] {
  const channel = columnFor(table, 'channel');
  const isWhole = (row: Row) => textAt(row, channel) === ALL_CHANNELS;
  const whole = articlesOf({ ...table, rows: table.rows.filter(isWhole) }, notes);
  const keys = new Set(whole.map((article) => article.key));
  const partial = table.rows
    .filter((row) => !isWhole(row))
    .map((row) => articleAt(row, { ...table, columns: withoutMetrics(table) }, notes))
    .filter((article) => article.title !== '' && !keys.has(article.key));
  const listed = new Map(
    partial.map((article) => [article.key, { ...article, figures: unknown() }]),
  );
  if (listed.size > 0) {
    notes.warn(`有 ${listed.size} 篇文章没有「全部」渠道的数据，它们的阅读数按未知处理`);
  }
  return [...whole, ...listed.values()];
}

function withoutMetrics(table: Table): Table['columns'] {
  return table.columns.filter((column) =>
    ['title', 'publishedAt', 'url', 'channel'].includes(column.field),
  );
}

function unknown(): Article['figures'] {
  return { people: { reads: null }, times: {}, plain: {} };
}
