import { Catalogue } from './storage/catalogue';
import type { IndexDeclaration } from './storage/indexes';
import { KeySorter } from './storage/key-sorter';
import { idKeyOf } from './storage/rows';
import { print } from './values/ejson';
import type { Document } from './values/types';

/** Fills a new file with many documents, far sooner than calls of the service do. */
export interface DocumentFill {
  /** Adds documents that are known to be right, with ids of their own that none has. */
  insert(collection: string, documents: readonly object[]): void;
  /** Sorts the indexes and closes the file; until then a crash may lose it. */
  close(): void;
}

/** @throws Error when the file cannot be opened */
export function fillDocuments({
  file,
  collections,
  indexes,
}: {
  file: string;
  collections: readonly string[];
  indexes: IndexDeclaration[];
}): DocumentFill {
  const catalogue = new Catalogue(file, indexes, false);
  const { connection } = catalogue;
  for (const name of collections) if (!catalogue.find(name)) catalogue.create(name);
  const sorters = new Map<string, KeySorter>();
  connection.execute(
    'PRAGMA journal_mode=OFF; PRAGMA cache_size=-524288; PRAGMA temp_store=FILE; BEGIN IMMEDIATE',
  );
  return {
    insert(name, documents) {
      const { table, indexes: own } = catalogue.require(name);
      const sorter = sorters.get(name) ?? new KeySorter(connection, own);
      sorters.set(name, sorter);
      const sql = `INSERT INTO ${table} (id, body) VALUES (?, ?)`;
      for (const one of documents) {
        const document = one as Document;
        sorter.add(connection.run(sql, idKeyOf(document), print(document)), document);
      }
    },
    close() {
      for (const sorter of sorters.values()) sorter.finish();
      connection.execute('COMMIT');
      catalogue.close();
    },
  };
}
