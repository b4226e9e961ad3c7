import { type Document, ObjectId, Opaque, Regex, type Value } from './types';

/** Where each type stands in MongoDB's order of comparison; a missing field stands with null. */
export const ranks = {
  minKey: 1,
  emptyArray: 5,
  null: 10,
  number: 20,
  string: 30,
  object: 40,
  array: 50,
  binary: 60,
  objectId: 70,
  boolean: 80,
  date: 90,
  timestamp: 100,
  regex: 110,
  code: 115,
  maxKey: 127,
} as const;

const opaqueRanks: Record<string, number> = {
  $minKey: ranks.minKey,
  $numberLong: ranks.number,
  $numberDecimal: ranks.number,
  $symbol: ranks.string,
  $binary: ranks.binary,
  $timestamp: ranks.timestamp,
  $code: ranks.code,
  $maxKey: ranks.maxKey,
};

export function rankOf(value: Value | undefined): number {
  if (value === undefined || value === null) return ranks.null;
  if (typeof value === 'number') return ranks.number;
  if (typeof value === 'string') return ranks.string;
  if (typeof value === 'boolean') return ranks.boolean;
  if (Array.isArray(value)) return ranks.array;
  if (value instanceof Date) return ranks.date;
  if (value instanceof ObjectId) return ranks.objectId;
  if (value instanceof Regex) return ranks.regex;
  if (value instanceof Opaque) return opaqueRanks[value.type] ?? ranks.code;
  return ranks.object;
}

/** MongoDB's total order over values: first by type, then by value. */
export function compare(left: Value | undefined, right: Value | undefined): number {
  const rank = rankOf(left);
  const difference = rank - rankOf(right);
  if (difference !== 0) return difference;
  if (typeof left === 'number' && typeof right === 'number') return compareNumbers(left, right);
  if (typeof left === 'string' && typeof right === 'string') return compareStrings(left, right);
  if (rank === ranks.null) return 0;
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime();
  if (typeof left === 'boolean') return Number(left) - Number(right);
  if (left instanceof ObjectId && right instanceof ObjectId)
    return compareStrings(left.hex, right.hex);
  if (Array.isArray(left) && Array.isArray(right)) return compareArrays(left, right);
  if (left instanceof Regex && right instanceof Regex) {
    return (
      compareStrings(left.pattern, right.pattern) || compareStrings(left.options, right.options)
    );
  }
  if (rank === ranks.number) return compareNumbers(numeric(left), numeric(right));
  if (left instanceof Opaque || right instanceof Opaque)
    return compareStrings(opaqueText(left), opaqueText(right));
  return compareDocuments(left as Document, right as Document);
}

/** Equality of stored values: an object's fields must stand in the same order, as in MongoDB. */
export function equal(left: Value | undefined, right: Value | undefined): boolean {
  return left === right || compare(left, right) === 0;
}

/** NaN stands before every other number, and equals itself. */
export function compareNumbers(left: number, right: number): number {
  if (left < right) return -1;
  if (left > right) return 1;
  if (left === right) return 0;
  return Number(!Number.isNaN(left)) - Number(!Number.isNaN(right));
}

/** By code point, which is the order of the UTF-8 bytes; JavaScript's `<` orders by UTF-16 unit. */
export function compareStrings(left: string, right: string): number {
  if (left === right) return 0;
  const shorter = Math.min(left.length, right.length);
  for (let index = 0; index < shorter; index++) {
    const a = left.charCodeAt(index);
    const b = right.charCodeAt(index);
    if (a === b) continue;
    const surrogates = Number(isSurrogate(a)) - Number(isSurrogate(b));
    return surrogates === 0 ? a - b : surrogates;
  }
  return left.length - right.length;
}

export function numeric(value: Value | undefined): number {
  if (typeof value === 'number') return value;
  if (value instanceof Opaque) {
    const { payload } = value;
    return typeof payload === 'string' ? Number(payload) : Number.NaN;
  }
  return Number.NaN;
}

export function opaqueText(value: Value | undefined): string {
  if (value instanceof Opaque)
    return value.type === '$symbol' ? String(value.payload) : JSON.stringify(value.payload);
  return String(value);
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function compareArrays(left: Value[], right: Value[]): number {
  const shorter = Math.min(left.length, right.length);
  for (let index = 0; index < shorter; index++) {
    const difference = compare(left[index], right[index]);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function compareDocuments(left: Document, right: Document): number {
  const names = Object.keys(left);
  const others = Object.keys(right);
  const shorter = Math.min(names.length, others.length);
  for (let index = 0; index < shorter; index++) {
    const name = names[index] ?? '';
    const other = others[index] ?? '';
    const difference =
      rankOf(left[name]) - rankOf(right[other]) ||
      compareStrings(name, other) ||
      compare(left[name], right[other]);
    if (difference !== 0) return difference;
  }
  return names.length - others.length;
}
