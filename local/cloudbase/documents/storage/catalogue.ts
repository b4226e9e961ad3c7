import { collectionExists, collectionMissing, invalid } from '../errors';
import type { SortField } from '../values/sort';
import { Collection } from './collection';
import { Connection } from './connection';
import { fillIndexes } from './fill-indexes';
import { Index, type IndexDeclaration } from './indexes';

/** The layout of the file; raise it with every change that an older file does not fit. */
const format = 2;

const nameForm = /^[^\s$\0"'`;]{1,128}$/;

/** The collections of a file and their indexes. */
export class Catalogue {
  readonly connection: Connection;
  private readonly collections = new Map<string, Collection>();

  /** Opens a file, makes the collections and indexes that are declared, and drops indexes that no longer are. */
  constructor(file: string, declarations: readonly IndexDeclaration[], durable = true) {
    this.connection = new Connection(file, durable);
    try {
      this.connection.write(() => this.load(file, declarations));
    } catch (error) {
      this.connection.close();
      throw error;
    }
  }

  /** @throws ServiceError DATABASE_COLLECTION_NOT_EXIST */
  require(name: unknown): Collection {
    if (typeof name !== 'string' || name === '') throw invalid('collectionName must be a string');
    const collection = this.collections.get(name);
    if (!collection) throw collectionMissing(name);
    return collection;
  }

  find(name: string): Collection | undefined {
    return this.collections.get(name);
  }

  /** @throws ServiceError DATABASE_COLLECTION_ALREADY_EXIST, or INVALID_PARAM for what is no name */
  create(name: unknown): void {
    if (typeof name !== 'string' || !nameForm.test(name))
      throw invalid('collectionName is not a valid name');
    if (this.collections.has(name)) throw collectionExists(name);
    this.connection.write(() => {
      const id = this.connection.run('INSERT INTO collections (name) VALUES (?)', name);
      new Collection(this.connection, id, name, []).createTable();
      this.open(id, name);
    });
  }

  close(): void {
    this.connection.close();
  }

  private load(file: string, declarations: readonly IndexDeclaration[]): void {
    requireFormat(this.connection, file);
    this.connection.execute(`
      CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
      CREATE TABLE IF NOT EXISTS indexes (
        id INTEGER PRIMARY KEY, collection TEXT NOT NULL, name TEXT NOT NULL, declaration TEXT NOT NULL,
        multikey INTEGER NOT NULL, UNIQUE (collection, name))`);
    for (const [id, name] of this.connection.all('SELECT id, name FROM collections'))
      this.open(Number(id), String(name));
    for (const { collection } of declarations)
      if (!this.collections.has(collection)) this.create(collection);
    this.settleIndexes(declarations);
  }

  private open(id: number, name: string): void {
    this.collections.set(name, new Collection(this.connection, id, name, []));
  }

  private settleIndexes(declarations: readonly IndexDeclaration[]): void {
    const wanted = new Map(declarations.map((one) => [`${one.collection}\0${nameOf(one)}`, one]));
    const rows = this.connection.all(
      'SELECT id, collection, name, declaration, multikey FROM indexes',
    );
    for (const [id, collection, name, stored, multikey] of rows) {
      const declaration = wanted.get(`${collection}\0${name}`);
      if (declaration && describe(declaration) === stored) {
        wanted.delete(`${collection}\0${name}`);
        this.attach(Number(id), declaration, Number(multikey));
      } else {
        this.connection.execute(`DROP TABLE keys_${Number(id)}`);
        this.connection.run('DELETE FROM indexes WHERE id = ?', Number(id));
      }
    }
    const made = [...wanted.values()].map((declaration) => this.make(declaration));
    for (const collection of this.collections.values()) {
      const indexes = made.filter((index) => index.collection === collection.name);
      if (indexes.length > 0) fillIndexes(this.connection, indexes, collection.scan());
    }
  }

  private make(declaration: IndexDeclaration): Index {
    const { collection } = declaration;
    const sql = 'INSERT INTO indexes (collection, name, declaration, multikey) VALUES (?, ?, ?, 0)';
    const id = this.connection.run(sql, collection, nameOf(declaration), describe(declaration));
    const index = this.attach(id, declaration, 0);
    index.createTable();
    return index;
  }

  private attach(id: number, declaration: IndexDeclaration, arrays: number): Index {
    const { collection, fields, unique = false } = declaration;
    if (fields.length === 0)
      throw invalid(`index ${nameOf(declaration)} of ${collection} has no fields`);
    const index = new Index(
      this.connection,
      id,
      collection,
      nameOf(declaration),
      fields,
      unique,
      arrays,
    );
    this.require(collection).indexes.push(index);
    return index;
  }
}

/** @throws Error for a file that something else, or another version of this, has made */
function requireFormat(connection: Connection, file: string): void {
  const [version] = connection.get('PRAGMA user_version') ?? [];
  const [tables] = connection.get('SELECT count(*) FROM sqlite_schema') ?? [];
  if (version !== format && tables !== 0) {
    throw new Error(`${file} is not in the format of this version: move it away to start afresh`);
  }
  connection.execute(`PRAGMA user_version = ${format}`);
}

function nameOf({ name, fields }: IndexDeclaration): string {
  return name ?? fields.map(({ field, direction }) => `${field}_${direction}`).join('_');
}

function describe({ fields, unique = false }: IndexDeclaration): string {
  const plain: SortField[] = fields.map(({ field, direction }) => ({ field, direction }));
  return JSON.stringify({ fields: plain, unique });
}
