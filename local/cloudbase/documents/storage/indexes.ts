import { duplicateKey } from '../errors';
import { print } from '../values/ejson';
import { invert } from '../values/keys';
import { indexedValues, meetsArray, reach } from '../values/paths';
import { keyOf, type SortField } from '../values/sort';
import type { Document } from '../values/types';
import type { Connection } from './connection';

export interface IndexDeclaration {
  collection: string;
  name?: string;
  fields: SortField[];
  unique?: boolean;
}

/** Where keys stand in SQL: a table, and its column of keys. Rows order by key, then by insertion. */
export interface KeyTable {
  table: string;
  column: string;
  fields: readonly SortField[];
  /** some document has several keys, by an array on one of the paths */
  multikey: boolean;
  /** whether an array may have been met on the path at a place of `fields` */
  mayHoldArrays(place: number): boolean;
}

/** A key of a document, and the document's row. */
export interface Entry {
  key: Buffer;
  seq: number;
}

const entriesPerStatement = 100;

/** Stored by versions that noted an array, but not on which path. */
const onSomePath = 1;
const onPath = (place: number): number => 2 << place;

/** A declared index: a table of keys as bytes, one row for each key of each document. */
export class Index implements KeyTable {
  readonly table: string;
  readonly column = 'k';
  private readonly sql: Record<'insert' | 'delete', string>;

  constructor(
    private readonly connection: Connection,
    readonly id: number,
    readonly collection: string,
    readonly name: string,
    readonly fields: readonly SortField[],
    readonly unique: boolean,
    /** bits that tell on which paths arrays were met */
    private arrays: number,
  ) {
    this.table = `keys_${id}`;
    this.sql = {
      insert: `INSERT INTO ${this.table} (k, seq) VALUES (?, ?)`,
      delete: `DELETE FROM ${this.table} WHERE k = ? AND seq = ?`,
    };
  }

  get multikey(): boolean {
    return this.arrays !== 0;
  }

  mayHoldArrays(place: number): boolean {
    return (this.arrays & (onSomePath | onPath(place))) !== 0;
  }

  createTable(): void {
    const key = this.unique ? 'k' : 'k, seq';
    this.connection.execute(
      `CREATE TABLE ${this.table} (k BLOB NOT NULL, seq INTEGER NOT NULL, PRIMARY KEY (${key})) WITHOUT ROWID`,
    );
  }

  /**
   * The keys of a document: the product of what its paths reach, each combination once. `known` keeps
   * what a path was found to reach for other indexes of the same document.
   */
  keysOf(document: Document, known = new Map<string, Buffer[]>()): Buffer[] {
    let keys: Buffer[][] = [[]];
    for (const { field, direction } of this.fields) {
      const reached = known.get(field) ?? indexedValues(document, field).map(keyOf);
      known.set(field, reached);
      const parts = direction === 1 ? reached : reached.map(invert);
      const [part] = parts;
      if (parts.length === 1 && part) for (const key of keys) key.push(part);
      else keys = keys.flatMap((key) => parts.map((one) => [...key, one]));
    }
    const joined = keys.map((key) => (key.length === 1 && key[0] ? key[0] : Buffer.concat(key)));
    return joined.length === 1 ? joined : distinct(joined);
  }

  /** @throws ServiceError DATABASE_DUPLICATE_WRITE when the index is unique and another document has a key */
  add(seq: number, document: Document): void {
    this.noteArrays(document);
    for (const key of this.keysOf(document)) this.insert(key, seq, document);
  }

  /** Adds keys that are known to be free, many to a statement; quickest in their order. */
  addFree(entries: readonly Entry[]): void {
    for (let start = 0; start < entries.length; ) {
      const count = entries.length - start < entriesPerStatement ? 1 : entriesPerStatement;
      const some = entries.slice(start, start + count);
      const values = Array(count).fill('(?, ?)').join(', ');
      const parameters = some.flatMap(({ key, seq }) => [key, seq]);
      this.connection.run(`INSERT INTO ${this.table} (k, seq) VALUES ${values}`, ...parameters);
      start += count;
    }
  }

  remove(seq: number, document: Document): void {
    for (const key of this.keysOf(document)) this.delete(key, seq);
  }

  /** Moves a document's keys, touching only those that change. */
  move(seq: number, before: Document, after: Document): void {
    if (this.fields.every(({ field }) => reachesTheSame(before, after, field))) return;
    this.noteArrays(after);
    const old = this.keysOf(before);
    const kept = this.keysOf(after);
    for (const key of old) if (!kept.some((other) => other.equals(key))) this.delete(key, seq);
    for (const key of kept)
      if (!old.some((other) => other.equals(key))) this.insert(key, seq, after);
  }

  duplicate(document: Document): Error {
    const fields = this.fields.map(({ field }) => {
      const [value] = indexedValues(document, field);
      return `${field}: ${value === undefined || typeof value === 'symbol' ? 'null' : print(value)}`;
    });
    return duplicateKey(this.collection, this.name, `{ ${fields.join(', ')} }`);
  }

  private insert(key: Buffer, seq: number, document: Document): void {
    try {
      this.connection.run(this.sql.insert, key, seq);
    } catch (error) {
      throw isConstraint(error) ? this.duplicate(document) : error;
    }
  }

  private delete(key: Buffer, seq: number): void {
    this.connection.run(this.sql.delete, key, seq);
  }

  noteArrays(document: Document): void {
    const arrays = this.fields.reduce(
      (met, { field }, place) =>
        met & onPath(place) || !meetsArray(document, field) ? met : met | onPath(place),
      this.arrays,
    );
    if (arrays === this.arrays) return;
    this.arrays = arrays;
    this.connection.run('UPDATE indexes SET multikey = ? WHERE id = ?', arrays, this.id);
  }
}

/** True when a path reaches the very same values in both, so that their keys need no comparing. */
function reachesTheSame(before: Document, after: Document, path: string): boolean {
  const [old, kept] = [reach(before, path), reach(after, path)];
  return old.length === kept.length && old.every((value, index) => value === kept[index]);
}

export function isConstraint(error: unknown): boolean {
  return error instanceof Error && /constraint/i.test(error.message);
}

function distinct(keys: Buffer[]): Buffer[] {
  const found = new Map(keys.map((key) => [key.toString('latin1'), key]));
  return [...found.values()];
}
