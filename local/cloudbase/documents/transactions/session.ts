import { ServiceError } from '../../service-error';
import type { Collection } from '../storage/collection';
import type { PreparedFind } from '../storage/find';
import type { Draft, Row } from '../storage/rows';

/** How requests read and write: each for itself, or within a transaction. */
export interface Session {
  find(collection: Collection, request: PreparedFind): Iterable<Row>;
  /** @throws ServiceError DATABASE_DUPLICATE_WRITE */
  insert(collection: Collection, draft: Draft): void;
  /** Inserts documents up to the first that is refused; answers with the refusal. */
  insertAll(collection: Collection, drafts: Draft[]): ServiceError | undefined;
  /** @throws ServiceError DATABASE_DUPLICATE_WRITE */
  replace(collection: Collection, row: Row, draft: Draft): void;
  remove(collection: Collection, row: Row): void;
  /** Runs writes as one. */
  write<Result>(writes: () => Result): Result;
}

/** The name under which a document is locked and remembered. */
export function keyText(idKey: Buffer): string {
  return idKey.toString('latin1');
}

/** Inserts one by one, up to the first that is refused. */
export function insertEach(
  session: Session,
  collection: Collection,
  drafts: Draft[],
): ServiceError | undefined {
  for (const draft of drafts) {
    try {
      session.insert(collection, draft);
    } catch (error) {
      if (error instanceof ServiceError) return error;
      throw error;
    }
  }
  return undefined;
}
