import Database from 'libsql';
import { ServiceError } from '../service-error';
import { sortKey } from './order';
import { crossesArray, valueAt } from './paths';
import { decodeObject, encode, type Fields } from './values';

export interface IndexDeclaration {
  collection: string;
  name?: string;
  fields: { field: string; direction: 1 | -1 }[];
  unique?: boolean;
}

export interface Row {
  id: string;
  doc: string;
  version: number;
}

/** A field that some index of the collection names, kept in a column of its own. */
export interface KeyColumn {
  field: string;
  column: string;
  /** some document has an array or an object here, so one column cannot stand for it */
  multikey: boolean;
}

export interface Collection {
  name: string;
  table: string;
  columns: KeyColumn[];
}

export type Connection = InstanceType<typeof Database>;
/** Bound by position; libsql's types know no statement of varying length. */
export type Statement = Omit<
  ReturnType<Connection['prepare']>,
  'run' | 'get' | 'all' | 'iterate'
> & {
  run(...values: unknown[]): { changes: number };
  get(...values: unknown[]): unknown;
  all(...values: unknown[]): unknown[];
  iterate(...values: unknown[]): Iterable<unknown>;
};

const namePattern = /^[A-Za-z0-9_\-.\u4e00-\u9fff]{1,128}$/;

/** Opens a file in WAL mode; a commit has reached the disk when it returns. */
export function connect(file: string): Connection {
  const connection = new Database(file);
  connection.exec('PRAGMA journal_mode = WAL');
  connection.exec('PRAGMA synchronous = FULL');
  connection.exec('PRAGMA busy_timeout = 5000');
  connection.exec('PRAGMA cache_size = -65536');
  return connection;
}

/**
 * The collections of one database: a table each, with the document as text, a column for every
 * indexed field that holds its sort key, and ordinary SQL indexes on those columns.
 */
export class Collections {
  private readonly known = new Map<string, Collection>();
  private readonly statements = new Map<string, Statement>();

  constructor(
    readonly connection: Connection,
    private readonly declared: IndexDeclaration[],
  ) {
    connection.exec(`CREATE TABLE IF NOT EXISTS collections (
      name TEXT PRIMARY KEY, tableName TEXT NOT NULL, columns TEXT NOT NULL)`);
    const rows = connection.prepare('SELECT name, tableName, columns FROM collections').all() as {
      name: string;
      tableName: string;
      columns: string;
    }[];
    for (const { name, tableName, columns } of rows) {
      this.known.set(name, { name, table: tableName, columns: JSON.parse(columns) });
    }
    for (const collection of this.known.values()) this.index(collection);
    for (const { collection } of declared) if (!this.known.has(collection)) this.create(collection);
  }

  create(name: string): void {
    if (!namePattern.test(name)) {
      throw new ServiceError('INVALID_PARAM', `'${name}' is no collection name`);
    }
    if (this.known.has(name)) {
      throw new ServiceError(
        'DATABASE_COLLECTION_ALREADY_EXIST',
        `collection ${name} already exists`,
      );
    }
    const table = `c${this.known.size + 1}`;
    this.connection.exec(`CREATE TABLE ${table} (
      position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, doc TEXT NOT NULL, version INTEGER NOT NULL)`);
    this.connection
      .prepare('INSERT INTO collections (name, tableName, columns) VALUES (?, ?, ?)')
      .run(name, table, '[]');
    const collection: Collection = { name, table, columns: [] };
    this.known.set(name, collection);
    this.index(collection);
  }

  /** @throws ServiceError DATABASE_COLLECTION_NOT_EXIST */
  get(name: unknown): Collection {
    const collection = typeof name === 'string' ? this.known.get(name) : undefined;
    if (!collection) {
      throw new ServiceError(
        'DATABASE_COLLECTION_NOT_EXIST',
        `collection ${String(name)} does not exist`,
      );
    }
    return collection;
  }

  /** A prepared statement, kept: preparing costs more than running. */
  prepare(sql: string): Statement {
    const kept = this.statements.get(sql);
    if (kept) return kept;
    const statement: Statement = this.connection.prepare(sql);
    if (this.statements.size > 500) this.statements.clear();
    this.statements.set(sql, statement);
    return statement;
  }

  find(collection: Collection, id: string): Row | undefined {
    return this.prepare(`SELECT id, doc, version FROM ${collection.table} WHERE id = ?`).get(id) as
      | Row
      | undefined;
  }

  insert(collection: Collection, id: string, document: Fields, version: number): void {
    const { columns, table } = collection;
    const names = ['id', 'doc', 'version', ...columns.map(({ column }) => column)];
    const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`;
    this.writing(() =>
      this.prepare(sql).run(id, encode(document), version, ...this.keys(collection, document)),
    );
  }

  replace(collection: Collection, id: string, document: Fields, version: number): void {
    const { columns, table } = collection;
    const names = ['doc', 'version', ...columns.map(({ column }) => column)];
    const sql = `UPDATE ${table} SET ${names.map((name) => `${name} = ?`).join(', ')} WHERE id = ?`;
    this.writing(() =>
      this.prepare(sql).run(encode(document), version, ...this.keys(collection, document), id),
    );
  }

  remove(collection: Collection, id: string): void {
    this.prepare(`DELETE FROM ${collection.table} WHERE id = ?`).run(id);
  }

  private writing(write: () => void): void {
    try {
      write();
    } catch (error) {
      const { code, message } = error as { code?: string; message: string };
      if (code?.startsWith('SQLITE_CONSTRAINT') || /UNIQUE constraint/.test(message)) {
        throw new ServiceError(
          'DATABASE_REQUEST_FAILED',
          `E11000 duplicate key error: ${message.replace(/^.*failed: /, '')}`,
        );
      }
      throw error;
    }
  }

  private keys(collection: Collection, document: Fields): (string | null)[] {
    return collection.columns.map((column) => {
      const key = sortKey(valueAt(document, column.field));
      if (!column.multikey && (key === null || crossesArray(document, column.field))) {
        column.multikey = true;
        this.remember(collection);
      }
      return key;
    });
  }

  private index(collection: Collection): void {
    const declared = this.declared.filter((index) => index.collection === collection.name);
    const fields = new Set(declared.flatMap((index) => index.fields.map(({ field }) => field)));
    fields.delete('_id');
    const added = [...fields].filter(
      (field) => !collection.columns.some((one) => one.field === field),
    );
    for (const field of added) {
      const column = `k${collection.columns.length}`;
      this.connection.exec(`ALTER TABLE ${collection.table} ADD COLUMN ${column} TEXT`);
      collection.columns.push({ field, column, multikey: false });
    }
    if (added.length > 0) {
      this.remember(collection);
      this.fill(collection);
    }
    for (const index of declared) this.createIndex(collection, index);
  }

  private createIndex(collection: Collection, index: IndexDeclaration): void {
    const columns = index.fields.map(({ field, direction }) => {
      const column = collection.columns.find((one) => one.field === field)?.column ?? 'id';
      return `${column} ${direction === -1 ? 'DESC' : 'ASC'}`;
    });
    const name = `${collection.table}_${index.fields
      .map(({ field, direction }) => `${field}_${direction}`)
      .join('_')}`.replace(/[^A-Za-z0-9_]/g, '_');
    this.connection.exec(
      `CREATE ${index.unique ? 'UNIQUE ' : ''}INDEX IF NOT EXISTS ${name} ON ${collection.table} (${columns.join(', ')})`,
    );
  }

  private fill(collection: Collection): void {
    const rows = this.connection.prepare(`SELECT id, doc FROM ${collection.table}`).all() as Row[];
    const names = collection.columns.map(({ column }) => `${column} = ?`).join(', ');
    const update: Statement = this.connection.prepare(
      `UPDATE ${collection.table} SET ${names} WHERE id = ?`,
    );
    for (const { id, doc } of rows) update.run(...this.keys(collection, decodeObject(doc, 0)), id);
  }

  private remember(collection: Collection): void {
    this.connection
      .prepare('UPDATE collections SET columns = ? WHERE name = ?')
      .run(JSON.stringify(collection.columns), collection.name);
  }
}
