import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EJSON } from 'bson';
import {
  type DocumentOptions,
  type DocumentService,
  openDocuments,
} from '../../../local/cloudbase/documents';

/** A value as the SDK sends it: a string of canonical EJSON. */
export const ejson = (value: unknown): string => EJSON.stringify(value, { relaxed: false });

export interface Database {
  service: DocumentService;
  file: string;
  /** puts documents into a collection, which is made when it is not there */
  fill(collection: string, documents: object[]): Promise<void>;
  find(collection: string, query: object, rest?: object): Promise<Record<string, unknown>[]>;
  count(collection: string, query: object): Promise<number>;
  update(collection: string, query: object, data: object, rest?: object): Promise<unknown>;
  aggregate(collection: string, stages: object[]): Promise<Record<string, unknown>[]>;
  close(): void;
}

type Listing = { list: string[] };

/** A file in a folder of its own, gone at the end of the tests. */
export function temporaryFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'));
  folders.push(folder);
  return join(folder, 'test.db');
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

export function openDatabase(options: Partial<DocumentOptions> = {}): Database {
  const file = options.file ?? temporaryFile();
  const service = openDocuments({ ...options, file });
  const made = new Set((options.indexes ?? []).map(({ collection }) => collection));
  const call = async <T>(action: string, parameters: Record<string, unknown>) =>
    (await service.call(action, parameters)).data as T;
  const listed = ({ list }: Listing) => list.map((text) => EJSON.parse(text));
  return {
    service,
    file,
    async fill(collectionName, documents) {
      if (!made.has(collectionName)) await call('database.addCollection', { collectionName });
      made.add(collectionName);
      await call('database.insertDocument', { collectionName, data: documents.map(ejson) });
    },
    find: async (collectionName, query, rest = {}) =>
      listed(await call('database.getDocument', { collectionName, query: ejson(query), ...rest })),
    count: async (collectionName, query) =>
      (
        await call<{ total: number }>('database.calculateDocument', {
          collectionName,
          query: ejson(query),
        })
      ).total,
    update: (collectionName, query, data, rest = {}) =>
      call('database.modifyDocument', {
        collectionName,
        query: ejson(query),
        data: ejson(data),
        merge: true,
        multi: true,
        ...rest,
      }),
    aggregate: async (collectionName, stages) =>
      listed(
        await call('database.aggregateDocuments', {
          collectionName,
          stages: stages.map((stage) => {
            const [entry = ['', null]] = Object.entries(stage);
            return { stageKey: entry[0], stageValue: ejson(entry[1]) };
          }),
        }),
      ),
    close: () => service.close(),
  };
}
