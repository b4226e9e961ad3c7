import type { Cell } from '../../../typings/intake';
import type { RegistryIssue } from '../../../typings/registry';
import { normaliseHeader, plainText, quoted } from '../intake/text';
import type { Column } from './columns';
import { type ColumnKey, columns } from './columns.data';
import { columnKeys, type Row } from './record';
import type { RegionLookup } from './region-lookup';

export interface SheetRow {
  /** the sheet's own, 1-based */
  number: number;
  values: Row;
  issues: RegistryIssue[];
}

export interface RegistrySheet {
  rows: SheetRow[];
  /** headers that mean nothing here */
  ignored: string[];
}

/** Above this a header row is not looked for: titles and notes take a few lines. */
const HEADER_WITHIN = 10;
const blanks = new Set(['', '-', '—', '/', '无']);

const keyByHeader = new Map(
  columnKeys.flatMap((key) =>
    [columns[key].header, ...columns[key].aliases].map((header): [string, ColumnKey] => [
      normaliseHeader(header),
      key,
    ]),
  ),
);

function headerIndexes(cells: Cell[]): Map<ColumnKey, number> {
  const indexes = new Map<ColumnKey, number>();
  cells.forEach((cell, index) => {
    const key = keyByHeader.get(normaliseHeader(cell).replace(/\*/g, ''));
    if (key !== undefined && !indexes.has(key)) indexes.set(key, index);
  });
  return indexes;
}

function readRow(
  cells: Cell[],
  number: number,
  indexes: Map<ColumnKey, number>,
  regions: RegionLookup,
): SheetRow {
  const values: Record<string, unknown> = {};
  const issues: RegistryIssue[] = [];
  for (const [key, index] of indexes) {
    const cell = cells[index] ?? null;
    if (blanks.has(plainText(cell))) continue;
    const column: Column<unknown> = columns[key];
    const read = column.read(cell, regions);
    if (read.ok) values[key] = read.value;
    else {
      const message = `第 ${number} 行「${column.header}」${quoted(cell)}${read.error}`;
      issues.push({ row: number, column: column.header, kind: 'invalid', message });
    }
  }
  return { number, values, issues };
}

/** Rows of a registry sheet below its header row, or null when there is no row with 微信号 in it. */
export function readRows(grid: Cell[][], regions: RegionLookup): RegistrySheet | null {
  const at = grid
    .slice(0, HEADER_WITHIN)
    .findIndex((cells) => headerIndexes(cells).has('wechatId'));
  const header = grid[at];
  if (header === undefined) return null;
  const indexes = headerIndexes(header);
  const used = new Set(indexes.values());
  const rows = grid
    .slice(at + 1)
    .map((cells, offset) => ({ cells, number: at + offset + 2 }))
    .filter(({ cells }) => cells.some((cell) => !blanks.has(plainText(cell))))
    .map(({ cells, number }) => readRow(cells, number, indexes, regions));
  const ignored = header.flatMap((cell, index) =>
    used.has(index) || plainText(cell) === '' ? [] : [plainText(cell)],
  );
  return { rows, ignored };
}
