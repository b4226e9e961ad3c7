import { refused } from '../errors';
import { ObjectId, typeName, type Value } from '../values/types';
import { formatDate, isoFormat, parseDate } from './date-text';
import { type Operators, unary, unaryOfAny } from './operator';

/** A value as a text, where it has one. @throws ServiceError for arrays, objects and the like */
export function textOf(value: Value): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return formatDate(value, isoFormat, 'UTC');
  if (value instanceof ObjectId) return value.hex;
  throw refused(`can't convert from BSON type ${typeName(value)} to String`);
}

function toNumber(name: string, value: Value): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof Date) return value.getTime();
  if (typeof value === 'string' && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value))
    return Number(value);
  throw refused(`${name} cannot convert a ${typeName(value)}`);
}

function toWhole(name: string, value: Value): number {
  const number = toNumber(name, value);
  if (typeof value === 'string' && !Number.isInteger(number))
    throw refused(`${name} cannot convert '${value}'`);
  if (!Number.isFinite(number)) throw refused(`${name} cannot convert ${number}`);
  return Math.trunc(number);
}

function toDate(value: Value): Value {
  if (value instanceof Date) return value;
  if (typeof value === 'number') return new Date(Math.trunc(value));
  if (value instanceof ObjectId) return new Date(Number.parseInt(value.hex.slice(0, 8), 16) * 1000);
  if (typeof value === 'string') return parseDate(value, undefined, 'UTC');
  throw refused(`$toDate cannot convert a ${typeName(value)}`);
}

function toObjectId(value: Value): Value {
  if (value instanceof ObjectId) return value;
  if (typeof value === 'string' && /^[0-9a-f]{24}$/i.test(value))
    return new ObjectId(value.toLowerCase());
  throw refused(
    `$toObjectId cannot convert ${typeof value === 'string' ? `'${value}'` : `a ${typeName(value)}`}`,
  );
}

export const conversions: Operators = {
  $isNumber: unaryOfAny((value) => typeof value === 'number'),
  $toBool: unary((value) => value !== false && value !== 0),
  $toDate: unary(toDate),
  $toDouble: unary((value) => toNumber('$toDouble', value)),
  $toInt: unary((value) => toWhole('$toInt', value)),
  $toLong: unary((value) => toWhole('$toLong', value)),
  $toObjectId: unary(toObjectId),
  $toString: unary(textOf),
  $type: unaryOfAny((value) => typeName(value)),
};
