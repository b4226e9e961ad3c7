import type { ColumnMapping, ExportMetricName, Workbook } from '../../../typings/intake';
import { withJoinedHeaders } from './header-lines';
import { isMetric } from './headers.data';
import { type Column, columnFor, findTables, type Table } from './tables';
import { normaliseHeader } from './text';

const keys = ['title', 'day'] as const;

/** A free table says enough when it has one metric of a named thing, or two of the whole. */
function isReadable(columns: { field: ColumnMapping['field'] }[]): boolean {
  const fields = columns.flatMap(({ field }) => field ?? []);
  const metrics = fields.filter((field): field is ExportMetricName => isMetric(field));
  const isKeyed = keys.some((key) => fields.includes(key));
  return metrics.length >= (isKeyed ? 1 : 2);
}

/** The first readable table of a file that is no back-office export, matched by header names. */
export function suggestTable(workbook: Workbook): Table | null {
  return workbook.sheets.flatMap(findTables).find((table) => isReadable(table.columns)) ?? null;
}

export function mappingOf(table: Table): ColumnMapping[] {
  return table.columns.map(({ index, header, field, measure }) => ({
    column: index,
    header,
    field,
    measure,
  }));
}

/** The table whose header row has the user's columns where the user saw them, or null. */
export function mappedTable(workbook: Workbook, mapping: ColumnMapping[]): Table | null {
  const chosen = mapping.filter(({ field }) => field !== null);
  if (!isReadable(chosen)) return null;
  for (const sheet of workbook.sheets) {
    const lines = withJoinedHeaders(sheet.rows);
    const header = lines.findIndex((row) =>
      chosen.every(
        (one) => normaliseHeader(row[one.column]) === normaliseHeader(one.header) && one.header,
      ),
    );
    if (header < 0) continue;
    const columns = chosen.flatMap(({ column, header: text, field, measure }): Column[] =>
      field === null ? [] : [{ index: column, header: text, field, measure }],
    );
    const rows = lines
      .slice(header + 1)
      .map((cells, at) => ({ number: header + at + 2, cells }))
      .filter(({ cells }) => columns.some(({ index }) => (cells[index] ?? null) !== null));
    return { columns, rows };
  }
  return null;
}

/** How the rows of a free table count. */
export function kindOf(table: Table): 'articles' | 'days' | 'totals' {
  if (columnFor(table, 'title')) return 'articles';
  return columnFor(table, 'day') ? 'days' : 'totals';
}
