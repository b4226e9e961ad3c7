import type { Connection } from './connection';
import type { Index } from './indexes';
import { KeySorter } from './key-sorter';
import type { Row } from './rows';

/**
 * Fills new indexes from the rows of their collection, read once.
 * @throws ServiceError DATABASE_DUPLICATE_WRITE when a unique index finds two documents with one key
 */
export function fillIndexes(
  connection: Connection,
  indexes: readonly Index[],
  rows: Iterable<Row>,
): void {
  const sorter = new KeySorter(
    connection,
    indexes.filter(({ unique }) => !unique),
  );
  const unique = indexes.filter((index) => index.unique);
  for (const { seq, document } of rows) {
    for (const index of unique) index.add(seq, document);
    sorter.add(seq, document);
  }
  sorter.finish();
}
