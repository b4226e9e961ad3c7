import type { Cell } from '../../../typings/intake';

const separators = ['\t', ',', ';'];

/** The separator found most often outside quotes in the first lines. */
function separatorOf(text: string): string {
  const head = text.slice(0, 4096).replace(/"[^"]*"/g, '');
  const counts = separators.map((separator) => head.split(separator).length);
  return separators[counts.indexOf(Math.max(...counts))] ?? ',';
}

/** Rows of text, or null when quoting is honoured and a quote never closes. */
function split(text: string, separator: string, quoting: boolean): string[][] | null {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (quoting && char === '"' && cell === '') {
      quoted = true;
    } else if (char === separator) {
      row.push(cell);
      cell = '';
    } else if (char === '\n') {
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else if (char !== '\r') {
      cell += char;
    }
  }
  if (quoted) return null;
  rows.push([...row, cell]);
  return rows;
}

/**
 * Cells of comma-, tab- or semicolon-separated text (RFC 4180 quoting), all as text so that
 * numbers and dates keep their form. Where a quote never closes, quotes are ordinary characters.
 */
export function parseDelimited(text: string): Cell[][] {
  const separator = separatorOf(text);
  const rows = split(text, separator, true) ?? split(text, separator, false) ?? [];
  return rows.map((row) => row.map((cell) => (cell === '' ? null : cell)));
}
