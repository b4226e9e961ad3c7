import { type Measured, measureKey, noFigures } from './figures';
import { isMetric } from './headers.data';
import { summaryRows } from './layouts.data';
import { countAt, type Notes } from './notes';
import type { Column, Row, Table } from './tables';
import { plainText } from './text';

/** The counts of one row. */
export function figuresAt(row: Row, table: Table, notes: Notes): Measured {
  const figures = noFigures();
  for (const column of table.columns) {
    if (!isMetric(column.field)) continue;
    const counts = figures[measureKey(column.measure)];
    counts[column.field] = countAt(row, column, column.field, notes);
  }
  return figures;
}

export function textAt(row: Row, column: Column | undefined): string {
  return column ? plainText(row.cells[column.index]) : '';
}

/** Rows without those that sum up the others. */
export function detailRows(table: Table, label: Column | undefined): Row[] {
  return table.rows.filter((row) => !summaryRows.test(textAt(row, label)));
}
