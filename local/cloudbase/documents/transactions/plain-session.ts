import type { Collection } from '../storage/collection';
import type { Connection } from '../storage/connection';
import { find, type PreparedFind } from '../storage/find';
import { type Draft, idKeyOf, type Row } from '../storage/rows';
import type { Document } from '../values/types';
import type { History } from './history';
import type { Locks } from './locks';
import { keyText, type Session } from './session';

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
    this.claim(collection, draft.document, undefined);
    collection.insert(draft);
  }

  replace(collection: Collection, row: Row, draft: Draft): void {
    this.claim(collection, row.document, row);
    collection.replace(row, draft);
  }

  remove(collection: Collection, row: Row): void {
    this.claim(collection, row.document, row);
    collection.remove(row);
  }

  write<Result>(writes: () => Result): Result {
    return this.history.commit(() => this.connection.write(writes));
  }

  /** @throws Held when a transaction has written the document and is still open */
  private claim(collection: Collection, document: Document, before: Row | undefined): void {
    if (!this.locks.areHeld && !this.history.isRead) return;
    const key = keyText(idKeyOf(document));
    this.locks.requireFree(collection, key);
    this.history.record(collection, key, before);
  }
}
