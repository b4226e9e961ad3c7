import type { Cell } from '../../../typings/intake';
import type { Day } from '../../../typings/vocabulary';
import { plainText } from './text';

const MS_PER_DAY = 86_400_000;
/** Excel's serial 25569 is 1970-01-01. */
const EXCEL_EPOCH = 25_569;
/** Official accounts began in 2012; what is dated before, or a century on, is a slip. */
const years = { first: 2012, last: 2099 };

const written = /^(\d{4})([-/.年])(\d{1,2})[-/.月](\d{1,2})日?(?:[ t]\d{1,2}:\d{2}(?::\d{2})?)?$/i;
const compact = /^(\d{4})(\d{2})(\d{2})$/;
const serial = /^\d{5}(\.\d+)?$/;

function dayFrom(year: number, month: number, date: number): Day | null {
  if (year < years.first || year > years.last) return null;
  const day = new Date(Date.UTC(year, month - 1, date));
  return day.getUTCMonth() === month - 1 ? day.toISOString().slice(0, 10) : null;
}

/**
 * A day from any form the exports and their re-saved copies use: 20260809, 2026-08-09, 2026/8/9,
 * 2026.08.09, 2026年08月09日, with a time of day or not, or Excel's serial number. All of them are
 * Asia/Shanghai days already. Null for a blank and for a date that does not exist.
 */
export function readDay(cell: Cell | undefined): Day | null {
  const text = plainText(cell);
  const inWords = written.exec(text);
  if (inWords) return dayFrom(Number(inWords[1]), Number(inWords[3]), Number(inWords[4]));
  const inDigits = compact.exec(text);
  if (inDigits) return dayFrom(Number(inDigits[1]), Number(inDigits[2]), Number(inDigits[3]));
  if (!serial.test(text)) return null;
  const date = new Date((Math.floor(Number(text)) - EXCEL_EPOCH) * MS_PER_DAY);
  return dayFrom(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}

const span =
  /(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)\s*(?:-|~|—|–|至|到)+\s*(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)/;

/** The span that a title names, as in 「数据趋势概况 2026.08.01-2026.08.31」; null when none. */
export function readSpan(cell: Cell | undefined): { from: Day; to: Day } | null {
  const match = span.exec(plainText(cell));
  if (!match) return null;
  const [from, to] = [readDay(match[1] ?? null), readDay(match[2] ?? null)];
  return from && to && from <= to ? { from, to } : null;
}

/** Whole days from one day to another. */
export function daysFrom(earlier: Day, later: Day): number {
  return Math.round((Date.parse(later) - Date.parse(earlier)) / MS_PER_DAY);
}
