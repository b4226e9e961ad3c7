import type { Cell } from '../../../typings/intake';
import { readDay } from './dates';
import { headers, isMetric } from './headers.data';
import { normaliseHeader, plainText } from './text';
import { readCount, readRate } from './values';

/**
 * Headers written in several lines, 「阅读」 over 「人数」 and 「次数」, as one: the upper line's cells are
 * merged over those below them, so that the files give a word once and blanks after it. The lines of
 * words are left blank and the joined one stands in place of the lowest, so that rows keep their numbers.
 */
export function withJoinedHeaders(rows: readonly Cell[][]): Cell[][] {
  const lines = rows.slice();
  for (let row = 1; row < lines.length; row += 1) {
    const line = joined(lines[row - 1] ?? [], lines[row] ?? []);
    if (!line) continue;
    lines[row - 1] = [];
    lines[row] = line;
  }
  return lines;
}

/** A cell with the word above it, and which of the two lines tell what it means. */
interface Joined {
  text: Cell;
  from: 'upper' | 'lower' | 'both' | 'neither';
}

/**
 * The two lines as one, or null where the lower is no line of headers under the upper: neither has
 * figures in it, and a word of the upper is needed to know what stands below it, or they take turns.
 */
function joined(upper: readonly Cell[], lower: readonly Cell[]): Cell[] | null {
  if (upper.some(isFigure) || lower.some(isFigure) || lower.every(isBlank)) return null;
  const width = Math.max(upper.length, lower.length);
  let word: Cell = null;
  const columns = Array.from({ length: width }, (_, column): Joined => {
    const above = upper[column] ?? null;
    const below = lower[column] ?? null;
    if (isBlank(below)) word = null;
    else if (!isBlank(above)) word = above;
    if (isBlank(below)) return { text: above, from: 'upper' };
    return isBlank(word) ? { text: below, from: 'lower' } : under(word, below, isBlank(above));
  });
  const tells = (from: Joined['from']) =>
    columns.some((one) => one.from === from && known(one.text));
  if (!tells('both') && !(tells('upper') && tells('lower'))) return null;
  return columns.map(({ text }) => text);
}

/**
 * 「阅读」 above 「人数」, 「人数」 above 「阅读」, 「阅读数据」 above 「人数（人）」. Where the two make nothing known, the
 * lower stands if it means something by itself; otherwise both, which nothing knows, for a reader.
 */
function under(word: Cell, below: Cell, isBeside: boolean): Joined {
  for (const upper of spellings(word)) {
    for (const lower of spellings(below)) {
      const text = [`${upper}${lower}`, `${lower}${upper}`].find(known);
      if (text !== undefined) return { text, from: 'both' };
    }
  }
  return isApart(below, word, isBeside)
    ? { text: below, from: 'lower' }
    : { text: `${word}${below}`, from: 'neither' };
}

/**
 * Known by itself, and under a word that means nothing else; or beside it, where a group of figures was
 * merged over more than its own columns, or not at all.
 */
function isApart(below: Cell, word: Cell, isBeside: boolean): boolean {
  const own = meaningOf(below)?.field;
  const other = meaningOf(word)?.field;
  if (own === undefined || other === undefined || own === other) return own !== undefined;
  return isBeside && isMetric(other);
}

/** As it is, without a unit in brackets, and without what only says that it is a group of figures. */
function spellings(cell: Cell): string[] {
  const text = plainText(cell);
  const plain = text.replace(/\s*[([【].{1,2}[)\]】]$/, '');
  return [text, plain, plain.replace(/(数据|情况|统计|指标|数|量)$/, '')];
}

const meaningOf = (cell: Cell) => headers.get(normaliseHeader(cell ?? ''));
const known = (cell: Cell): boolean => meaningOf(cell) !== undefined;
const isBlank = (cell: Cell): boolean => normaliseHeader(cell ?? '') === '';

/** What stands in rows of data and never among headers: numbers, dashes, shares and days. */
function isFigure(cell: Cell): boolean {
  if (typeof cell === 'number') return true;
  const text = plainText(cell);
  if (text === '') return false;
  const { note } = readCount(text);
  return note !== 'unreadable' || readRate(text) !== null || readDay(text) !== null;
}
