import { ObjectId } from 'bson';
import { isObject, type Value } from './values';

/** BSON's order of types: a value of a lower rank sorts before every value of a higher one. */
const ranks = {
  null: 1,
  number: 2,
  string: 3,
  object: 4,
  array: 5,
  binary: 6,
  id: 7,
  boolean: 8,
  date: 9,
  regex: 11,
};

/** @see https://www.mongodb.com/docs/manual/reference/bson-type-comparison-order/ */
export function typeRank(value: Value): number {
  if (value === null || value === undefined) return ranks.null;
  if (typeof value === 'number') return ranks.number;
  if (typeof value === 'string') return ranks.string;
  if (typeof value === 'boolean') return ranks.boolean;
  if (Array.isArray(value)) return ranks.array;
  if (value instanceof Date) return ranks.date;
  if (value instanceof ObjectId) return ranks.id;
  if (value instanceof RegExp) return ranks.regex;
  return isObject(value) ? ranks.object : ranks.binary;
}

/** Compares as the service sorts: by type first, then by value; objects field by field. */
export function compareValues(a: Value, b: Value): number {
  const byType = typeRank(a) - typeRank(b);
  if (byType !== 0) return byType;
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b);
  if (isObject(a) && isObject(b))
    return compareLists(Object.entries(a).flat(), Object.entries(b).flat());
  if (typeof a === 'string' && typeof b === 'string') return compareText(a, b);
  const [left, right] = [scalar(a), scalar(b)];
  if (left === right || (Number.isNaN(left) && Number.isNaN(right))) return 0;
  if (Number.isNaN(left)) return -1;
  if (Number.isNaN(right)) return 1;
  return left < right ? -1 : 1;
}

/** Equality as the service sees it: the same type and value, object fields in the same order. */
export function sameValue(a: Value, b: Value): boolean {
  return compareValues(a, b) === 0;
}

/**
 * A text whose byte order is the order of {@link compareValues} among scalars, so that an ordinary
 * SQL index sorts as the service does. Null for what has no such text: arrays and objects.
 */
export function sortKey(value: Value): string | null {
  const rank = typeRank(value);
  const prefix = String.fromCharCode(64 + rank);
  if (rank === ranks.null) return prefix;
  if (typeof value === 'string') return prefix + value;
  if (typeof value === 'boolean') return prefix + (value ? '1' : '0');
  if (typeof value === 'number') return prefix + sortableNumber(value);
  if (value instanceof Date) return prefix + sortableNumber(value.getTime());
  if (value instanceof ObjectId) return prefix + value.toHexString();
  return null;
}

/** Strings by their UTF-8 bytes, which is the order of code points. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const [left, right] = [[...a], [...b]];
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (left[index]?.codePointAt(0) ?? 0) - (right[index]?.codePointAt(0) ?? 0);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function compareLists(a: Value[], b: Value[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const order = compareValues(a[index], b[index]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

function scalar(value: Value): number | string {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.getTime();
  if (value instanceof ObjectId) return value.toHexString();
  return String(value ?? '');
}

const cell = new DataView(new ArrayBuffer(8));

/** Sixteen hexadecimal digits that sort as IEEE doubles do; NaN before all, -0 as 0. */
function sortableNumber(value: number): string {
  if (Number.isNaN(value)) return '';
  cell.setFloat64(0, value === 0 ? 0 : value);
  const bits = cell.getBigUint64(0);
  const sortable = value < 0 ? ~bits & 0xffffffffffffffffn : bits | 0x8000000000000000n;
  return sortable.toString(16).padStart(16, '0');
}
