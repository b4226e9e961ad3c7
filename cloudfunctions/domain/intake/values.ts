import type { Cell } from '../../../typings/intake';
import { plainText } from './text';

/** How a cell was read: `floor` and `rounded` are figures that the cell itself cuts short. */
export interface CountReading {
  value: number | null;
  note: 'exact' | 'floor' | 'rounded' | 'unreadable';
}

const TEN_THOUSAND = 10_000;
const blanks = new Set(['', '-', '--', '—', '——', '–', '/', 'n/a', '暂无']);
const unreadable: CountReading = { value: null, note: 'unreadable' };

function count(value: number, note: CountReading['note']): CountReading {
  return Number.isSafeInteger(value) && value >= 0 ? { value, note } : unreadable;
}

/**
 * A count from a cell: a whole number from 0 up, as a number or as text with or without thousands
 * commas. A blank or a dash is unknown: null. `10万+`, also written `100,000+` or `10万以上`, is
 * 100001, one more than the floor it names, which is how public indices count it; `1.2万` is 12000,
 * rounded.
 */
export function readCount(cell: Cell | undefined): CountReading {
  if (typeof cell === 'number') return count(cell, 'exact');
  const text = plainText(cell).toLowerCase();
  if (blanks.has(text)) return { value: null, note: 'exact' };
  const shortened = /^(\d{1,6}(?:\.\d+)?|\d{1,3}(?:,\d{3})+)\s*([万w]?)\s*(\+|以上)?$/.exec(text);
  if (shortened && (shortened[2] || shortened[3])) {
    const number = Number(shortened[1]?.replaceAll(',', ''));
    const floor = Math.round(number * (shortened[2] ? TEN_THOUSAND : 1));
    return shortened[3] ? count(floor + 1, 'floor') : count(floor, 'rounded');
  }
  const isNumber = /^(\d+|\d{1,3}(,\d{3})+)(\.0+)?$/.test(text);
  return isNumber ? count(Number(text.replaceAll(',', '')), 'exact') : unreadable;
}

/**
 * A rate from 0 to 1 from `0.4019`, `40.2%` or `40.2`: what is over 1 is read as a percentage.
 * Null for a blank, a dash and whatever is no rate.
 */
export function readRate(cell: Cell | undefined): number | null {
  const text = plainText(cell);
  const match = /^(\d+(?:\.\d+)?(?:e-?\d+)?)(%?)$/i.exec(text);
  if (!match) return null;
  const number = Number(match[1]);
  const rate = match[2] || number > 1 ? number / 100 : number;
  return rate <= 1 ? rate : null;
}
