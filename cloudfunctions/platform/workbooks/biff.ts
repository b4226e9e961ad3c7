import { type Reading, refuse } from './refusal';

const BOF = 0x0809;
const EOF = 0x000a;
const FILEPASS = 0x002f;

/**
 * Walks the records of a BIFF stream ([MS-XLS] 2.1.4) without reading them: a stream that ends
 * inside a record or a sheet was cut, and one with a FILEPASS record is encrypted. The spreadsheet
 * library reads the former as a shorter sheet, which would be a wrong figure.
 */
export function checkBiff(stream: Uint8Array): Reading<null> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let open = 0;
  let sheets = 0;
  let at = 0;
  while (at + 4 <= view.byteLength) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    if (type === 0 && length === 0) break;
    if (type === FILEPASS) return refuse('password-protected');
    if (type === BOF) {
      open += 1;
      sheets += 1;
    }
    if (type === EOF) open -= 1;
    at += 4 + length;
  }
  return open === 0 && sheets > 1 ? { ok: true, value: null } : refuse('truncated');
}
