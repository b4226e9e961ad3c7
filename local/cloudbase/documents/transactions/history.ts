import type { Collection } from '../storage/collection';
import type { Row } from '../storage/rows';

interface Past {
  version: number;
  /** the row as it was before this version; undefined when there was none */
  before: Row | undefined;
}

/**
 * What documents were before they changed, kept as long as a transaction looks back at them. Versions
 * count commits; a reader at version 7 sees what commit 8 and later found.
 */
export class History {
  private readonly pasts = new Map<Collection, Map<string, Past[]>>();
  private readonly readers = new Set<object>();
  private pending: (() => void)[] = [];
  version = 0;

  /** Whether anyone looks back at what documents were. */
  get isRead(): boolean {
    return this.readers.size > 0;
  }

  /** Holds the present for a reader until it is released. */
  hold(reader: object): number {
    this.readers.add(reader);
    return this.version;
  }

  release(reader: object): void {
    this.readers.delete(reader);
    if (!this.isRead) this.pasts.clear();
  }

  /** Runs a commit and remembers what it recorded, if it succeeds. */
  commit<Result>(writes: () => Result): Result {
    this.pending = [];
    const result = writes();
    this.version += 1;
    for (const remember of this.pending) remember();
    this.pending = [];
    return result;
  }

  /** Tells, within a commit, what a document was before it. */
  record(collection: Collection, key: string, before: Row | undefined): void {
    if (!this.isRead) return;
    this.pending.push(() => {
      const ofCollection = this.pasts.get(collection) ?? new Map<string, Past[]>();
      this.pasts.set(collection, ofCollection);
      const pasts = ofCollection.get(key) ?? [];
      ofCollection.set(key, pasts);
      pasts.push({ version: this.version, before });
    });
  }

  hasChangedSince(collection: Collection, key: string, version: number): boolean {
    return this.firstSince(collection, key, version) !== undefined;
  }

  /** What a version found of a document that has changed since; undefined when it has not. */
  firstSince(collection: Collection, key: string, version: number): Past | undefined {
    return this.pasts
      .get(collection)
      ?.get(key)
      ?.find((past) => past.version > version);
  }

  /** The documents that have changed since a version, as they were then. */
  *changedSince(
    collection: Collection,
    version: number,
  ): Generator<[key: string, before: Row | undefined]> {
    for (const key of this.pasts.get(collection)?.keys() ?? []) {
      const first = this.firstSince(collection, key, version);
      if (first) yield [key, first.before];
    }
  }
}
