import type { Cell, Sheet } from '../../../typings/intake';
import { withJoinedHeaders } from './header-lines';
import { type ColumnMeaning, headers } from './headers.data';
import type { TableSpec } from './layouts.data';
import { normaliseHeader } from './text';

export interface Column extends ColumnMeaning {
  /** 0-based in the sheet */
  index: number;
  /** as the file spells it */
  header: string;
}

export interface Row {
  /** the sheet's own, 1-based */
  number: number;
  cells: Cell[];
}

/** A header row's part that belongs together, and the rows below it. */
export interface Table {
  columns: Column[];
  rows: Row[];
}

interface Header {
  row: number;
  columns: Column[];
}

function columnOf(cell: Cell | undefined, index: number): Column | null {
  const meaning = headers.get(normaliseHeader(cell));
  return meaning ? { ...meaning, index, header: String(cell).trim() } : null;
}

function sameMeaning(a: ColumnMeaning, b: ColumnMeaning): boolean {
  return a.field === b.field && a.measure === b.measure;
}

/**
 * Known headers of one row, cut where a blank cell stands between them or where one comes twice:
 * the back office puts tables side by side.
 */
function headersOf(cells: Cell[], row: number): Header[] {
  const parts: Column[][] = [[]];
  cells.forEach((cell, index) => {
    const part = parts.at(-1) ?? [];
    const column = columnOf(cell, index);
    const isGap = normaliseHeader(cell) === '';
    const repeats = column !== null && part.some((known) => sameMeaning(known, column));
    if ((isGap && part.length > 0) || repeats) parts.push(column ? [column] : []);
    else if (column) part.push(column);
  });
  return parts.filter((columns) => columns.length >= 2).map((columns) => ({ row, columns }));
}

function overlaps(a: Header, b: Header): boolean {
  const [aIndexes, bIndexes] = [a, b].map((header) => header.columns.map((column) => column.index));
  if (!aIndexes || !bIndexes) return false;
  return (
    Math.min(...aIndexes) <= Math.max(...bIndexes) && Math.min(...bIndexes) <= Math.max(...aIndexes)
  );
}

/** Every table of a sheet: a header row anywhere, down to the next one under the same columns. */
export function findTables({ rows }: Sheet): Table[] {
  const lines = withJoinedHeaders(rows);
  const found = lines.flatMap(headersOf);
  return found.map((header) => {
    const next = found.find((other) => other.row > header.row && overlaps(header, other));
    return { columns: header.columns, rows: rowsOf(lines, header, next?.row) };
  });
}

function rowsOf(lines: readonly Cell[][], header: Header, end: number | undefined): Row[] {
  return lines.slice(header.row + 1, end).flatMap((cells, at) => {
    const hasContent = header.columns.some(({ index }) => (cells[index] ?? null) !== null);
    return hasContent ? [{ number: header.row + at + 2, cells }] : [];
  });
}

function has(table: Table, wanted: string): boolean {
  const [field, measure] = wanted.split(':');
  return table.columns.some(
    (column) => column.field === field && (measure === undefined || column.measure === measure),
  );
}

export function matches(table: Table, spec: TableSpec): boolean {
  return (
    spec.requires.every((wanted) => has(table, wanted)) &&
    !(spec.excludes ?? []).some((unwanted) => has(table, unwanted))
  );
}

/** The column of a field, in any 口径. */
export function columnFor(table: Table, field: Column['field']): Column | undefined {
  return table.columns.find((column) => column.field === field);
}
