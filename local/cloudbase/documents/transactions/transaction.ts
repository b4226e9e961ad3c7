import { ServiceError } from '../../service-error';
import { duplicateKey, transactionConflict } from '../errors';
import type { Collection } from '../storage/collection';
import type { Connection } from '../storage/connection';
import { find, inSortOrder, PreparedFind } from '../storage/find';
import { type Draft, idKeyOf, Row } from '../storage/rows';
import { print } from '../values/ejson';
import type { Document } from '../values/types';
import type { History } from './history';
import type { Holder, Locks } from './locks';
import { insertEach, keyText, type Session } from './session';

/** A document that a transaction has written: as the file holds it, and as it is to be. */
interface Written {
  /** undefined when the file has none; nobody else changes it while the transaction is open */
  before: Row | undefined;
  /** undefined when it was removed */
  row: Row | undefined;
}

/**
 * Reads a snapshot, taken when it starts, with its own writes upon it. Its writes wait in memory
 * and reach the file together. Of two that write the same document the second is refused.
 */
export class Transaction implements Session, Holder {
  readonly ended: Promise<void>;
  private end: () => void = () => {};
  private readonly snapshot: number;
  private nextSeq = Number.MAX_SAFE_INTEGER - 1_000_000_000;
  private readonly writes = new Map<Collection, Map<string, Written>>();

  constructor(
    readonly startedAt: number,
    private readonly connection: Connection,
    private readonly history: History,
    private readonly locks: Locks,
  ) {
    this.snapshot = history.hold(this);
    this.ended = new Promise((resolve) => {
      this.end = resolve;
    });
  }

  find(collection: Collection, request: PreparedFind): Iterable<Row> {
    if (request.idKey) return this.findOne(collection, request, request.idKey);
    const patches = this.patches(collection);
    if (patches.size === 0) return find(collection, request);
    return this.findPatched(collection, request, patches);
  }

  insert(collection: Collection, { document, body }: Draft): void {
    const key = this.lock(collection, document);
    const own = this.writes.get(collection)?.get(key);
    const there = own ? own.row : collection.find(idKeyOf(document));
    if (there)
      throw duplicateKey(collection.name, '_id_', `{ _id: ${print(document._id ?? null)} }`);
    this.requireUnique(collection, key, document);
    this.nextSeq += 1;
    this.keep(collection, key, undefined, new Row(this.nextSeq, body, document));
  }

  insertAll(collection: Collection, drafts: Draft[]): ServiceError | undefined {
    return insertEach(this, collection, drafts);
  }

  replace(collection: Collection, row: Row, { document, body }: Draft): void {
    const key = this.lock(collection, document);
    this.requireUnique(collection, key, document);
    this.keep(collection, key, row, new Row(row.seq, body, document));
  }

  remove(collection: Collection, row: Row): void {
    this.keep(collection, this.lock(collection, row.document), row, undefined);
  }

  write<Result>(writes: () => Result): Result {
    return writes();
  }

  /** @throws ServiceError DATABASE_TRANSACTION_CONFLICT when a unique key was taken meanwhile */
  commit(): void {
    if (this.writes.size === 0) return;
    try {
      this.history.commit(() => this.connection.write(() => this.applyWrites()));
    } catch (error) {
      throw error instanceof ServiceError ? transactionConflict() : error;
    }
  }

  /** Lets go of the snapshot and the documents written, after a commit or instead of one. */
  close(): void {
    this.history.release(this);
    this.locks.release(this);
    this.end();
  }

  /**
   * All that changes is taken out first, so that a unique key can pass from one document to another;
   * what stood goes back to its place before what is new is given one.
   */
  private applyWrites(): void {
    const added: [Collection, Row[]][] = [];
    for (const [collection, written] of this.writes) {
      for (const [key, { before }] of written) {
        this.history.record(collection, key, before);
        if (before) collection.remove(before);
      }
    }
    for (const [collection, written] of this.writes) {
      const fresh: Row[] = [];
      for (const { before, row } of written.values()) {
        if (row && before) collection.insert(row, before.seq);
        else if (row) fresh.push(row);
      }
      added.push([collection, fresh]);
    }
    for (const [collection, fresh] of added) collection.insertAll(fresh);
  }

  /** @throws ServiceError DATABASE_TRANSACTION_CONFLICT */
  private lock(collection: Collection, document: Document): string {
    const key = keyText(idKeyOf(document));
    const holder = this.locks.holderOf(collection, key);
    if (holder && holder !== this) throw transactionConflict();
    if (this.history.hasChangedSince(collection, key, this.snapshot)) throw transactionConflict();
    this.locks.take(collection, key, this);
    return key;
  }

  /** `standing` is what the write found, in the file or as this transaction had left it. */
  private keep(
    collection: Collection,
    key: string,
    standing: Row | undefined,
    row: Row | undefined,
  ): void {
    const written = this.writes.get(collection) ?? new Map<string, Written>();
    this.writes.set(collection, written);
    const own = written.get(key);
    written.set(key, { before: own ? own.before : standing, row });
  }

  /** What most requests of a transaction ask for: it costs the same however much was written. */
  private *findOne(
    collection: Collection,
    { skip, limit }: PreparedFind,
    idKey: Buffer,
  ): Generator<Row> {
    if (skip > 0 || limit === 0) return;
    const key = keyText(idKey);
    const own = this.writes.get(collection)?.get(key);
    const past = own ? undefined : this.history.firstSince(collection, key, this.snapshot);
    const row = own ? own.row : past ? past.before : collection.find(idKey);
    if (row) yield row;
  }

  /** Documents that differ from what the file holds: by others' later commits, and by own writes. */
  private patches(collection: Collection): Map<string, Row | undefined> {
    const patches = new Map(this.history.changedSince(collection, this.snapshot));
    for (const [key, { row }] of this.writes.get(collection) ?? []) patches.set(key, row);
    return patches;
  }

  private *findPatched(
    collection: Collection,
    request: PreparedFind,
    patches: Map<string, Row | undefined>,
  ): Generator<Row> {
    const rows = [...this.unpatched(collection, request, patches)];
    for (const row of patches.values()) if (row && request.matches(row.document)) rows.push(row);
    yield* inSortOrder(rows, request);
  }

  private *unpatched(
    collection: Collection,
    request: PreparedFind,
    patches: Map<string, Row | undefined>,
  ): Generator<Row> {
    for (const row of find(
      collection,
      new PreparedFind({ ...request.asked, sort: [], skip: 0, limit: undefined }),
    )) {
      if (!patches.has(keyText(idKeyOf(row.document)))) yield row;
    }
  }

  /** @throws ServiceError DATABASE_DUPLICATE_WRITE when another document of this transaction's view has a unique key */
  private requireUnique(collection: Collection, key: string, document: Document): void {
    const unique = collection.indexes.filter((index) => index.unique);
    if (unique.length === 0) return;
    const patches = this.patches(collection);
    for (const index of unique) {
      for (const own of index.keysOf(document)) {
        const inFile = collection.findByKey(index, own);
        const taken =
          inFile &&
          keyText(idKeyOf(inFile.document)) !== key &&
          !patches.has(keyText(idKeyOf(inFile.document)));
        const inPatches = [...patches].some(
          ([other, row]) =>
            other !== key && row && index.keysOf(row.document).some((one) => one.equals(own)),
        );
        if (taken || inPatches) throw index.duplicate(document);
      }
    }
  }
}
