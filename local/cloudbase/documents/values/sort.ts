import { emptyArrayKey, encodeKey, invert } from './keys';
import { emptyArray, indexedValues } from './paths';
import type { Document, Value } from './types';

export interface SortField {
  field: string;
  direction: 1 | -1;
}

/**
 * Where a document stands in a sort, as bytes. Of an array its least element counts going up and
 * its greatest going down, as in MongoDB.
 */
export function sortKey(document: Document, fields: readonly SortField[]): Buffer {
  const keys = fields.map(({ field, direction }) => {
    const [first, ...others] = indexedValues(document, field).map(keyOf);
    let chosen = first ?? keyOf(undefined);
    for (const key of others) if (Buffer.compare(key, chosen) * direction < 0) chosen = key;
    return direction === 1 ? chosen : invert(chosen);
  });
  return keys.length === 1 && keys[0] ? keys[0] : Buffer.concat(keys);
}

export function keyOf(value: Value | undefined | typeof emptyArray): Buffer {
  return value === emptyArray ? emptyArrayKey : encodeKey(value);
}

/**
 * The first `count` items of a sort, ties in the order they came. Holds twice as many at most, so
 * that the top of a large collection does not need the collection.
 */
export class TopSorter<Item> {
  private entries: { key: Buffer; item: Item }[] = [];

  constructor(private readonly count: number) {}

  add(key: Buffer, item: Item): void {
    this.entries.push({ key, item });
    if (this.entries.length > this.count * 2 + 1000) this.trim();
  }

  finish(): Item[] {
    this.trim();
    return this.entries.map(({ item }) => item);
  }

  private trim(): void {
    this.entries.sort((left, right) => Buffer.compare(left.key, right.key));
    if (this.entries.length > this.count) this.entries.length = this.count;
  }
}
