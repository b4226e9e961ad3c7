import { EJSON, ObjectId } from 'bson';
import { ServiceError } from '../service-error';

export type Value = unknown;
export type Fields = Record<string, Value>;

const deepest = 100;

/**
 * Reads a string of EJSON into plain values: numbers, strings, booleans, null, `Date`, `RegExp`,
 * `ObjectId`, arrays and objects. Server dates become dates, `now` being handed in.
 * @throws ServiceError INVALID_PARAM for what is no EJSON, nests too deep or names `__proto__`
 */
export function decode(text: unknown, now: number): Value {
  if (typeof text !== 'string')
    throw new ServiceError('INVALID_PARAM', 'expected a string of EJSON');
  let parsed: unknown;
  try {
    parsed = EJSON.parse(text);
  } catch (error) {
    throw new ServiceError('INVALID_PARAM', `not EJSON: ${messageOf(error)}`);
  }
  return plain(parsed, now, 0);
}

/** Like {@link decode}, for what must be an object. */
export function decodeObject(text: unknown, now: number): Fields {
  const value = decode(text, now);
  if (!isObject(value)) throw new ServiceError('INVALID_PARAM', 'expected an object');
  return value;
}

/** Writes a document as the service answers it: dates as ISO strings, ids as `$oid`. */
export function encode(value: Value): string {
  return EJSON.stringify(value, { relaxed: true });
}

export function isObject(value: Value): value is Fields {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** A copy that shares nothing that an update may change. */
export function copy<T>(value: T): T {
  if (Array.isArray(value)) return value.map(copy) as T;
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copy(item)])) as T;
}

function plain(value: unknown, now: number, depth: number): Value {
  if (depth > deepest)
    throw new ServiceError('INVALID_PARAM', `nested deeper than ${deepest} levels`);
  if (Array.isArray(value)) return value.map((item) => plain(item, now, depth + 1));
  if (typeof value === 'bigint') return Number(value);
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof Date || value instanceof RegExp || value instanceof ObjectId) return value;
  if ('_bsontype' in value) return fromBson(value as { _bsontype: string; valueOf(): unknown });
  const fields = value as Fields;
  const serverDate = fields.$tcb_server_date;
  if (isObject(serverDate)) return new Date(now + Number(serverDate.offset ?? 0));
  const result: Fields = {};
  for (const [key, item] of Object.entries(fields)) {
    if (key === '__proto__')
      throw new ServiceError('INVALID_PARAM', 'a field cannot be named __proto__');
    result[key] = plain(item, now, depth + 1);
  }
  return result;
}

/** BSON's own classes that have a plain counterpart; the others are kept as they are. */
function fromBson(value: { _bsontype: string; valueOf(): unknown }): Value {
  if (value._bsontype === 'BSONRegExp') {
    const { pattern, options } = value as unknown as { pattern: string; options: string };
    return new RegExp(pattern, options.replace(/[^gimsuy]/g, ''));
  }
  if (['Int32', 'Double', 'Long'].includes(value._bsontype)) return Number(value.valueOf());
  return value;
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
