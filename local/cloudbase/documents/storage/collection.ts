import { duplicateKey } from '../errors';
import { print } from '../values/ejson';
import type { Connection } from './connection';
import { type Index, isConstraint, type KeyTable } from './indexes';
import { type Draft, idKeyOf, Row } from './rows';
import { SortedKeys } from './sorted-keys';

/** A stretch of keys, `from` included and `to` left out. */
export interface KeyRange {
  from: Buffer;
  to: Buffer;
}

/** A range with the bytes that all of its keys begin with: what follows them is in the sort's order. */
export interface PlannedRange extends KeyRange {
  prefix: number;
}

interface Page {
  backward: boolean;
  skip: number;
  limit: number;
}

export interface Walk extends Page {
  range: KeyRange;
  /** -1 for no limit */
  limit: number;
}

const noKeys = Buffer.alloc(0);
/** Fewer documents are written one by one. */
const worthSorting = 20;

/** One collection: a table of documents and the key tables of its indexes, kept in step. */
export class Collection {
  readonly table: string;
  readonly byId: KeyTable;
  /** made once: a text that is made anew is looked up the slower */
  private readonly sql: Record<'find' | 'insert' | 'update' | 'delete', string>;

  constructor(
    private readonly connection: Connection,
    readonly id: number,
    readonly name: string,
    readonly indexes: Index[],
  ) {
    this.table = `documents_${id}`;
    this.byId = {
      table: this.table,
      column: 'id',
      fields: [{ field: '_id', direction: 1 }],
      multikey: false,
      mayHoldArrays: () => false,
    };
    this.sql = {
      find: `SELECT seq, body FROM ${this.table} WHERE id = ?`,
      insert: `INSERT INTO ${this.table} (seq, id, body) VALUES (?, ?, ?)`,
      update: `UPDATE ${this.table} SET body = ? WHERE seq = ?`,
      delete: `DELETE FROM ${this.table} WHERE seq = ?`,
    };
  }

  createTable(): void {
    this.connection.execute(
      `CREATE TABLE ${this.table} (seq INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, body TEXT NOT NULL)`,
    );
  }

  find(idKey: Buffer): Row | undefined {
    const row = this.connection.get(this.sql.find, idKey);
    return row && toRow(row);
  }

  /** The first document that has a key. */
  findByKey(keys: KeyTable, key: Buffer): Row | undefined {
    const row = this.connection.get(
      `${this.walkSql(keys, false, 'SELECT d.seq, d.body')}`,
      key,
      after(key),
      1,
      0,
    );
    return row && toRow(row);
  }

  /** Every document in the order of insertion. */
  *scan(): Generator<Row> {
    const sql = `SELECT seq, body FROM ${this.table} WHERE seq > ? ORDER BY seq`;
    for (const row of this.connection.iterate(sql, [-1], [Number.MAX_SAFE_INTEGER]))
      yield toRow(row);
  }

  page(skip: number, limit: number): Row[] {
    return this.connection
      .all(`SELECT seq, body FROM ${this.table} ORDER BY seq LIMIT ? OFFSET ?`, limit, skip)
      .map(toRow);
  }

  /** Documents in the order of their keys, of equal ones in the order of insertion. */
  *walk(keys: KeyTable, { range, backward, skip, limit }: Walk): Generator<Row> {
    const sql = this.walkSql(keys, backward, 'SELECT d.seq, d.body');
    const parameters = [range.from, range.to, limit, skip];
    for (const row of this.connection.iterate(sql, parameters, [noKeys, noKeys, 0, 0]))
      yield toRow(row);
  }

  /** Like {@link walk}, all at once: one row of SQL carries the texts of a page. */
  texts(keys: KeyTable, { range, backward, skip, limit }: Walk): string[] {
    const sql = `SELECT json_group_array(body) FROM (${this.walkSql(keys, backward, 'SELECT d.body')})`;
    const [texts] = this.connection.get(sql, range.from, range.to, limit, skip) ?? [];
    return typeof texts === 'string' ? JSON.parse(texts) : [];
  }

  /**
   * Documents of several ranges in the order of what follows their prefixes, of equal ones in the order
   * of insertion: of each range no more keys are read than the answer may take.
   */
  merge(keys: KeyTable, ranges: readonly PlannedRange[], { backward, skip, limit }: Page): Row[] {
    const { table, column } = keys;
    const way = backward ? ' DESC' : '';
    const one = `SELECT * FROM (SELECT substr(${column}, ?) AS rest, seq FROM ${table}
      WHERE ${column} >= ? AND ${column} < ? ORDER BY ${column}${way}, seq LIMIT ?)`;
    const sql = `SELECT d.seq, d.body FROM (
        ${ranges.map(() => one).join(' UNION ALL ')} ORDER BY rest${way}, seq LIMIT ? OFFSET ?
      ) AS found CROSS JOIN ${this.table} AS d ON d.seq = found.seq`;
    const parameters = ranges.flatMap(({ prefix, from, to }) => [
      prefix + 1,
      from,
      to,
      skip + limit,
    ]);
    return this.connection.all(sql, ...parameters, limit, skip).map(toRow);
  }

  count(): number {
    return numberIn(this.connection.get(`SELECT count(*) FROM ${this.table}`));
  }

  countKeys({ table, column }: KeyTable, range: KeyRange): number {
    const sql = `SELECT count(*) FROM ${table} WHERE ${column} >= ? AND ${column} < ?`;
    return numberIn(this.connection.get(sql, range.from, range.to));
  }

  /** Counts keys, but not beyond `most`: enough to tell a narrow range from a wide one. */
  countUpTo({ table, column }: KeyTable, range: KeyRange, most: number): number {
    const sql = `SELECT count(*) FROM (SELECT 1 FROM ${table} WHERE ${column} >= ? AND ${column} < ? LIMIT ?)`;
    return numberIn(this.connection.get(sql, range.from, range.to, most));
  }

  /**
   * Adds a document, last in the order of insertion or in a `place` of it that is free.
   * @throws ServiceError DATABASE_DUPLICATE_WRITE when the `_id` or a unique key is taken
   */
  insert(draft: Draft, place?: number): void {
    const insert = () => {
      const seq = this.insertRow(draft, place);
      for (const index of this.indexes) index.add(seq, draft.document);
    };
    // Without unique keys nothing can be refused once the row stands, so there is nothing to take back.
    if (this.indexes.some(({ unique }) => unique)) this.connection.attempt(insert);
    else this.connection.write(insert);
  }

  /**
   * Adds documents, last in the order of insertion. Keys of many are written in their order.
   * @throws ServiceError DATABASE_DUPLICATE_WRITE when an `_id` or a unique key is taken
   */
  insertAll(drafts: readonly Draft[]): void {
    this.connection.write(() => {
      if (drafts.length < worthSorting) {
        for (const draft of drafts) this.insert(draft);
        return;
      }
      const keys = new SortedKeys(this.indexes);
      for (const draft of drafts) keys.add(this.insertRow(draft, undefined), draft.document);
      keys.write();
    });
  }

  /** @throws ServiceError DATABASE_DUPLICATE_WRITE when a unique key is taken */
  replace(row: Row, { document, body }: Draft): void {
    this.connection.write(() => {
      this.connection.run(this.sql.update, body, row.seq);
      for (const index of this.indexes) index.move(row.seq, row.document, document);
    });
  }

  remove(row: Row): void {
    this.connection.write(() => {
      for (const index of this.indexes) index.remove(row.seq, row.document);
      this.connection.run(this.sql.delete, row.seq);
    });
  }

  private insertRow({ document, body }: Draft, place: number | undefined): number {
    try {
      return this.connection.run(this.sql.insert, place ?? null, idKeyOf(document), body);
    } catch (error) {
      if (!isConstraint(error)) throw error;
      throw duplicateKey(this.name, '_id_', `{ _id: ${print(document._id ?? null)} }`);
    }
  }

  /** The inner LIMIT, even -1, keeps SQLite from flattening the query and losing its order. */
  private walkSql({ table, column }: KeyTable, backward: boolean, select: string): string {
    return `${select} FROM (
      SELECT seq FROM ${table} WHERE ${column} >= ? AND ${column} < ?
      ORDER BY ${column}${backward ? ' DESC' : ''}, seq LIMIT ? OFFSET ?
    ) AS found CROSS JOIN ${this.table} AS d ON d.seq = found.seq`;
  }
}

/** The least key greater than a key. */
function after(key: Buffer): Buffer {
  return Buffer.concat([key, Buffer.from([0])]);
}

function toRow([seq, body]: unknown[]): Row {
  return new Row(Number(seq), String(body));
}

function numberIn(row: unknown[] | undefined): number {
  return Number(row?.[0] ?? 0);
}
