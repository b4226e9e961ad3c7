import type { Collection } from '../storage/collection';

/** An open transaction as those see it who wait for it. */
export interface Holder {
  readonly ended: Promise<void>;
}

/** Thrown when a plain write meets a document that an open transaction has written. */
export class Held extends Error {
  constructor(readonly holder: Holder) {
    super('the document is held by an open transaction');
  }
}

/** Which open transaction has written which document. */
export class Locks {
  private readonly holders = new Map<Collection, Map<string, Holder>>();

  /** Whether any document is held at all. */
  get areHeld(): boolean {
    return this.holders.size > 0;
  }

  holderOf(collection: Collection, key: string): Holder | undefined {
    return this.holders.get(collection)?.get(key);
  }

  take(collection: Collection, key: string, holder: Holder): void {
    const ofCollection = this.holders.get(collection) ?? new Map<string, Holder>();
    this.holders.set(collection, ofCollection);
    ofCollection.set(key, holder);
  }

  /** @throws Held */
  requireFree(collection: Collection, key: string): void {
    const holder = this.holderOf(collection, key);
    if (holder) throw new Held(holder);
  }

  release(holder: Holder): void {
    for (const [collection, ofCollection] of this.holders) {
      for (const [key, one] of ofCollection) if (one === holder) ofCollection.delete(key);
      if (ofCollection.size === 0) this.holders.delete(collection);
    }
  }
}
