import type { Cell, Sheet, Workbook } from '../../../typings/intake';
import { parseDelimited } from './delimited';
import { limits, type Reading, refuse } from './refusal';
import { readCompound, readMarkup, readZipped } from './spreadsheet';
import { decodeText } from './text';

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
const ZIP_ARCHIVE = [0x50, 0x4b];

function startsWith(bytes: Uint8Array, signature: number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte);
}

function sheetsOf(bytes: Uint8Array): Reading<Sheet[]> {
  if (startsWith(bytes, COMPOUND_FILE)) return readCompound(bytes);
  if (startsWith(bytes, ZIP_ARCHIVE)) return readZipped(bytes);
  const text = decodeText(bytes);
  if (text === null) return refuse('unsupported');
  if (text.trimStart().startsWith('<')) return readMarkup(text);
  if (isJson(text)) return refuse('json');
  return { ok: true, value: [{ name: '', rows: parseDelimited(text) }] };
}

/** JSON, or a line of JSON Lines: a table's first cell is no brace. */
const isJson = (text: string): boolean => /^\s*(?:\{\s*["}]|\[\s*[[{"\]\d])/.test(text);

function trimmed<T>(list: T[], isBlank: (value: T) => boolean): T[] {
  let length = list.length;
  for (const value of [...list].reverse()) {
    if (!isBlank(value)) break;
    length -= 1;
  }
  return list.slice(0, length);
}

function isBlankCell(cell: Cell): boolean {
  return cell === null || (typeof cell === 'string' && cell.trim() === '');
}

/** Trailing blanks are formatting left over, not content. */
function withoutBlankEdges(sheet: Sheet): Sheet {
  const rows = sheet.rows.map((row) => trimmed(row, isBlankCell));
  return { name: sheet.name, rows: trimmed(rows, (row) => row.length === 0) };
}

/**
 * Cells of a spreadsheet, whatever its name says: BIFF8 .xls, .xlsx, an HTML table, CSV or TSV in
 * UTF-8, UTF-16 or GB18030. Text stays text, so that the reader of figures sees each form as typed.
 *
 * Errors (`reason`): too-large, too-many-cells, zip-bomb, password-protected, truncated, empty,
 * json, unsupported.
 */
export function readWorkbook(bytes: Uint8Array): Reading<Workbook> {
  if (bytes.length > limits.bytes) return refuse('too-large');
  if (bytes.length === 0) return refuse('empty');
  const read = sheetsOf(bytes);
  if (!read.ok) return read;
  const sheets = read.value.map(withoutBlankEdges).filter((sheet) => sheet.rows.length > 0);
  if (sheets.length === 0) return refuse('empty');
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const isWide = sheets.some((sheet) => sheet.rows.some((row) => row.length > limits.columns));
  if (rows > limits.rows || isWide) return refuse('too-many-cells');
  return { ok: true, value: { sheets } };
}
