import { ServiceError } from '../../service-error';
import type { Collection } from '../storage/collection';
import type { Connection } from '../storage/connection';
import { find, type PreparedFind } from '../storage/find';
import { type Draft, idKeyOf, type Row } from '../storage/rows';
import type { Document } from '../values/types';
import type { History } from './history';
import type { Locks } from './locks';
import { insertEach, keyText, type Session } from './session';

/** Requests outside of transactions: each is durable when it is answered. */
export class PlainSession implements Session {
  constructor(
    private readonly connection: Connection,
    private readonly history: History,
    private readonly locks: Locks,
  ) {}

  find(collection: Collection, request: PreparedFind): Iterable<Row> {
    return find(collection, request);
  }

  insert(collection: Collection, draft: Draft): void {
    const key = this.claim(collection, draft.document);
    collection.insert(draft);
    this.record(collection, key, undefined);
  }

  insertAll(collection: Collection, drafts: Draft[]): ServiceError | undefined {
    const keys = drafts.map(({ document }) => this.claim(collection, document));
    try {
      this.connection.attempt(() => collection.insertAll(drafts));
    } catch (error) {
      if (error instanceof ServiceError) return insertEach(this, collection, drafts);
      throw error;
    }
    for (const key of keys) this.record(collection, key, undefined);
    return undefined;
  }

  replace(collection: Collection, row: Row, draft: Draft): void {
    const key = this.claim(collection, row.document);
    collection.replace(row, draft);
    this.record(collection, key, row);
  }

  remove(collection: Collection, row: Row): void {
    const key = this.claim(collection, row.document);
    collection.remove(row);
    this.record(collection, key, row);
  }

  write<Result>(writes: () => Result): Result {
    return this.history.commit(() => this.connection.write(writes));
  }

  /**
   * Answers the key to record the write under; none when no transaction is open.
   * @throws Held when a transaction has written the document and is still open
   */
  private claim(collection: Collection, document: Document): string | undefined {
    if (!this.locks.areHeld && !this.history.isRead) return undefined;
    const key = keyText(idKeyOf(document));
    this.locks.requireFree(collection, key);
    return key;
  }

  private record(collection: Collection, key: string | undefined, before: Row | undefined): void {
    if (key !== undefined) this.history.record(collection, key, before);
  }
}
