import { ObjectId } from 'bson';
import type { Collection } from './collections';
import { sortKey, typeRank } from './order';
import { type Fields, isObject, type Value } from './values';

/** What SQL can say of a query: a superset of its matches, or (`exact`) just them. */
export interface Narrowing {
  where: string;
  parameters: string[];
  exact: boolean;
}

type Clause = { sql: string; parameters: string[] };

const comparisons: Record<string, (column: string, key: string) => Clause> = {
  $eq: (column, key) => ({ sql: `${column} = ?`, parameters: [key] }),
  $gt: (column, key) => bracketed(`${column} > ?`, column, key),
  $gte: (column, key) => bracketed(`${column} >= ?`, column, key),
  $lt: (column, key) => bracketed(`${column} < ?`, column, key),
  $lte: (column, key) => bracketed(`${column} <= ?`, column, key),
};

/** States as much of a query in SQL as the indexed columns allow. */
export function narrow(collection: Collection, query: Fields): Narrowing {
  const clauses: Clause[] = [];
  let exact = true;
  for (const [field, condition] of Object.entries(query)) {
    const column = columnOf(collection, field);
    const found = column ? clausesOf(column, condition) : null;
    if (found) clauses.push(...found.clauses);
    exact = exact && (found?.whole ?? false);
  }
  return {
    where: clauses.map(({ sql }) => sql).join(' AND ') || '1',
    parameters: clauses.flatMap(({ parameters }) => parameters),
    exact,
  };
}

/** `ORDER BY` for an order whose every field has a column; null when one has not. */
export function orderBy(collection: Collection, order: [string, 1 | -1][]): string | null {
  const parts: string[] = [];
  for (const [field, direction] of order) {
    const column = columnOf(collection, field);
    if (!column) return null;
    parts.push(`${column} ${direction === -1 ? 'DESC' : 'ASC'}`);
  }
  return parts.join(', ') || 'position';
}

function columnOf(collection: Collection, field: string): string | null {
  if (field === '_id') return 'id';
  const column = collection.columns.find((one) => one.field === field);
  return column && !column.multikey ? column.column : null;
}

/** The clauses of one field; `whole` when they say all that the condition says. */
function clausesOf(column: string, condition: Value): { clauses: Clause[]; whole: boolean } | null {
  if (isScalar(condition)) return { clauses: equality(column, condition), whole: true };
  if (!isObject(condition)) return null;
  const clauses: Clause[] = [];
  let whole = Object.keys(condition).length > 0;
  for (const [operator, operand] of Object.entries(condition)) {
    const compare = comparisons[operator];
    if (operator === '$in' && Array.isArray(operand) && operand.every(isScalar)) {
      clauses.push(amongst(column, operand));
    } else if (compare && isScalar(operand) && (operator === '$eq' || operand !== null)) {
      clauses.push(compare(column, sortKey(operand) ?? ''));
    } else {
      whole = false;
    }
  }
  return { clauses, whole };
}

function equality(column: string, value: Value): Clause[] {
  return [{ sql: `${column} = ?`, parameters: [sortKey(value) ?? ''] }];
}

function amongst(column: string, values: Value[]): Clause {
  const keys = values.map((value) => sortKey(value) ?? '');
  if (keys.length === 0) return { sql: '0', parameters: [] };
  return { sql: `${column} IN (${keys.map(() => '?').join(', ')})`, parameters: keys };
}

/** A range never leaves the type of its bound. */
function bracketed(sql: string, column: string, key: string): Clause {
  const prefix = key.charCodeAt(0);
  return {
    sql: `${sql} AND ${column} >= ? AND ${column} < ?`,
    parameters: [key, String.fromCharCode(prefix), String.fromCharCode(prefix + 1)],
  };
}

function isScalar(value: Value): boolean {
  if (typeof value === 'number') return !Number.isNaN(value);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  return value instanceof Date || value instanceof ObjectId ? typeRank(value) > 0 : false;
}
