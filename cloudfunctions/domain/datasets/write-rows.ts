import type { ColumnName, DatasetRecord } from '../../../typings/datasets';
import type { ReleaseShape } from './plan-release';

const byteOrderMark = '\uFEFF';
/** A spreadsheet takes a cell that begins so for a formula. */
const formula = /^[=+\-@\t\r]/;

export function columnNames({ traits, figures }: ReleaseShape): ColumnName[] {
  return ['id', ...traits, ...figures.map(({ name }) => name)];
}

/** A text cell of a CSV file: neutral to spreadsheets, quoted where it must be (RFC 4180). */
export function csvCell(text: string): string {
  const neutral = formula.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(neutral) ? `"${neutral.replaceAll('"', '""')}"` : neutral;
}

/** CSV with a byte order mark, so that spreadsheets read it as UTF-8; missing numbers are empty. */
export function csvOf(records: readonly DatasetRecord[], names: readonly ColumnName[]): string {
  const lines = records.map((record) => names.map((name) => cell(record[name] ?? null)).join(','));
  return `${byteOrderMark}${[names.join(','), ...lines].join('\r\n')}\r\n`;
}

function cell(value: string | number | null): string {
  return typeof value === 'string' ? csvCell(value) : String(value ?? '');
}

/** One JSON object a line, with every column; missing numbers are null. */
export function jsonLinesOf(
  records: readonly DatasetRecord[],
  names: readonly ColumnName[],
): string {
  return records
    .map((record) => {
      const columns = names.map((name) => [name, record[name] ?? null]);
      return `${JSON.stringify(Object.fromEntries(columns))}\n`;
    })
    .join('');
}
