import { CFB, read, SSF, type WorkBook, type WorkSheet } from '@e965/xlsx';
import type { Cell, Sheet } from '../../../typings/intake';
import { checkBiff } from './biff';
import { limits, type Reading, refuse } from './refusal';
import { unzip } from './zip';

const options = {
  dense: true,
  raw: true,
  cellFormula: false,
  cellHTML: false,
  cellNF: true,
  sheetRows: limits.rows + 1,
} as const;

/** Days between the two epochs of Excel's serial dates. */
const DAYS_1900_TO_1904 = 1462;
const MAX_SPANNED_CELLS = 1000;

interface RawCell {
  t: string;
  v?: string | number | boolean | Date;
  z?: string | number;
}

function cellOf(cell: RawCell | undefined, date1904: boolean): Cell {
  if (cell?.v === undefined || cell.t === 'e' || cell.t === 'z') return null;
  if (typeof cell.v === 'string') return cell.v === '' ? null : cell.v;
  if (typeof cell.v !== 'number') return String(cell.v);
  const isDate = date1904 && typeof cell.z === 'string' && SSF.is_date(cell.z);
  return isDate ? cell.v + DAYS_1900_TO_1904 : cell.v;
}

function sheetOf(name: string, sheet: WorkSheet, date1904: boolean): Sheet {
  const data: (RawCell[] | undefined)[] = sheet['!data'] ?? [];
  const rows = Array.from(data, (row) => Array.from(row ?? [], (cell) => cellOf(cell, date1904)));
  return { name, rows };
}

function sheetsOf(workbook: WorkBook): Sheet[] {
  const date1904 = workbook.Workbook?.WBProps?.date1904 === true;
  return workbook.SheetNames.flatMap((name) => {
    const sheet = workbook.Sheets[name];
    return sheet ? [sheetOf(name, sheet, date1904)] : [];
  });
}

/** The library throws on what it cannot make sense of; every such file is refused alike. */
function attempt(parse: () => WorkBook): Reading<Sheet[]> {
  try {
    return { ok: true, value: sheetsOf(parse()) };
  } catch {
    return refuse('truncated');
  }
}

/** Sheets of a zip-packed workbook: .xlsx, .xlsm, .ods. */
export function readZipped(bytes: Uint8Array): Reading<Sheet[]> {
  const parts = unzip(bytes);
  if (!parts.ok) return parts;
  const isWorkbook = [...parts.value.keys()].some((path) => /^(xl\/|content\.xml$)/i.test(path));
  if (!isWorkbook) return refuse('unsupported');
  // Packed anew, so that the library never allocates by a size that the file claims.
  const container = CFB.utils.cfb_new({ root: 'R' });
  for (const [path, part] of parts.value) CFB.utils.cfb_add(container, path, part);
  const repacked: Uint8Array = CFB.write(container, { type: 'buffer', fileType: 'zip' });
  return attempt(() => read(repacked, { ...options, type: 'buffer' }));
}

/** The named stream of a compound file ([MS-CFB]), or null. */
function streamOf(container: unknown, name: string): Uint8Array | null {
  const entry: { content?: Uint8Array; size?: number } | null = CFB.find(container, name);
  if (!entry?.content) return null;
  return new Uint8Array(entry.content);
}

/** Sheets of a BIFF8 workbook (.xls). */
export function readCompound(bytes: Uint8Array): Reading<Sheet[]> {
  let container: unknown;
  try {
    container = CFB.read(bytes, { type: 'buffer' });
  } catch {
    return refuse('truncated');
  }
  if (streamOf(container, '/EncryptedPackage')) return refuse('password-protected');
  const stream = streamOf(container, '/Workbook') ?? streamOf(container, '/Book');
  if (!stream) return refuse('unsupported');
  const checked = checkBiff(stream);
  if (!checked.ok) return checked;
  return attempt(() => read(bytes, { ...options, type: 'buffer' }));
}

/** Sheets of an HTML table, which is what the back office saves as user_analysis.xls. */
export function readMarkup(text: string): Reading<Sheet[]> {
  if (!/<table[\s>]/i.test(text)) return refuse('unsupported');
  if (!/<\/table\s*>/i.test(text)) return refuse('truncated');
  // The library compares each cell with each spanned one.
  if ((text.match(/(row|col)span/gi) ?? []).length > MAX_SPANNED_CELLS)
    return refuse('unsupported');
  return attempt(() => read(text, { ...options, type: 'string' }));
}
