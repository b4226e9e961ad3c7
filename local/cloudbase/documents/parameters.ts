import { invalid } from './errors';
import { limits } from './limits';
import { parse, parseDocument } from './values/ejson';
import type { SortField } from './values/sort';
import { type Document, isDocument, type Value } from './values/types';

/** The parameters of a call, as its envelope brings them: nothing about them is known yet. */
export type Parameters = Readonly<Record<string, unknown>>;

/** The query of a request; none at all asks for every document. */
export function queryOf({ query }: Parameters, now: number): Document {
  return query === undefined || query === null || query === ''
    ? {}
    : parseDocument(query, now, 'query');
}

/** An order such as `{ score: -1 }`, or a list of such. */
export function orderOf({ order }: Parameters, now: number): SortField[] {
  if (order === undefined || order === null) return [];
  const parsed = parse(order, now);
  return (Array.isArray(parsed) ? parsed : [parsed]).flatMap((one) => {
    if (!isDocument(one)) throw invalid('order must be an object');
    return Object.entries(one).map(([field, direction]) => ({
      field,
      direction: directionOf(field, direction),
    }));
  });
}

function directionOf(field: string, direction: Value): 1 | -1 {
  if (direction === 1 || direction === 'asc') return 1;
  if (direction === -1 || direction === 'desc') return -1;
  throw invalid(`order of '${field}' must be 1 or -1`);
}

export function offsetOf({ offset }: Parameters): number {
  if (offset === undefined || offset === null) return 0;
  if (typeof offset === 'number' && Number.isInteger(offset) && offset >= 0) return offset;
  throw invalid('offset must be an integer, 0 or more');
}

/** How many documents are asked for: a hundred when nothing is said, never more than a thousand. */
export function limitOf({ limit }: Parameters): number {
  if (limit === undefined || limit === null) return limits.defaultPage;
  if (typeof limit === 'number' && Number.isInteger(limit) && limit > 0)
    return Math.min(limit, limits.largestPage);
  throw invalid('limit must be an integer above 0');
}

export function flagOf(parameters: Parameters, name: string, absent: boolean): boolean {
  const value = parameters[name];
  if (value === undefined || value === null) return absent;
  if (typeof value === 'boolean') return value;
  throw invalid(`${name} must be boolean`);
}
