import type { ExportMetricName } from '../../../typings/intake';
import type { Day, Measure, MetricName } from '../../../typings/vocabulary';

export type Counts = Partial<Record<ExportMetricName, number | null>>;

/** `plain` is what has no 口径: a number of articles. */
export type MeasureKey = Measure | 'plain';

/** Counts of an article or a day by 口径. Absent: no such column. Null: nothing in the cell. */
export type Measured = Record<MeasureKey, Counts>;

export interface Article {
  key: string;
  title: string;
  publishedAt: Day | null;
  headline: boolean | null;
  url: string | null;
  finishRate?: number | null;
  figures: Measured;
}

export interface DayCounts {
  day: Day;
  figures: Measured;
}

export function noFigures(): Measured {
  return { people: {}, times: {}, plain: {} };
}

export function measureKey(measure: Measure | null): MeasureKey {
  return measure ?? 'plain';
}

/** The later figures over the earlier ones; a null does not wipe out what was known. */
export function overlay(earlier: Measured, later: Measured): Measured {
  return {
    people: overlayCounts(earlier.people, later.people),
    times: overlayCounts(earlier.times, later.times),
    plain: overlayCounts(earlier.plain, later.plain),
  };
}

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
