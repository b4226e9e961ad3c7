import { randomUUID } from 'node:crypto';
import { ServiceError } from '../service-error';
import {
  type Collection,
  type Collections,
  type Connection,
  connect,
  type Row,
} from './collections';
import type { View } from './reading';
import type { Fields } from './values';

interface Transaction {
  id: string;
  /** sees the database as it was when the transaction started */
  snapshot: Connection;
  written: Map<string, Map<string, Fields | null>>;
  touchedAt: number;
}

const idleLimit = 30_000;
const conflict = () =>
  new ServiceError('DATABASE_TRANSACTION_CONFLICT', 'another write reached the document first');

/**
 * Snapshot isolation: a transaction reads what stood when it started, with its own writes laid over.
 * The first to write a document holds it; who comes second conflicts at once.
 */
export class Transactions {
  private readonly open = new Map<string, Transaction>();
  private readonly held = new Map<string, string>();

  constructor(
    private readonly file: string,
    private readonly collections: Collections,
    private readonly clock: () => number,
  ) {}

  start(): string {
    const snapshot = connect(this.file);
    snapshot.exec('BEGIN');
    snapshot.prepare('SELECT count(*) FROM collections').get();
    const id = randomUUID();
    this.open.set(id, { id, snapshot, written: new Map(), touchedAt: this.clock() });
    return id;
  }

  view(id: string, collection: Collection): View {
    const transaction = this.get(id);
    return {
      connection: transaction.snapshot,
      written: transaction.written.get(collection.name) ?? new Map(),
    };
  }

  /** Keeps a write until the commit; null removes. */
  write(id: string, collection: Collection, key: string, document: Fields | null): void {
    const transaction = this.get(id);
    const holder = this.held.get(lockOf(collection, key));
    if (holder !== undefined && holder !== id) this.fail(transaction);
    const now = this.collections.find(collection, key)?.version;
    const then = this.versionAtStart(transaction, collection, key);
    if (now !== then) this.fail(transaction);
    this.held.set(lockOf(collection, key), id);
    const written = transaction.written.get(collection.name) ?? new Map();
    transaction.written.set(collection.name, written.set(key, document));
  }

  /** Hands every write to `apply`, which puts them down together. */
  commit(
    id: string,
    apply: (writes: { collection: Collection; key: string; document: Fields | null }[]) => void,
  ): void {
    const transaction = this.get(id);
    const writes = [...transaction.written].flatMap(([name, documents]) =>
      [...documents].map(([key, document]) => ({
        collection: this.collections.get(name),
        key,
        document,
      })),
    );
    try {
      apply(writes);
    } finally {
      this.end(transaction);
    }
  }

  abort(id: string): void {
    this.end(this.get(id));
  }

  /** The transaction that holds a document, for writes outside of it to wait upon. */
  holds(collection: Collection, key: string): boolean {
    this.expire();
    return this.held.has(lockOf(collection, key));
  }

  close(): void {
    for (const transaction of [...this.open.values()]) this.end(transaction);
  }

  private versionAtStart(
    transaction: Transaction,
    collection: Collection,
    key: string,
  ): number | undefined {
    const sql = `SELECT id, doc, version FROM ${collection.table} WHERE id = ?`;
    return (transaction.snapshot.prepare(sql).get(key) as Row | undefined)?.version;
  }

  private get(id: string): Transaction {
    this.expire();
    const transaction = this.open.get(id);
    if (!transaction) {
      throw new ServiceError(
        'DATABASE_TRANSACTION_NOT_EXIST',
        'the transaction has ended or never was',
      );
    }
    transaction.touchedAt = this.clock();
    return transaction;
  }

  private fail(transaction: Transaction): never {
    this.end(transaction);
    throw conflict();
  }

  private expire(): void {
    for (const transaction of this.open.values()) {
      if (this.clock() - transaction.touchedAt > idleLimit) this.end(transaction);
    }
  }

  private end(transaction: Transaction): void {
    this.open.delete(transaction.id);
    for (const [lock, holder] of this.held) if (holder === transaction.id) this.held.delete(lock);
    transaction.snapshot.exec('ROLLBACK');
    transaction.snapshot.close();
  }
}

function lockOf(collection: Collection, key: string): string {
  return `${collection.name}\u0000${key}`;
}
