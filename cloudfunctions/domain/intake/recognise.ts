import type { LayoutId, Sheet, Workbook } from '../../../typings/intake';
import { type LayoutSpec, layouts, type TableKind } from './layouts.data';
import { findTables, matches, type Table } from './tables';

export interface RecognisedTable {
  kind: TableKind;
  table: Table;
}

export interface Recognised {
  layout: LayoutId;
  tables: RecognisedTable[];
}

/** As deep as labels written down a column are looked for. */
const TRANSPOSED_ROWS = 60;

function transposed(sheet: Sheet): Sheet {
  const rows = sheet.rows.slice(0, TRANSPOSED_ROWS);
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  return {
    name: sheet.name,
    rows: Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? null)),
  };
}

function match(layout: LayoutSpec, tables: Table[]): Recognised | null {
  const recognised = layout.tables.flatMap((spec) =>
    tables.filter((table) => matches(table, spec)).map((table) => ({ kind: spec.kind, table })),
  );
  const first = layout.tables[0]?.kind;
  const isThis = recognised.some(({ kind }) => layout.anyTable || kind === first);
  return isThis ? { layout: layout.id, tables: recognised } : null;
}

/**
 * The layout of a workbook, by its header texts: anywhere on any sheet, in any order of columns.
 * One article's overview may also be written as labels down a column.
 */
export function recognise(workbook: Workbook): Recognised | null {
  const tables = workbook.sheets.flatMap(findTables);
  const turned = workbook.sheets.map(transposed).flatMap(findTables);
  for (const layout of layouts) {
    const isOverview = layout.tables[0]?.kind === 'overview';
    const recognised = match(layout, isOverview ? [...tables, ...turned] : tables);
    if (recognised) return recognised;
  }
  return null;
}
