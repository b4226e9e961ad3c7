import type { Document } from '../values/types';
import type { Entry, Index } from './indexes';

/**
 * Gathers the keys of some documents and writes them in their order, which is quicker than document by
 * document. Those of unique indexes are written at once.
 */
export class SortedKeys {
  private readonly unique: readonly Index[];
  private readonly gathered: { index: Index; entries: Entry[] }[];

  constructor(indexes: readonly Index[]) {
    this.unique = indexes.filter(({ unique }) => unique);
    this.gathered = indexes
      .filter(({ unique }) => !unique)
      .map((index) => ({ index, entries: [] }));
  }

  /** @throws ServiceError DATABASE_DUPLICATE_WRITE when a unique key is taken */
  add(seq: number, document: Document): void {
    const known = new Map<string, Buffer[]>();
    for (const index of this.unique) index.add(seq, document);
    for (const { index, entries } of this.gathered) {
      index.noteArrays(document);
      for (const key of index.keysOf(document, known)) entries.push({ key, seq });
    }
  }

  write(): void {
    for (const { index, entries } of this.gathered)
      index.addFree(entries.sort((left, right) => Buffer.compare(left.key, right.key)));
  }
}
