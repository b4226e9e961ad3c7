import { numeric, opaqueText, rankOf, ranks } from './compare';
import { type Document, ObjectId, Opaque, Regex, type Value } from './types';

/**
 * A value as bytes whose order (`memcmp`, SQLite's order of BLOBs) is the order of {@link compare}.
 * Every encoding ends itself, so that keys of several fields can stand one after another.
 */
export function encodeKey(value: Value | undefined): Buffer {
  const parts: Buffer[] = [];
  write(value, parts);
  return parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts);
}

/** Turns the order round, for a descending field. */
export function invert(key: Buffer): Buffer {
  const inverted = Buffer.allocUnsafe(key.length);
  for (let index = 0; index < key.length; index++) inverted[index] = ~(key[index] ?? 0) & 0xff;
  return inverted;
}

/** The least key that is greater than every key starting with these bytes; undefined when there is none. */
export function successor(prefix: Buffer): Buffer | undefined {
  for (let index = prefix.length - 1; index >= 0; index--) {
    const byte = prefix[index] ?? 0;
    if (byte === 0xff) continue;
    const next = Buffer.from(prefix.subarray(0, index + 1));
    next[index] = byte + 1;
    return next;
  }
  return undefined;
}

/** The key of an array with nothing in it, which sorts before null. */
export const emptyArrayKey = Buffer.from([ranks.emptyArray]);

const end = Buffer.from([0]);
const stringEnd = Buffer.from([0, 0]);

function write(value: Value | undefined, parts: Buffer[]): void {
  const rank = rankOf(value);
  if (typeof value === 'number') parts.push(numberKey(rank, value));
  else if (typeof value === 'string') parts.push(stringKey(rank, value));
  else if (rank === ranks.null) parts.push(Buffer.from([rank]));
  else if (typeof value === 'boolean') parts.push(Buffer.from([rank, Number(value)]));
  else if (value instanceof Date) parts.push(numberKey(rank, value.getTime()));
  else if (value instanceof ObjectId)
    parts.push(Buffer.from([rank]), Buffer.from(value.hex, 'hex'));
  else if (value instanceof Regex) {
    parts.push(Buffer.from([rank]), text(value.pattern), stringEnd, text(value.options), stringEnd);
  } else if (rank === ranks.number) parts.push(numberKey(rank, numeric(value)));
  else if (value instanceof Opaque)
    parts.push(Buffer.from([rank]), text(opaqueText(value)), stringEnd);
  else if (Array.isArray(value)) {
    parts.push(Buffer.from([rank]));
    for (const item of value) write(item, parts);
    parts.push(end);
  } else writeDocument(rank, value as Document, parts);
}

/** A field counts by its type first, then by its name, then by its value. */
function writeDocument(rank: number, document: Document, parts: Buffer[]): void {
  parts.push(Buffer.from([rank]));
  for (const name of Object.keys(document)) {
    const value = document[name];
    parts.push(Buffer.from([rankOf(value)]), text(name), stringEnd);
    write(value, parts);
  }
  parts.push(end);
}

function stringKey(rank: number, value: string): Buffer {
  if (value.includes('\0')) return Buffer.concat([Buffer.from([rank]), text(value), stringEnd]);
  const length = Buffer.byteLength(value);
  const key = Buffer.allocUnsafe(length + 3);
  key[0] = rank;
  key.write(value, 1);
  key[length + 1] = 0;
  key[length + 2] = 0;
  return key;
}

function numberKey(rank: number, value: number): Buffer {
  const key = Buffer.alloc(9);
  key[0] = rank;
  if (Number.isNaN(value)) return key;
  key.writeDoubleBE(value === 0 ? 0 : value, 1);
  if (((key[1] ?? 0) & 0x80) === 0) {
    key[1] = (key[1] ?? 0) | 0x80;
    return key;
  }
  for (let index = 1; index < 9; index++) key[index] = ~(key[index] ?? 0) & 0xff;
  return key;
}

/** UTF-8 with a letter after every zero byte, so that 00 00 can end a string. */
function text(value: string): Buffer {
  const bytes = Buffer.from(value, 'utf8');
  if (!bytes.includes(0)) return bytes;
  return Buffer.from(value.split('\0').join('\0\u00ff'), 'utf8');
}
