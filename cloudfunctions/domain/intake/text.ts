import type { Cell } from '../../../typings/intake';

/** Words that the back office has used for one and the same header. */
const synonyms: [RegExp, string][] = [
  [/累积/g, '累计'],
  [/发表时间/g, '发表日期'],
];

/**
 * A header as it is compared: NFKC, lower case, without spaces and brackets, one word for each
 * thing. `阅读 （人）` and `阅读(人)` are both `阅读人`.
 */
export function normaliseHeader(cell: Cell | undefined): string {
  if (typeof cell !== 'string') return '';
  const plain = cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s()[\]【】「」]/g, '');
  return synonyms.reduce((text, [from, to]) => text.replace(from, to), plain);
}

const MAX_TITLE = 200;
/** Marks that turn the direction of text or hide in it; joiners stay, emoji are made of them. */
const hidden = /[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Untrusted text for keeping and showing: no control or direction characters, at most 200 long. */
export function cleanText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  const visible = String(cell)
    .replace(hidden, '')
    .replace(/\p{Cc}/gu, ' ');
  const short = visible.replace(/\s+/g, ' ').trim().slice(0, MAX_TITLE);
  return short.replace(/[\ud800-\udbff]$/, '');
}

/** A cell's text as a number or date is read from it: NFKC, trimmed; '' for a blank. */
export function plainText(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell).normalize('NFKC').trim();
}

/** A cell as a warning quotes it. */
export function quoted(cell: Cell | undefined): string {
  const text = cleanText(cell);
  return `“${text.length > 20 ? `${text.slice(0, 20)}…` : text}”`;
}
