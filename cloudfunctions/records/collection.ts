import { pause } from '../platform/clock';
import { database } from '../platform/cloudbase';
import { randomBelow } from '../platform/random';
import type { CollectionName } from './collections.data';
import { isContention, isDuplicate } from './failures';

export interface Document {
  _id: string;
}

export type Filter = object;

export interface ListOptions {
  limit: number;
  /** field path and direction, as the collection's index has them */
  order?: [field: string, direction: 'asc' | 'desc'];
  fields?: string[];
}

type Transaction = Pick<typeof database, 'collection'>;

/** A write under way: reads see its writes, and all of them stand or none. */
export interface Unit {
  find<D extends Document>(name: CollectionName, id: string): Promise<D | null>;
  /** The documents that have one of the ids, in no order: whole, or with some fields of theirs. */
  findMany<D extends Document>(
    name: CollectionName,
    ids: string[],
    fields?: (keyof D & string)[],
  ): Promise<D[]>;
  /** Adds a document; fails when the id is taken. */
  add<D extends Document>(name: CollectionName, document: D): Promise<void>;
  /** Adds documents; fails when an id is taken. */
  addMany<D extends Document>(name: CollectionName, documents: D[]): Promise<void>;
  /** Writes a document whole. */
  put<D extends Document>(name: CollectionName, document: D): Promise<void>;
  /** Changes fields (or applies operators of `command`) of one document. */
  change(name: CollectionName, id: string, changes: object): Promise<void>;
  remove(name: CollectionName, id: string): Promise<void>;
}

const batchSize = 500;
const attempts = 8;
/** milliseconds before the second attempt; each later one may wait longer */
const longestPause = 25;

export const { command } = database;

/** One collection, typed by its document: the few ways in which this product reads and writes. */
export function collection<D extends Document>(name: CollectionName) {
  const stored = () => database.collection(name);
  return {
    async find(id: string): Promise<D | null> {
      const { data } = await stored().doc(id).get();
      return data[0] ?? null;
    },

    async list(filter: Filter, options: ListOptions): Promise<D[]> {
      let query = stored().where(filter).limit(options.limit);
      if (options.order) query = query.orderBy(...options.order);
      if (options.fields) query = query.field(projection(options.fields));
      const { data } = await query.get();
      return data;
    },

    /** How many documents match: for ranges of an index, which hold few, alone. */
    async count(filter: Filter): Promise<number> {
      const { total } = await stored().where(filter).count();
      return total;
    },

    /** Documents whose field holds one of the values, in no order. */
    async listIn(field: string, values: string[], fields?: string[]): Promise<D[]> {
      const pages = await Promise.all(
        batchesOf(values, batchSize).map((batch) =>
          this.list({ [field]: command.in(batch) }, { limit: batchSize, fields }),
        ),
      );
      return pages.flat();
    },

    /** Adds documents; fails when an id is taken. */
    async add(documents: D[]): Promise<void> {
      for (const batch of batchesOf(documents, batchSize)) await stored().add(batch);
    },

    /** Adds the documents whose ids are not taken; answers with all of them as they stand. */
    async addMissing(documents: D[]): Promise<D[]> {
      const ids = documents.map(({ _id }) => _id);
      const standing = new Map((await this.listIn('_id', ids)).map((one) => [one._id, one]));
      await this.add(documents.filter(({ _id }) => !standing.has(_id)));
      return documents.map((document) => standing.get(document._id) ?? document);
    },

    /** Adds a document unless its id is taken; says whether it did. */
    async addOnce(document: D): Promise<boolean> {
      try {
        await stored().add(document);
        return true;
      } catch (failure) {
        if (isDuplicate(failure)) return false;
        throw failure;
      }
    },

    /** Changes the documents that match; answers with how many did. */
    async change(filter: Filter, changes: object): Promise<number> {
      const { updated } = await stored().where(filter).update(changes);
      return updated;
    },

    async drop(_id: string): Promise<void> {
      await stored().doc(_id).remove();
    },

    /** Removes the documents of some ids. */
    async removeIn(ids: string[]): Promise<void> {
      for (const batch of batchesOf(ids, batchSize)) {
        await stored()
          .where({ _id: command.in(batch) })
          .remove();
      }
    },

    /** Removes the documents whose ids follow one, up to another. */
    async removeWithin(after: string, to: string): Promise<void> {
      const _id = command.gt(after).and(command.lte(to));
      await stored().where({ _id }).remove();
    },

    async put(document: D): Promise<void> {
      const { _id, ...fields } = document;
      await stored().doc(_id).set(fields);
    },
  };
}

/**
 * Runs work whose writes stand together or not at all. Work that met another's writes is run again,
 * so it reads everything it decides on through `unit` and has no other effects.
 */
export async function inOneUnit<T>(work: (unit: Unit) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await database.runTransaction(
        (transaction: Transaction) => work(unitOf(transaction)),
        0,
      );
    } catch (failure) {
      if (attempt === attempts || !isContention(failure)) throw failure;
      // The other's writes take longer than asking again at once would wait.
      await pause(randomBelow(longestPause * attempt));
    }
  }
}

function unitOf(transaction: Transaction): Unit {
  return {
    async find(name, id) {
      const { data } = await transaction.collection(name).doc(id).get();
      return data;
    },
    async findMany(name, ids, fields) {
      const found = [];
      for (const batch of batchesOf(ids, batchSize)) {
        const matching = transaction.collection(name).where({ _id: command.in(batch) });
        const query = fields ? matching.field(projection(fields)) : matching;
        found.push(...(await query.limit(batchSize).get()).data);
      }
      return found;
    },
    async add(name, document) {
      await transaction.collection(name).add(document);
    },
    async addMany(name, documents) {
      for (const batch of batchesOf(documents, batchSize)) {
        await transaction.collection(name).add(batch);
      }
    },
    async put(name, { _id, ...fields }) {
      await transaction.collection(name).doc(_id).set(fields);
    },
    async change(name, id, changes) {
      await transaction.collection(name).doc(id).update(changes);
    },
    async remove(name, id) {
      await transaction.collection(name).doc(id).remove();
    },
  };
}

function projection(fields: string[]): Record<string, true> {
  return Object.fromEntries(fields.map((field) => [field, true]));
}

export function batchesOf<T>(list: T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
