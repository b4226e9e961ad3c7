import type { InputName, ItemFigure, ScoringItem } from '../../../typings/indices';
import type { Day } from '../../../typings/vocabulary';
import { shanghaiDay } from './days';
import type { FieldReader } from './fields';
import { longestGap } from './gaps';
import { metricFacts } from './metrics.data';

interface DerivedMetric {
  total: InputName;
  maximum?: InputName;
  headline?: InputName;
}

const derived: Record<ItemFigure, DerivedMetric> = {
  reads: { total: 'reads', maximum: 'maxReads', headline: 'headlineReads' },
  wows: { total: 'wows', maximum: 'maxWows', headline: 'headlineWows' },
  likes: { total: 'likes', maximum: 'maxLikes', headline: 'headlineLikes' },
  shares: { total: 'shares', maximum: 'maxShares', headline: 'headlineShares' },
  favourites: { total: 'favourites' },
  comments: { total: 'comments' },
  replies: { total: 'replies' },
};

const itemFigures = Object.keys(derived) as ItemFigure[];

export type Derived = Map<InputName, number>;

/** The days that a record speaks of, both included. */
export interface Span {
  from: Day;
  to: Day;
}

/**
 * Totals, maxima, headline figures and the longest gap of a list of all articles of the period.
 * A figure that one article lacks has no total: a sum of what is known would be too small.
 */
export function deriveFromItems(items: unknown, span: Span | null, fields: FieldReader): Derived {
  const found: Derived = new Map();
  if (!Array.isArray(items)) {
    fields.fault('items', '须为文章列表');
    return found;
  }
  const rows = items.map((item, index) => readItem(item, index, fields));
  markHeadlines(rows);
  found.set('articles', rows.length);
  const headlinesKnown = rows.every(({ headline }) => typeof headline === 'boolean');
  if (headlinesKnown) found.set('headlineCount', rows.filter((row) => row.headline).length);
  for (const figure of itemFigures) {
    const values = rows.map((row) => row.figures[figure] ?? null);
    if (!values.every((value) => value !== null)) continue;
    const { total, maximum, headline } = derived[figure];
    found.set(total, sum(values));
    if (maximum)
      found.set(
        maximum,
        values.reduce((most, value) => Math.max(most, value), 0),
      );
    if (headline && headlinesKnown) {
      found.set(headline, sum(values.filter((_, index) => rows[index]?.headline)));
    }
  }
  const gap = span && gapOf(rows, span, fields);
  if (gap !== null) found.set('longestGapDays', gap);
  return found;
}

/** One figure of a period as its articles make it: their sum, or the greatest of them. */
export interface ArticleColumn {
  name: InputName;
  most: boolean;
  /** one of each article */
  values: number[];
}

/**
 * What `deriveFromItems` adds up, article by article, so that it can be added up again for some of
 * them: only figures that every article has.
 */
export function articleColumns(items: readonly unknown[], fields: FieldReader): ArticleColumn[] {
  const rows = items.map((item, index) => readItem(item, index, fields));
  markHeadlines(rows);
  const headlines = rows.map(({ headline }) => (headline ? 1 : 0));
  const headlinesKnown = rows.every(({ headline }) => typeof headline === 'boolean');
  const columns: ArticleColumn[] = [];
  if (headlinesKnown) columns.push({ name: 'headlineCount', most: false, values: headlines });
  for (const figure of itemFigures) {
    const values = rows.flatMap((row) => row.figures[figure] ?? []);
    if (values.length < rows.length) continue;
    const { total, maximum, headline } = derived[figure];
    columns.push({ name: total, most: false, values });
    if (maximum) columns.push({ name: maximum, most: true, values });
    if (headline && headlinesKnown) {
      const led = values.map((value, index) => value * (headlines[index] ?? 0));
      columns.push({ name: headline, most: false, values: led });
    }
  }
  return columns;
}

/** In a list that marks headlines, an article that says nothing of it is none; null is unknown. */
function markHeadlines(rows: Row[]): void {
  if (!rows.some(({ headline }) => headline === true)) return;
  for (const row of rows) row.headline = row.headline === undefined ? false : row.headline;
}

interface Row {
  /** undefined where the article does not say */
  headline: boolean | null | undefined;
  published: string | null;
  figures: Partial<Record<ItemFigure, number | null>>;
}

function readItem(item: unknown, index: number, fields: FieldReader): Row {
  const path = `items[${index}]`;
  const row: Row = { headline: undefined, published: null, figures: {} };
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    fields.fault(path, '须为一篇文章的数据');
    return row;
  }
  const given = item as ScoringItem;
  for (const figure of itemFigures) {
    if (given[figure] !== undefined) {
      row.figures[figure] = fields.figure(`${path}.${figure}`, metricFacts[figure], given[figure]);
    }
  }
  const { headline, publishedAt } = given;
  if (typeof headline === 'boolean' || headline === null) row.headline = headline;
  else if (headline !== undefined) {
    fields.fault(`${path}.headline`, '须为 true 或 false');
  }
  if (publishedAt !== undefined && publishedAt !== null) {
    row.published = typeof publishedAt === 'string' ? shanghaiDay(publishedAt) : null;
    if (row.published === null) {
      fields.fault(`${path}.publishedAt`, '须为日期，如 2026-11-03 或 2026-11-03 18:30');
    }
  }
  return row;
}

/** Over the days that the figures cover; null when a day of publishing is unknown. */
function gapOf(rows: Row[], { from, to }: Span, fields: FieldReader): number | null {
  const days: Day[] = [];
  for (const [index, { published }] of rows.entries()) {
    if (published === null) return null;
    if (published < from || published > to) {
      fields.fault(`items[${index}].publishedAt`, `不在周期 ${from} 至 ${to} 之内`);
      return null;
    }
    days.push(published);
  }
  return longestGap(days, from, to);
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
