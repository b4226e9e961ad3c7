import { randomBytes } from 'node:crypto';
import { ServiceError } from '../service-error';
import { aggregate, stagesOf } from './aggregates';
import { type Collection, Collections, connect, type IndexDeclaration } from './collections';
import { sortKey } from './order';
import { setAt } from './paths';
import { type Asked, count, type Found, find, newest, projected, type View } from './reading';
import { Transactions } from './transactions';
import { updated } from './updates';
import { decode, decodeObject, encode, type Fields, isObject, type Value } from './values';

export type { IndexDeclaration } from './collections';

export interface DocumentOptions {
  /** SQLite file */
  file: string;
  indexes?: IndexDeclaration[];
  /** milliseconds since 1970, for server dates and idle transactions */
  clock?: () => number;
}

/** `data` and whatever stands beside it in the service's answer. */
export type ActionAnswer = { data?: unknown; [top: string]: unknown };
type Parameters = Record<string, unknown>;

export interface DocumentService {
  readonly actions: ReadonlySet<string>;
  /** @throws ServiceError with the code that the service answers */
  call(action: string, parameters: Parameters): Promise<ActionAnswer>;
  close(): void;
}

const mostDocuments = 1000;
const defaultDocuments = 100;
const lockWait = 20;

/** Opens (or makes) a database of documents in one SQLite file. */
export function openDocuments({
  file,
  indexes = [],
  clock = Date.now,
}: DocumentOptions): DocumentService {
  const connection = connect(file);
  const collections = new Collections(connection, indexes);
  const transactions = new Transactions(file, collections, clock);
  let version = clock() * 1000;

  const atomically = <T>(work: () => T): T => {
    connection.exec('BEGIN IMMEDIATE');
    try {
      const result = work();
      connection.exec('COMMIT');
      return result;
    } catch (error) {
      connection.exec('ROLLBACK');
      throw error;
    }
  };
  const viewOf = (collection: Collection, transactionId: unknown): View =>
    typeof transactionId === 'string' ? transactions.view(transactionId, collection) : newest;

  /** Puts one document down, at once or with its transaction; null removes it. */
  const write = (
    collection: Collection,
    key: string,
    document: Fields | null,
    transactionId: unknown,
  ) => {
    if (typeof transactionId === 'string')
      transactions.write(transactionId, collection, key, document);
    else apply(collection, key, document);
  };
  const apply = (collection: Collection, key: string, document: Fields | null) => {
    version += 1;
    if (document === null) collections.remove(collection, key);
    else if (collections.find(collection, key))
      collections.replace(collection, key, document, version);
    else collections.insert(collection, key, document, version);
  };

  const insert = (collection: Collection, document: Fields, transactionId: unknown): Value => {
    const whole: Fields = { ...document, _id: document._id ?? randomBytes(16).toString('hex') };
    const key = keyOf(whole._id);
    const exists =
      typeof transactionId === 'string'
        ? find(collections, collection, one(whole._id), viewOf(collection, transactionId)).length >
          0
        : collections.find(collection, key) !== undefined;
    if (exists) {
      throw new ServiceError(
        'DATABASE_REQUEST_FAILED',
        `E11000 duplicate key error collection: ${collection.name} index: _id_ dup key: { _id: ${JSON.stringify(whole._id)} }`,
      );
    }
    write(collection, key, whole, transactionId);
    return whole._id;
  };

  /** Waits while a transaction holds a document that a write outside of it would change. */
  const released = async (collection: Collection, matches: () => Found[]): Promise<void> => {
    while (matches().some(({ id }) => transactions.holds(collection, id))) {
      await new Promise((resolve) => setTimeout(resolve, lockWait));
    }
  };

  const targets = async (collection: Collection, { query, multi, transactionId }: Parameters) => {
    const asked: Asked = {
      query: query === undefined ? {} : decodeObject(query, clock()),
      order: [],
      offset: 0,
      limit: multi ? Number.POSITIVE_INFINITY : 1,
    };
    const matches = () => find(collections, collection, asked, viewOf(collection, transactionId));
    if (transactionId === undefined) await released(collection, matches);
    return { asked, matches };
  };

  const modify = async (parameters: Parameters): Promise<ActionAnswer> => {
    const collection = collections.get(parameters.collectionName);
    const change = decodeObject(parameters.data, clock());
    const { asked, matches } = await targets(collection, parameters);
    return atomically(() => {
      const found = matches();
      let changed = 0;
      for (const { id, doc } of found) {
        const before = decodeObject(doc, 0);
        const after = changedBy(before, change, parameters.merge === true, clock());
        if (encode(after) === doc) continue;
        write(collection, id, after, parameters.transactionId);
        changed += 1;
      }
      if (found.length > 0 || parameters.upsert !== true)
        return { data: { updated: changed, upsert_id: null } };
      const start = parameters.merge === true ? equalities(asked.query) : { _id: asked.query._id };
      const made = changedBy(start, change, parameters.merge === true, clock());
      const id = insert(collection, made, parameters.transactionId);
      return { data: { updated: 0, upsert_id: id } };
    });
  };

  const table: Record<string, (parameters: Parameters) => ActionAnswer | Promise<ActionAnswer>> = {
    'database.addCollection': ({ collectionName }) => {
      collections.create(String(collectionName ?? ''));
      return { data: {} };
    },

    'database.insertDocument': ({ collectionName, data, transactionId }) => {
      const collection = collections.get(collectionName);
      const documents = (Array.isArray(data) ? data : [data]).map((text) =>
        decodeObject(text, clock()),
      );
      const insertedIds = atomically(() =>
        documents.map((document) => insert(collection, document, transactionId)),
      );
      return { data: { insertedIds } };
    },

    'database.getDocument': (parameters) => {
      const collection = collections.get(parameters.collectionName);
      const limit = Math.min(natural('limit', parameters.limit, defaultDocuments), mostDocuments);
      const offset = natural('offset', parameters.offset, 0);
      const projection =
        parameters.projection === undefined ? null : decodeObject(parameters.projection, clock());
      const asked: Asked = {
        query: parameters.query === undefined ? {} : decodeObject(parameters.query, clock()),
        order: orderOf(parameters.order),
        offset,
        limit: parameters.queryType === 'DOC' ? 1 : limit,
      };
      const view = viewOf(collection, parameters.transactionId);
      const list = find(collections, collection, asked, view).map(({ doc }) =>
        projected(doc, projection),
      );
      return { data: { list, limit, offset } };
    },

    'database.calculateDocument': ({ collectionName, query }) => ({
      data: {
        total: count(
          collections,
          collections.get(collectionName),
          query === undefined ? {} : decodeObject(query, clock()),
        ),
      },
    }),

    'database.modifyDocument': modify,

    'database.modifyAndReturnDoc': async (parameters) => {
      const collection = collections.get(parameters.collectionName);
      const change = decodeObject(parameters.data, clock());
      const { matches } = await targets(collection, { ...parameters, multi: false });
      return atomically(() => {
        const [found] = matches();
        if (!found) return { data: { updated: 0, doc: null } };
        const after = updated(decodeObject(found.doc, 0), change, clock());
        write(collection, found.id, after, parameters.transactionId);
        return { data: { updated: 1, doc: encode(after) } };
      });
    },

    'database.removeDocument': async (parameters) => {
      const collection = collections.get(parameters.collectionName);
      const { matches } = await targets(collection, parameters);
      return atomically(() => {
        const found = matches();
        for (const { id } of found) write(collection, id, null, parameters.transactionId);
        return { data: { deleted: found.length } };
      });
    },

    'database.aggregateDocuments': ({ collectionName, stages }) => {
      const documentsOf = (name: string, query: Fields = {}) =>
        find(collections, collections.get(name), { ...everything, query }, newest).map(({ doc }) =>
          decodeObject(doc, 0),
        );
      const pipeline = stagesOf(stages, clock());
      const first = pipeline[0]?.$match;
      const narrowed = isObject(first);
      const source = documentsOf(collections.get(collectionName).name, narrowed ? first : {});
      const rest = narrowed ? pipeline.slice(1) : pipeline;
      const list = aggregate(source, rest, (name) => documentsOf(name)).map(encode);
      return { data: { list } };
    },

    'database.startTransaction': () => ({ transactionId: transactions.start(), data: {} }),

    'database.commitTransaction': ({ transactionId }) => {
      transactions.commit(String(transactionId), (writes) =>
        atomically(() => {
          for (const { collection, key, document } of writes) apply(collection, key, document);
        }),
      );
      return { data: {} };
    },

    'database.abortTransaction': ({ transactionId }) => {
      transactions.abort(String(transactionId));
      return { data: {} };
    },
  };

  return {
    actions: new Set(Object.keys(table)),
    async call(action, parameters) {
      const run = Object.hasOwn(table, action) ? table[action] : undefined;
      if (!run) throw new ServiceError('INVALID_ACTION', `action ${action} is not served here`);
      return run(parameters);
    },
    close() {
      transactions.close();
      connection.close();
    },
  };
}

const everything: Asked = { query: {}, order: [], offset: 0, limit: Number.POSITIVE_INFINITY };

function one(id: Value): Asked {
  return { query: { _id: id }, order: [], offset: 0, limit: 1 };
}

function keyOf(id: Value): string {
  const key = sortKey(id);
  if (key === null || id === null) throw new ServiceError('INVALID_PARAM', 'this cannot be an _id');
  return key;
}

/** With operators, applies them; without, the data is the whole document but for its `_id`. */
function changedBy(before: Fields, change: Fields, merge: boolean, now: number): Fields {
  if (merge) return updated(before, change, now);
  const operator = Object.keys(change).find((key) => key.startsWith('$'));
  if (operator)
    throw new ServiceError('DATABASE_REQUEST_FAILED', `a document has no field named ${operator}`);
  return { _id: before._id, ...change };
}

/** What an upsert with operators starts from: the fields that the query asks to be equal. */
function equalities(query: Fields): Fields {
  const start: Fields = {};
  for (const [path, condition] of Object.entries(query)) {
    if (!path.startsWith('$') && !isObject(condition)) setAt(start, path, condition);
  }
  return start;
}

function orderOf(order: unknown): [string, 1 | -1][] {
  if (order === undefined) return [];
  const value = typeof order === 'string' ? decode(order, 0) : order;
  const pairs: [string, Value][] = Array.isArray(value)
    ? value.map(({ field, direction }) => [field, direction === 'desc' ? -1 : 1])
    : Object.entries(isObject(value) ? value : {});
  return pairs.map(([field, direction]) => [field, direction === -1 ? -1 : 1]);
}

function natural(name: string, value: unknown, otherwise: number): number {
  if (value === undefined || value === null) return otherwise;
  if (!Number.isInteger(value) || Number(value) < 0) {
    throw new ServiceError('INVALID_PARAM', `${name} must be a whole number of at least 0`);
  }
  return Number(value);
}
