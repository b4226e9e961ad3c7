import type { ExportMetricName } from '../../../typings/intake';
import type { Day, Measure, MetricName } from '../../../typings/vocabulary';

export type Counts = Partial<Record<ExportMetricName, number | null>>;

/** `plain` is what has no 口径: a number of articles. */
export type MeasureKey = Measure | 'plain';

/** Counts of an article or a day by 口径. Absent: no such column. Null: nothing in the cell. */
export type Measured = Record<MeasureKey, Counts>;

/** What a row counts. */
export interface Counted {
  figures: Measured;
  /** what of it is an estimate: a floor, a rounded figure, channels added up; absent where nothing is */
  estimated?: ExportMetricName[];
}

export interface Article extends Counted {
  key: string;
  title: string;
  publishedAt: Day | null;
  headline: boolean | null;
  url: string | null;
  finishRate?: number | null;
}

export interface DayCounts extends Counted {
  day: Day;
}

export function noFigures(): Measured {
  return { people: {}, times: {}, plain: {} };
}

export function measureKey(measure: Measure | null): MeasureKey {
  return measure ?? 'plain';
}

const measureKeys: MeasureKey[] = ['people', 'times', 'plain'];

/**
 * The later figures over the earlier ones; a null does not wipe out what was known. An estimate stays
 * one until a later figure stands in its place.
 */
export function overlay(earlier: Counted, later: Counted): Counted {
  const figures = {
    people: overlayCounts(earlier.figures.people, later.figures.people),
    times: overlayCounts(earlier.figures.times, later.figures.times),
    plain: overlayCounts(earlier.figures.plain, later.figures.plain),
  };
  const left = (earlier.estimated ?? []).filter((name) =>
    measureKeys.some(
      (measure) => isKnown(earlier, measure, name) && !isKnown(later, measure, name),
    ),
  );
  return marked(figures, [...left, ...(later.estimated ?? [])]);
}

/** Counts with the names of those that are estimates, each once and in order. */
export function marked(figures: Measured, estimated: ExportMetricName[]): Counted {
  return estimated.length > 0
    ? { figures, estimated: [...new Set(estimated)].sort() }
    : { figures };
}

const isKnown = ({ figures }: Counted, measure: MeasureKey, name: ExportMetricName): boolean =>
  (figures[measure][name] ?? null) !== null;

function overlayCounts(earlier: Counts, later: Counts): Counts {
  const entries = Object.entries(later).filter(
    ([name, value]) => value !== null || !Object.hasOwn(earlier, name),
  );
  return { ...earlier, ...Object.fromEntries(entries) };
}

/** Shown with a file, but no part of a submission. */
const shownOnly: ReadonlySet<ExportMetricName> = new Set<ExportMetricName>([
  'delivered',
  'followsAfterReading',
  'originalLinkClicks',
  'regularReaders',
  'menuClicks',
  'interfaceCalls',
]);

export function isStored(name: ExportMetricName): name is MetricName {
  return !shownOnly.has(name);
}
