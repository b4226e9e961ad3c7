import { Query } from 'mingo';
import { ServiceError } from '../service-error';
import type { Collection, Collections, Connection, Row, Statement } from './collections';
import { predicateOf } from './match';
import { narrow, orderBy } from './narrowing';
import { compareValues } from './order';
import { decodeObject, encode, type Fields, isObject, messageOf, type Value } from './values';

export interface Asked {
  query: Fields;
  order: [string, 1 | -1][];
  offset: number;
  /** Infinity for all */
  limit: number;
}

/** A document with its key: its text as stored, read when somebody asks. */
export interface Found {
  id: string;
  doc: string;
  version: number;
}

/** Where reads go: the newest state, or a transaction's snapshot with its own writes laid over. */
export interface View {
  connection: Connection | null;
  /** documents written by the transaction; null for one removed */
  written: Map<string, Fields | null>;
}

export const newest: View = { connection: null, written: new Map() };

/** The documents that a query asks for, in its order; SQL alone answers where it can. */
export function find(
  collections: Collections,
  collection: Collection,
  asked: Asked,
  view: View,
): Found[] {
  const matches = predicateOf(asked.query);
  const narrowing = narrow(collection, asked.query);
  const order = orderBy(collection, asked.order);
  const select = (rest: string) =>
    `SELECT id, doc, version FROM ${collection.table} WHERE ${narrowing.where} ${rest}`;
  const prepare = (sql: string): Statement =>
    view.connection ? view.connection.prepare(sql) : collections.prepare(sql);

  if (view.written.size === 0 && order !== null && narrowing.exact) {
    const limit = Number.isFinite(asked.limit) ? asked.limit : -1;
    const sql = select(`ORDER BY ${order} LIMIT ? OFFSET ?`);
    return prepare(sql).all(...narrowing.parameters, limit, asked.offset) as Row[];
  }

  const rows = prepare(select(`ORDER BY ${order ?? 'position'}`));
  const sorted = order !== null && view.written.size === 0;
  const enough = sorted ? asked.offset + asked.limit : Number.POSITIVE_INFINITY;
  const found: (Found & { fields: Fields })[] = [];
  for (const row of rows.iterate(...narrowing.parameters) as Iterable<Row>) {
    if (view.written.has(row.id)) continue;
    const fields = decodeObject(row.doc, 0);
    if (!matches(fields)) continue;
    found.push({ ...row, fields });
    if (found.length >= enough) break;
  }
  for (const [id, fields] of view.written) {
    if (fields && matches(fields)) found.push({ id, doc: encode(fields), version: 0, fields });
  }
  if (!sorted && asked.order.length > 0)
    found.sort((a, b) => compareBy(asked.order, a.fields, b.fields));
  return found.slice(asked.offset, asked.offset + asked.limit);
}

/** How many documents match; counted by SQL where it says all that the query says. */
export function count(collections: Collections, collection: Collection, query: Fields): number {
  const narrowing = narrow(collection, query);
  if (narrowing.exact) {
    const sql = `SELECT count(*) AS total FROM ${collection.table} WHERE ${narrowing.where}`;
    return (collections.prepare(sql).get(...narrowing.parameters) as { total: number }).total;
  }
  const matches = predicateOf(query);
  const sql = `SELECT doc FROM ${collection.table} WHERE ${narrowing.where}`;
  let total = 0;
  for (const row of collections.prepare(sql).iterate(...narrowing.parameters) as Iterable<Row>) {
    if (matches(decodeObject(row.doc, 0))) total += 1;
  }
  return total;
}

/** A document's text with just the projected fields. */
export function projected(doc: string, projection: Fields | null): string {
  if (!projection || Object.keys(projection).length === 0) return doc;
  try {
    const [result] = new Query({}).find<Fields>([decodeObject(doc, 0)], projection as never).all();
    return encode(result ?? {});
  } catch (error) {
    throw new ServiceError('DATABASE_REQUEST_FAILED', messageOf(error));
  }
}

function compareBy(order: [string, 1 | -1][], a: Fields, b: Fields): number {
  for (const [path, direction] of order) {
    const result = compareValues(sortValue(a, path, direction), sortValue(b, path, direction));
    if (result !== 0) return result * direction;
  }
  return 0;
}

/** An array sorts by its least element when ascending, by its greatest when descending. */
function sortValue(document: Fields, path: string, direction: 1 | -1): Value {
  const values = reached(document, path.split('.'));
  if (values.length === 0) return null;
  return values.reduce((best, value) =>
    compareValues(value, best) * direction < 0 ? value : best,
  );
}

function reached(value: Value, steps: string[]): Value[] {
  const [step, ...rest] = steps;
  if (Array.isArray(value)) {
    if (step === undefined) return value;
    const index = Number(step);
    return Number.isInteger(index)
      ? reached(value[index], rest)
      : value.flatMap((item) => reached(item, steps));
  }
  if (step === undefined) return value === undefined ? [] : [value];
  return isObject(value) ? reached(value[step], rest) : [];
}
