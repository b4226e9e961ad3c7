import type { ExportMetricName } from '../../../typings/intake';
import type { Day } from '../../../typings/vocabulary';
import { countedAt, detailRows, textAt } from './cells';
import { readDay } from './dates';
import {
  type Counted,
  type DayCounts,
  type Measured,
  type MeasureKey,
  marked,
  noFigures,
  overlay,
} from './figures';
import { ALL_CHANNELS } from './layouts.data';
import type { Notes } from './notes';
import { columnFor, type Row, type Table } from './tables';

interface DayRow {
  row: Row;
  day: Day;
  channel: string;
  counted: Counted;
}

function dayRows(table: Table, notes: Notes): DayRow[] {
  const dayColumn = columnFor(table, 'day');
  const channel = columnFor(table, 'channel');
  if (!dayColumn) return [];
  return detailRows(table, dayColumn).flatMap((row) => {
    const day = readDay(row.cells[dayColumn.index]);
    if (day === null) {
      notes.warnAt(row, dayColumn, '不是有效的日期，这一行没有计入');
      return [];
    }
    return [{ row, day, channel: textAt(row, channel), counted: countedAt(row, table, notes) }];
  });
}

const measures: MeasureKey[] = ['people', 'times', 'plain'];

function sum(rows: DayRow[]): Measured {
  const total = noFigures();
  for (const {
    counted: { figures },
  } of rows) {
    for (const measure of measures) {
      for (const [name, value] of Object.entries(figures[measure])) {
        const metric = name as ExportMetricName;
        const before = total[measure][metric] ?? null;
        total[measure][metric] = value === null ? before : value + (before ?? 0);
      }
    }
  }
  return total;
}

function byDay(rows: DayRow[]): Map<Day, DayRow[]> {
  const days = new Map<Day, DayRow[]>();
  for (const row of rows) {
    const same = days.get(row.day);
    if (same) same.push(row);
    else days.set(row.day, [row]);
  }
  return days;
}

/** Days of a table with a row for each channel; see DESIGN and docs/intake.md on 全部. */
function wholeDay(rows: DayRow[], notes: Notes): Counted {
  const whole = rows.filter((row) => row.channel === ALL_CHANNELS).at(-1);
  if (whole) return whole.counted;
  const figures = sum(rows);
  notes.warn('有些日期没有「全部」渠道的数据，只能把各渠道相加估算；渠道之间有重复，结果偏大');
  const names = measures.flatMap((measure) => Object.keys(figures[measure]));
  return marked(figures, names as ExportMetricName[]);
}

/** Figures of each day of a table; a day that comes twice without a channel keeps the later row. */
export function daysOf(table: Table, notes: Notes): DayCounts[] {
  const hasChannels = columnFor(table, 'channel') !== undefined;
  return [...byDay(dayRows(table, notes))].map(([day, rows]) => {
    if (hasChannels) return { day, ...wholeDay(rows, notes) };
    if (rows.length > 1) notes.warn(`${day} 出现了 ${rows.length} 次，以最后一行为准`);
    return { day, ...(rows.at(-1)?.counted ?? marked(noFigures(), [])) };
  });
}

/** One row for each day from several tables or files, the later ones over the earlier, in order. */
export function mergeDays(lists: DayCounts[][]): DayCounts[] {
  const merged = new Map<Day, DayCounts>();
  for (const later of lists.flat()) {
    const { day } = later;
    const earlier = merged.get(day);
    merged.set(day, earlier ? { day, ...overlay(earlier, later) } : later);
  }
  return [...merged.values()].sort((a, b) => a.day.localeCompare(b.day));
}
