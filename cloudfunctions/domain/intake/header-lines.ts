import type { Cell } from '../../../typings/intake';
import { headers } from './headers.data';
import { normaliseHeader } from './text';

/** What stands under a word that several columns share. */
const parts = new Set(['人数', '次数', '人', '次', '条数', '条']);

/**
 * Headers written in two lines, 「阅读」 over 「人数」 and 「次数」, as one: the upper line's cells are
 * merged over those below them, so that the files give a word once and blanks after it. The line of
 * words is left blank and the joined one stands in place of the lower, so that rows keep their numbers.
 */
export function withJoinedHeaders(rows: readonly Cell[][]): Cell[][] {
  return rows.map((cells, row) => {
    const below = joined(cells, rows[row + 1] ?? []);
    if (below) return [];
    return joined(rows[row - 1] ?? [], cells) ?? cells;
  });
}

/** The two lines as one, or null where the lower is no line of headers under the upper. */
function joined(upper: readonly Cell[], lower: readonly Cell[]): Cell[] | null {
  if (lower.some((cell) => typeof cell === 'number') || !lower.some(isPart)) return null;
  let word: Cell = null;
  const line = Array.from({ length: Math.max(upper.length, lower.length) }, (_, column): Cell => {
    const above = upper[column] ?? null;
    const below = lower[column] ?? null;
    word = isPart(below) && isBlank(above) ? word : above;
    if (isBlank(below)) return above;
    return isPart(below) || !known(below) ? `${wordOf(word, below)}${below}` : below;
  });
  const names = line.filter((cell, column) => isPart(lower[column]) && known(cell));
  return names.length > 0 ? line : null;
}

const isBlank = (cell: Cell): boolean => normaliseHeader(cell ?? '') === '';
const isPart = (cell: Cell | undefined): boolean => parts.has(normaliseHeader(cell ?? ''));
const known = (cell: Cell): boolean => headers.has(normaliseHeader(cell ?? ''));

/** 「阅读」 of 「阅读量」 where only so the two make a known header. */
function wordOf(word: Cell, below: Cell): string {
  const text = word === null ? '' : String(word);
  const short = text.trim().replace(/[数量]$/, '');
  return !known(`${text}${below}`) && known(`${short}${below}`) ? short : text;
}
