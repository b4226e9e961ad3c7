import { ObjectId, Opaque, Regex, type Value } from './types';

/** How many bytes a value takes as BSON, which is what the service's limit counts. */
export function bsonSize(value: Value): number {
  if (value === null) return 0;
  if (typeof value === 'boolean') return 1;
  if (typeof value === 'number') return value === (value | 0) ? 4 : 8;
  if (typeof value === 'string') return Buffer.byteLength(value) + 5;
  if (value instanceof Date) return 8;
  if (value instanceof ObjectId) return 12;
  if (value instanceof Regex) return Buffer.byteLength(value.pattern) + value.options.length + 2;
  if (value instanceof Opaque) return Buffer.byteLength(JSON.stringify(value.payload));
  let size = 5;
  for (const [name, field] of Object.entries(value))
    size += Buffer.byteLength(name) + 2 + bsonSize(field);
  return size;
}
