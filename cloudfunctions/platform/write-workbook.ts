import { utils, write } from '@e965/xlsx';
import type { Sheet } from '../../typings/intake';

/** An .xlsx of plain cells. */
export function writeWorkbook(sheets: Sheet[]): Uint8Array {
  const book = utils.book_new();
  for (const { name, rows } of sheets)
    utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name);
  return write(book, { type: 'buffer', bookType: 'xlsx' });
}
