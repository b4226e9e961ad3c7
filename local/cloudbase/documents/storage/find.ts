import type { Scope } from '../expressions/scope';
import { distanceAt, type Nearness, nearnessOf } from '../query/geo';
import { compileQuery } from '../query/match';
import { encodeKey } from '../values/keys';
import { type SortField, sortKey, TopSorter } from '../values/sort';
import type { Document } from '../values/types';
import { type Clauses, clausesOf } from './bounds';
import type { Collection } from './collection';
import { choosePlan, type Plan } from './plan';
import type { Row } from './rows';

export interface Find {
  query: Document;
  sort?: readonly SortField[];
  skip?: number;
  /** absent for no limit */
  limit?: number;
  /** what stands for variables in the query's `$expr` */
  variables?: Scope['variables'];
}

/** A query made ready: compiled once, and looked at for what an index can answer. */
export class PreparedFind {
  readonly matches: (document: Document) => boolean;
  readonly nearness: Nearness | undefined;
  readonly clauses: Clauses;
  readonly sort: readonly SortField[];
  readonly skip: number;
  readonly limit: number | undefined;

  constructor(readonly asked: Find) {
    const { query, sort = [], skip = 0, limit, variables = {} } = asked;
    const matches = compileQuery(query, new Set(Object.keys(variables)));
    this.matches = (document) => matches(document, variables);
    this.nearness = nearnessOf(query);
    this.clauses = clausesOf(query);
    this.sort = sort;
    this.skip = skip;
    this.limit = limit;
  }

  /** Where a document stands in the answer: by the sort, by nearness, or as it was inserted. */
  orderKey(row: Row): Buffer {
    if (this.sort.length > 0) return sortKey(row.document, this.sort);
    if (this.nearness) return encodeKey(distanceAt(row.document, this.nearness));
    return Buffer.alloc(0);
  }

  get ordered(): boolean {
    return this.sort.length > 0 || this.nearness !== undefined;
  }
}

/** The documents that a query asks for, in its order. */
export function* find(collection: Collection, request: PreparedFind): Generator<Row> {
  const { clauses, sort, skip, limit, matches } = request;
  const plan = request.nearness && sort.length === 0 ? undefined : planFor(collection, request);
  const inOrder = !request.ordered || plan?.sorted !== undefined;
  if (plan?.exact && inOrder && plan.ranges.length === 1) {
    yield* candidates(collection, plan, skip, limit ?? -1);
  } else if (
    !plan &&
    clauses.complete &&
    clauses.clauses.length === 0 &&
    !request.ordered &&
    limit !== undefined
  ) {
    yield* collection.page(skip, limit);
  } else {
    const rows = plan ? candidates(collection, plan, 0, -1) : collection.scan();
    const matching = plan?.exact ? rows : filter(rows, matches);
    yield* inOrder ? slice(matching, skip, limit) : inSortOrder(matching, request);
  }
}

/** The texts of a page when SQL alone can answer for it; undefined when it cannot. */
export function findTexts(collection: Collection, request: PreparedFind): string[] | undefined {
  const { skip, limit = -1 } = request;
  const plan = request.nearness ? undefined : planFor(collection, request);
  const [range, ...others] = plan?.ranges ?? [];
  if (!plan?.exact || !range || others.length > 0) return undefined;
  if (request.ordered && !plan.sorted) return undefined;
  return collection.texts(plan.keys, { range, backward: plan.sorted === 'backward', skip, limit });
}

/** How many documents a query matches, answered by SQL where ranges of keys say it all. */
export function count(collection: Collection, request: PreparedFind): number {
  const { clauses, matches } = request;
  if (clauses.complete && clauses.clauses.length === 0) return collection.count();
  const plan = choosePlan(collection, clauses, [], false);
  if (plan?.exact)
    return plan.ranges.reduce((sum, range) => sum + collection.countKeys(plan.keys, range), 0);
  let total = 0;
  const rows = plan ? candidates(collection, plan, 0, -1) : collection.scan();
  for (const row of rows) if (matches(row.document)) total += 1;
  return total;
}

/** Sorts what comes, holding no more than the answer needs. Ties stay in the order of insertion. */
export function inSortOrder(rows: Iterable<Row>, request: PreparedFind): Row[] {
  const { skip, limit } = request;
  const sorter = new TopSorter<Row>(limit === undefined ? Number.POSITIVE_INFINITY : skip + limit);
  for (const row of rows)
    sorter.add(Buffer.concat([request.orderKey(row), encodeKey(row.seq)]), row);
  return sorter.finish().slice(skip);
}

function planFor(collection: Collection, { clauses, sort, limit }: PreparedFind): Plan | undefined {
  return choosePlan(collection, clauses, sort, limit !== undefined);
}

/** Of a multikey index a document comes once, however many of its keys are in the ranges. */
function* candidates(
  collection: Collection,
  plan: Plan,
  skip: number,
  limit: number,
): Generator<Row> {
  const seen = plan.keys.multikey ? new Set<number>() : undefined;
  for (const range of plan.ranges) {
    const walk = { range, backward: plan.sorted === 'backward', skip, limit };
    for (const row of collection.walk(plan.keys, walk)) {
      if (seen?.has(row.seq)) continue;
      seen?.add(row.seq);
      yield row;
    }
  }
}

function* filter(rows: Iterable<Row>, matches: PreparedFind['matches']): Generator<Row> {
  for (const row of rows) if (matches(row.document)) yield row;
}

function* slice(rows: Iterable<Row>, skip: number, limit: number | undefined): Generator<Row> {
  if (limit === 0) return;
  let place = 0;
  for (const row of rows) {
    place += 1;
    if (place > skip) yield row;
    if (limit !== undefined && place >= skip + limit) return;
  }
}
