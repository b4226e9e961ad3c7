import type { ExportMetricName } from '../../../typings/intake';
import { type Counted, marked, measureKey, noFigures } from './figures';
import { isMetric } from './headers.data';
import { summaryRows } from './layouts.data';
import { countAt, type Notes } from './notes';
import type { Column, Row, Table } from './tables';
import { plainText } from './text';

/** The counts of one row, and which of them are estimates. */
export function countedAt(row: Row, table: Table, notes: Notes): Counted {
  const figures = noFigures();
  const estimated: ExportMetricName[] = [];
  for (const column of table.columns) {
    if (!isMetric(column.field)) continue;
    const { value, isEstimate } = countAt(row, column, notes);
    figures[measureKey(column.measure)][column.field] = value;
    if (isEstimate) estimated.push(column.field);
  }
  return marked(figures, estimated);
}

export function textAt(row: Row, column: Column | undefined): string {
  return column ? plainText(row.cells[column.index]) : '';
}

/** Rows without those that sum up the others. */
export function detailRows(table: Table, label: Column | undefined): Row[] {
  return table.rows.filter((row) => !summaryRows.test(textAt(row, label)));
}
