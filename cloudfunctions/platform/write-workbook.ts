import type { SheetModel } from '../../typings/documents';
import { packed } from './write-workbook/package';

/** An .xlsx of sheets, whole. */
export async function writeWorkbook(sheets: SheetModel[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of packed(sheets)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/**
 * An .xlsx of sheets as it comes: rows are taken, written and let go, so that the memory does not
 * grow with them. Rejects with a `RangeError` when a sheet has more rows than a program opens.
 */
export function streamWorkbook(sheets: SheetModel[]): AsyncIterable<Uint8Array> {
  return packed(sheets);
}
