import type { SheetCell } from '../../../typings/documents';
import { escaped, writable } from '../documents/text';

/** What a cell of an .xlsx may hold. */
const maxCharacters = 32_767;

/** Beginnings that a spreadsheet program would take for a formula (OWASP, CSV injection). */
const dangerous = /^[=+\-@\t\r\n]/;

/** The program's own way to write a character by its code, which it undoes when it reads. */
const coded = /_x(?=[0-9a-fA-F]{4}_)/g;

/**
 * Text that no program takes for a formula, here or in a file saved from it: what begins like one
 * begins with an apostrophe instead.
 */
export function harmless(text: string): string {
  return dangerous.test(text) ? `'${text}` : text;
}

/** One cell as the sheet's XML; nothing for a cell without a value. */
export function cellXml(cell: SheetCell, reference: string, style: number): string {
  if (cell === null) return '';
  if (typeof cell === 'number') {
    return Number.isFinite(cell) ? `<c r="${reference}" s="${style}"><v>${cell}</v></c>` : '';
  }
  const text = escaped(harmless(writable(cell)).slice(0, maxCharacters)).replace(coded, '_x005F_x');
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

/** `0` → `A`, `26` → `AA`. */
export function columnName(at: number): string {
  const rest = Math.floor(at / 26);
  return (rest > 0 ? columnName(rest - 1) : '') + String.fromCharCode(65 + (at % 26));
}
