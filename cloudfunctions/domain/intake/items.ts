import type {
  ExportMetricName,
  IntakeDay,
  IntakeItem,
  ItemFigures,
  Readings,
} from '../../../typings/intake';
import type { Measure } from '../../../typings/vocabulary';
import {
  type Article,
  type Counted,
  type Counts,
  type DayCounts,
  type Measured,
  measureKey,
  noFigures,
} from './figures';
import { itemMetrics } from './readings';

type MeasureOf = (name: ExportMetricName) => Measure | null;

/** As a total chooses it: 次数 where every row has it, else 人数, else what some rows have. */
function primaryMeasures(rows: Counted[]): MeasureOf {
  const count = (measure: Measure) => {
    const names = rows.flatMap(({ figures }) => Object.keys(figures[measure]));
    const counts = new Map<string, number>();
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    return counts;
  };
  const [times, people] = [count('times'), count('people')];
  return (name) => {
    if (times.get(name) === rows.length) return 'times';
    if (people.has(name)) return 'people';
    return times.has(name) ? 'times' : null;
  };
}

function pick<N extends ExportMetricName>(
  names: N[],
  value: (name: N) => number | null | undefined,
): Partial<Record<N, number | null>> {
  const picked: Partial<Record<N, number | null>> = {};
  for (const name of names) {
    const found = value(name);
    if (found !== undefined) picked[name] = found;
  }
  return picked;
}

function itemFigures(
  figures: Measured,
  measureOf: MeasureOf,
): ItemFigures & { other?: ItemFigures } {
  const primary = pick(itemMetrics, (name) => figures[measureKey(measureOf(name))][name]);
  const other = pick(itemMetrics, (name) =>
    measureOf(name) === 'times' ? figures.people[name] : undefined,
  );
  return Object.keys(other).length > 0 ? { ...primary, other } : primary;
}

/** Articles as the preview shows them, newest first. */
export function itemsOf(articles: Article[]): IntakeItem[] {
  const measureOf = primaryMeasures(articles);
  return [...articles]
    .sort(
      (a, b) =>
        (b.publishedAt ?? '').localeCompare(a.publishedAt ?? '') || a.key.localeCompare(b.key),
    )
    .map(({ figures, ...article }) => ({ ...article, ...itemFigures(figures, measureOf) }));
}

export function intakeDaysOf(days: DayCounts[]): IntakeDay[] {
  const measureOf = primaryMeasures(days);
  return days.map(({ day, figures, estimated }) => {
    const names = Object.keys({ ...figures.plain, ...figures.people, ...figures.times });
    const metrics = names as ExportMetricName[];
    const other = pick(metrics, (name) =>
      measureOf(name) === 'times' ? figures.people[name] : undefined,
    );
    return {
      day,
      figures: pick(metrics, (name) => figures[measureKey(measureOf(name))][name]),
      ...(Object.keys(other).length > 0 && { other }),
      ...(estimated && { estimated }),
    };
  });
}

function measured(own: Counts, other: Counts | undefined, readings: Readings): Measured {
  const figures = noFigures();
  for (const [name, value] of Object.entries(own)) {
    const metric = name as ExportMetricName;
    figures[measureKey(readings[metric]?.measure ?? null)][metric] = value;
  }
  return { ...figures, people: { ...figures.people, ...other } };
}

/** The way back: an item's figures by 口径, which the file's metrics state. */
export function articleOf(item: IntakeItem, readings: Readings): Article {
  const { key, title, publishedAt, headline, url, finishRate, estimated } = item;
  return {
    key,
    title,
    publishedAt,
    headline,
    url,
    ...(finishRate !== undefined && { finishRate }),
    figures: measured(
      pick(itemMetrics, (name) => item[name]),
      item.other,
      readings,
    ),
    ...(estimated && { estimated }),
  };
}

export function dayCountsOf(day: IntakeDay, readings: Readings): DayCounts {
  const { figures, other, estimated } = day;
  return {
    day: day.day,
    figures: measured(figures, other, readings),
    ...(estimated && { estimated }),
  };
}
