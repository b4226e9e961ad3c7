import type { ExportMetricName, ItemMetricName, Reading, Readings } from '../../../typings/intake';
import type { Day } from '../../../typings/vocabulary';
import { longestGap } from '../indices';
import { readArticleLink } from './article-link';
import type { Article, Counted, DayCounts, MeasureKey } from './figures';
import { lastDayStands } from './headers.data';

export const itemMetrics: ItemMetricName[] = [
  'reads',
  'shares',
  'favourites',
  'likes',
  'wows',
  'comments',
  'delivered',
  'followsAfterReading',
];

const dayMetrics: ExportMetricName[] = [
  ...itemMetrics,
  'articles',
  'originalLinkClicks',
  'followers',
  'newFollowers',
  'lostFollowers',
  'regularReaders',
  'messages',
  'menuClicks',
  'interfaceCalls',
];

/** Metrics over the best article and over headlines, by what they are made of. */
const derived = [
  { of: 'reads', largest: 'maxReads', ofHeadlines: 'headlineReads' },
  { of: 'shares', largest: 'maxShares', ofHeadlines: 'headlineShares' },
  { of: 'likes', largest: 'maxLikes', ofHeadlines: 'headlineLikes' },
  { of: 'wows', largest: 'maxWows', ofHeadlines: 'headlineWows' },
] as const;

type Combine = (values: (number | null)[]) => number | null;

function known(values: (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}

const total: Combine = (values) =>
  known(values).length > 0 ? known(values).reduce((sum, value) => sum + value, 0) : null;
const largest: Combine = (values) =>
  known(values).reduce<number | null>((top, value) => Math.max(top ?? 0, value), null);
const latest: Combine = (values) => known(values).at(-1) ?? null;

/** Values in one 口径, or null when some row has no such column. */
function column(rows: Counted[], name: ExportMetricName, measure: MeasureKey) {
  const values = rows.map((row) => row.figures[measure][name]);
  return values.every((value) => value !== undefined) ? values : null;
}

/** The last row stands for all that do not add up. */
function isEstimate(
  rows: Counted[],
  name: ExportMetricName,
  values: (number | null)[],
  how: Combine,
): boolean {
  const told = rows.filter((_, at) => values[at] !== null);
  const taken = how === latest ? told.slice(-1) : told;
  const lacks = how !== latest && told.length < rows.length;
  return lacks || taken.some(({ estimated }) => estimated?.includes(name));
}

/**
 * One metric over rows. 次数 stands first where every row has it, since the indices are defined on
 * it; 人数 is then `other`. Where rows disagree on 口径 there is no figure at all.
 */
function combine(rows: Counted[], name: ExportMetricName, how: Combine): Reading | null {
  if (rows.length === 0) return null;
  const reading = (measure: MeasureKey): Reading | null => {
    const values = column(rows, name, measure);
    if (!values) return null;
    const value = how(values);
    const plain = measure === 'plain' ? null : measure;
    const isMarked = value !== null && isEstimate(rows, name, values, how);
    return { value, measure: plain, ...(isMarked && { estimated: true as const }) };
  };
  const [times, people] = [reading('times'), reading('people')];
  if (times && people) return { ...times, other: { value: people.value, measure: 'people' } };
  return times ?? people ?? reading('plain');
}

function publishing(articles: Article[], days: DayCounts[]): Day[] {
  if (articles.length > 0) return articles.flatMap(({ publishedAt }) => publishedAt ?? []);
  return days.filter(({ figures }) => (figures.plain.articles ?? 0) > 0).map(({ day }) => day);
}

function countsOf(articles: Article[]): Readings {
  const plain = (value: number): Reading => ({ value, measure: null });
  const mids = articles.map(({ url }) => readArticleLink(url)?.mid ?? null);
  const headlines = articles.filter((article) => article.headline === true);
  const knowsHeadlines = articles.every((article) => article.headline !== null);
  return {
    articles: plain(articles.length),
    ...(!mids.includes(null) && { pushes: plain(new Set(mids).size) }),
    ...(knowsHeadlines && { headlineCount: plain(headlines.length) }),
  };
}

function derivedOf(articles: Article[]): Readings {
  const headlines = articles.filter((article) => article.headline === true);
  const knowsHeadlines = articles.every((article) => article.headline !== null);
  const readings: Readings = {};
  for (const { of, largest: top, ofHeadlines } of derived) {
    const best = combine(articles, of, largest);
    if (best) readings[top] = best;
    const sum = knowsHeadlines ? combine(headlines, of, total) : null;
    if (sum) readings[ofHeadlines] = sum;
  }
  return readings;
}

/** Sums over articles alone, as for one article's own file. */
export function articleSums(articles: Article[]): Readings {
  const readings: Readings = {};
  for (const name of itemMetrics) {
    const reading = combine(articles, name, total);
    if (reading) readings[name] = reading;
  }
  return readings;
}

/** Sums over rows that state a whole period's figures, or its parts. */
export function rowSums(rows: Counted[]): Readings {
  const names = rows.flatMap(({ figures }) => Object.values(figures).flatMap(Object.keys));
  const readings: Readings = {};
  for (const name of new Set(names as ExportMetricName[])) {
    const reading = combine(rows, name, total);
    if (reading) readings[name] = reading;
  }
  return readings;
}

function daySums(days: DayCounts[]): Readings {
  const readings: Readings = {};
  for (const name of dayMetrics) {
    const holding = days.filter(({ figures }) =>
      Object.values(figures).some((counts) => Object.hasOwn(counts, name)),
    );
    const reading = combine(holding, name, lastDayStands.has(name) ? latest : total);
    if (reading) readings[name] = reading;
  }
  return readings;
}

/** Whether a list holds as many articles as were published, where a count of them is stated. */
export const isWholeList = (articles: Article[], stated: number | null): boolean =>
  articles.length > 0 && (stated === null || articles.length >= stated);

/**
 * Everything that articles and days say of a span, which must end before the days to come.
 * `articles` is every article published in it, or empty where no such list is at hand; what they give
 * stands before what days give. A list shorter than the days' own count of articles gives nothing:
 * totals of some articles are not the period's.
 *
 * @param leavesOut articles without a day were left out, which may belong to the span: what the others
 * give is an estimate
 */
export function readingsOf(
  articles: Article[],
  days: DayCounts[],
  span: { from: Day; to: Day } | null,
  leavesOut: boolean,
): Readings {
  const sums = daySums(days);
  const whole = isWholeList(articles, sums.articles?.value ?? null) ? articles : [];
  const publishingDays = publishing(whole, days);
  const gap =
    span && publishingDays.length > 0 ? longestGap(publishingDays, span.from, span.to) : null;
  const told: Readings = {
    ...(whole.length > 0 && { ...articleSums(whole), ...derivedOf(whole), ...countsOf(whole) }),
    ...(gap !== null && { longestGapDays: { value: gap, measure: null } }),
  };
  return { ...sums, ...(whole.length > 0 && leavesOut ? allEstimated(told) : told) };
}

const allEstimated = (readings: Readings): Readings =>
  Object.fromEntries(
    Object.entries(readings).map(([name, reading]) => [name, { ...reading, estimated: true }]),
  );
