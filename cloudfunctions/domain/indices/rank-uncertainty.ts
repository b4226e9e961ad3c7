import { quantileSorted } from 'simple-statistics';
import type { InputName } from '../../../typings/indices';
import type { RankInterval } from '../../../typings/insights';
import type { Result } from '../../../typings/result';
import { evaluate } from './evaluate';
import { FieldReader } from './fields';
import { at, type Figures, placeOf } from './figures';
import { type ArticleColumn, articleColumns } from './items';
import { bounds } from './metrics.data';
import { type Plan, planOf } from './plan';
import { isGroup, type Scheme, type SchemeNode } from './scheme';
import { prepare } from './score';

export interface RankOptions {
  /** seeded: the same seed gives the same intervals */
  random: () => number;
  draws?: number;
  /** articles are resampled unless this is false */
  articles?: boolean;
  /** each weight varies uniformly within ± this share, then siblings are scaled to sum to 1 */
  weightRange?: number;
  /** of the intervals */
  level?: number;
}

/**
 * How sure one score is: its articles are resampled with replacement, the weights stay. Null when
 * fewer than two articles are known, when nothing of them enters the scheme, or without a value.
 */
export function scoreInterval(
  scheme: Scheme,
  { record, items }: { record: unknown; items: unknown[] },
  { random, draws = 60, level = 0.9 }: Omit<RankOptions, 'weightRange' | 'articles'>,
): [number, number] | null {
  const prepared = items.length < 2 ? null : prepare(scheme, record);
  if (!prepared?.ok) return null;
  const { plan, figures } = prepared.value;
  if (evaluate(plan, figures).value === null) return null;
  const entry = entryOf(plan, '', figures, items);
  if (entry.columns.length === 0) return null;
  const drawn = Array.from({ length: draws }, () => resample(entry, random));
  return interval(indexesOf(plan, drawn), level);
}

interface Entry {
  account: string;
  figures: Figures;
  articles: number;
  columns: Resampled[];
}

interface Resampled extends ArticleColumn {
  was: number;
  /** the column's own place, and those of its parts that are not known article by article */
  places: number[];
}

/** Of the articles' columns those that the plan computes from. */
function entryOf(
  { scheme, rules: { inputs } }: Plan,
  account: string,
  figures: Figures,
  items: unknown[],
): Entry {
  const all = items.map((_, index) => index);
  const known = articleColumns(items, new FieldReader(scheme.readCap));
  const names = new Set<string>(known.map(({ name }) => name));
  const partsOf = (name: InputName): InputName[] =>
    bounds.flatMap(({ lesser, greater }) => (greater === name && !names.has(lesser) ? lesser : []));
  const columns = known
    .filter(({ name }) => inputs?.has(placeOf(name)) ?? true)
    .map((column) => {
      const places = [column.name, ...partsOf(column.name)].map(placeOf);
      return { ...column, was: over(column, all), places };
    });
  return { account, figures, articles: items.length, columns };
}

/** The sum, or the greatest, of the articles picked. */
function over({ most, values }: ArticleColumn, picked: readonly number[]): number {
  let result = 0;
  for (const index of picked) {
    const value = values[index] ?? 0;
    result = most ? Math.max(result, value) : result + value;
  }
  return result;
}

/**
 * How sure a ranking is: articles are resampled with replacement within each account, weights vary
 * within a stated range, and all accounts are ranked anew in every draw. Accounts whose rank
 * intervals overlap are not distinguishable. Figures that do not come from articles, and the days
 * of publishing, stay as they are.
 *
 * @returns the accounts that have a value, best first; `invalid` when a record is bad
 */
export function rankIntervals(
  scheme: Scheme,
  records: readonly { account: string; record: unknown }[],
  { random, draws = 200, articles = true, weightRange = 0.2, level = 0.9 }: RankOptions,
): Result<RankInterval[]> {
  const entries: Entry[] = [];
  for (const { account, record } of records) {
    const prepared = prepare(scheme, record);
    if (!prepared.ok) return prepared;
    const { plan, figures } = prepared.value;
    if (evaluate(plan, figures).value === null) continue;
    const items = (record as { items?: unknown[] | null }).items ?? [];
    entries.push(entryOf(plan, account, figures, items));
  }
  const values = indexesOf(
    planOf(scheme),
    entries.map(({ figures }) => figures),
  );
  const drawnValues: number[][] = entries.map(() => []);
  const drawnRanks: number[][] = entries.map(() => []);
  for (let draw = 0; draw < draws; draw += 1) {
    const plan = planOf(weightRange === 0 ? scheme : varyWeights(scheme, weightRange, random));
    const resampled = entries.map((entry) => (articles ? resample(entry, random) : entry.figures));
    const drawn = indexesOf(plan, resampled);
    const ranks = ranksOf(drawn);
    for (const index of entries.keys()) {
      drawnValues[index]?.push(drawn[index] ?? 0);
      drawnRanks[index]?.push(ranks[index] ?? 0);
    }
  }
  const ranks = ranksOf(values);
  const intervals = entries.map(({ account }, index) => ({
    account,
    rank: ranks[index] ?? 0,
    value: values[index] ?? 0,
    valueInterval: interval(drawnValues[index] ?? [], level),
    rankInterval: rounded(interval(drawnRanks[index] ?? [], level)),
  }));
  intervals.sort((a, b) => a.rank - b.rank);
  return { ok: true, value: intervals.map((own) => ({ ...own, ...overlapping(own, intervals) })) };
}

const indexesOf = (plan: Plan, all: Figures[]): number[] =>
  all.map((figures) => evaluate(plan, figures).value ?? 0);

/**
 * Figures scaled as the resampled articles differ from the real ones. A part keeps its share: with
 * fewer comments drawn, fewer replies.
 */
function resample({ figures, articles, columns }: Entry, random: () => number): Figures {
  if (articles < 2) return figures;
  const picked = Array.from({ length: articles }, () => Math.floor(random() * articles));
  const changed = figures.slice();
  for (const column of columns) {
    if (column.was === 0) continue;
    const now = over(column, picked);
    for (const place of column.places) {
      const value = at(figures, place);
      if (!Number.isNaN(value)) changed[place] = (value * now) / column.was;
    }
  }
  return changed;
}

function varyWeights(scheme: Scheme, range: number, random: () => number): Scheme {
  const vary = <T extends SchemeNode>(node: T): T =>
    isGroup(node) ? { ...node, children: varied(node.children) } : node;
  const varied = (children: SchemeNode[]): SchemeNode[] => {
    const raw = children.map(({ weight }) => weight * (1 + range * (2 * random() - 1)));
    const total = raw.reduce((sum, weight) => sum + weight, 0);
    return children.map((child, index) => ({ ...vary(child), weight: (raw[index] ?? 0) / total }));
  };
  return { ...scheme, root: vary(scheme.root) };
}

/** 1 is best; equal values share the better rank. */
function ranksOf(values: number[]): number[] {
  const sorted = [...values].sort((a, b) => b - a);
  const first = new Map<number, number>();
  for (const [index, value] of sorted.entries()) if (!first.has(value)) first.set(value, index + 1);
  return values.map((value) => first.get(value) ?? 0);
}

function interval(drawn: number[], level: number): [number, number] {
  const sorted = [...drawn].sort((a, b) => a - b);
  return [quantileSorted(sorted, (1 - level) / 2), quantileSorted(sorted, (1 + level) / 2)];
}

const rounded = ([low, high]: [number, number]): [number, number] => [
  Math.floor(low),
  Math.ceil(high),
];

type Ranked = Pick<RankInterval, 'account' | 'rankInterval'>;

function overlapping(own: Ranked, all: Ranked[]): Pick<RankInterval, 'notDistinguishableFrom'> {
  const [low, high] = own.rankInterval;
  const others = all.filter(
    (other) => other !== own && other.rankInterval[0] <= high && low <= other.rankInterval[1],
  );
  return { notDistinguishableFrom: others.map(({ account }) => account) };
}
