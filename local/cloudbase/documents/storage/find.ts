import type { Scope } from '../expressions/scope';
import { distanceAt, type Nearness, nearnessOf } from '../query/geo';
import { compileQuery, type Matcher } from '../query/match';
import { encodeKey } from '../values/keys';
import { type SortField, sortKey, TopSorter } from '../values/sort';
import type { Document } from '../values/types';
import { type Clauses, clausesOf } from './bounds';
import type { Collection } from './collection';
import { choosePlan, type Plan } from './plan';
import type { Row } from './rows';

/** SQLite joins 500 selects at most. */
const mostJoined = 400;
const mostOfEach = 100;

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
  /** the key of the one document that can match, when the query names no more than an `_id` */
  readonly idKey: Buffer | undefined;
  readonly nearness: Nearness | undefined;
  readonly clauses: Clauses;
  readonly sort: readonly SortField[];
  readonly skip: number;
  readonly limit: number | undefined;
  private readonly variables: Scope['variables'];
  private compiled: Matcher | undefined;

  constructor(readonly asked: Find) {
    const { query, sort = [], skip = 0, limit, variables = {} } = asked;
    this.clauses = clausesOf(query);
    this.variables = variables;
    this.compiled = this.clauses.complete ? undefined : this.compile();
    this.nearness = this.clauses.complete ? undefined : nearnessOf(query);
    this.idKey = idKeyIn(this.clauses);
    this.sort = sort;
    this.skip = skip;
    this.limit = limit;
  }

  matches(document: Document): boolean {
    this.compiled ??= this.compile();
    return this.compiled(document, this.variables);
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

  /** What a query's clauses tell in full needs compiling only where no index serves it. */
  private compile(): Matcher {
    return compileQuery(this.asked.query, new Set(Object.keys(this.variables)));
  }
}

/** The documents that a query asks for, in its order. */
export function* find(collection: Collection, request: PreparedFind): Generator<Row> {
  const { clauses, idKey, sort, skip, limit } = request;
  if (idKey) {
    const row = skip === 0 && limit !== 0 ? collection.find(idKey) : undefined;
    if (row) yield row;
    return;
  }
  const plan = request.nearness && sort.length === 0 ? undefined : planFor(collection, request);
  const inOrder = !request.ordered || plan?.sorted !== undefined;
  if (plan?.exact && inOrder && plan.ranges.length === 1) {
    yield* candidates(collection, plan, skip, limit ?? -1);
  } else if (plan && limit !== undefined && mergesInSql(plan, skip + limit)) {
    const backward = plan.sorted === 'backward';
    yield* collection.merge(plan.keys, plan.ranges, { backward, skip, limit });
  } else if (
    !plan &&
    clauses.complete &&
    clauses.clauses.length === 0 &&
    !request.ordered &&
    limit !== undefined
  ) {
    yield* collection.page(skip, limit);
  } else {
    const rows = plan ? walked(collection, plan, request) : collection.scan();
    const matching = plan?.exact ? rows : filter(rows, request);
    yield* inOrder ? slice(matching, skip, limit) : inSortOrder(matching, request);
  }
}

/** The texts of a page when SQL alone can answer for it; undefined when it cannot. */
export function findTexts(collection: Collection, request: PreparedFind): string[] | undefined {
  const { idKey, skip, limit = -1 } = request;
  if (idKey) return undefined;
  const plan = request.nearness ? undefined : planFor(collection, request);
  const [range, ...others] = plan?.ranges ?? [];
  if (!plan?.exact || !range || others.length > 0) return undefined;
  if (request.ordered && !plan.sorted) return undefined;
  return collection.texts(plan.keys, { range, backward: plan.sorted === 'backward', skip, limit });
}

/** How many documents a query matches, answered by SQL where ranges of keys say it all. */
export function count(collection: Collection, request: PreparedFind): number {
  const { clauses } = request;
  if (clauses.complete && clauses.clauses.length === 0) return collection.count();
  const plan = choosePlan(collection, clauses, [], false);
  if (plan?.exact)
    return plan.ranges.reduce((sum, range) => sum + collection.countKeys(plan.keys, range), 0);
  let total = 0;
  const rows = plan ? candidates(collection, plan, 0, -1) : collection.scan();
  for (const row of rows) if (request.matches(row.document)) total += 1;
  return total;
}

/** Many short walks side by side are sooner sorted by SQLite; long ones, or more than it joins, are not. */
function mergesInSql({ exact, sorted, across, ranges }: Plan, most: number): boolean {
  const few = ranges.length > 1 && ranges.length <= mostJoined && most <= mostOfEach;
  return exact && sorted !== undefined && across && few;
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

function idKeyIn({ clauses, complete }: Clauses): Buffer | undefined {
  const [clause, ...others] = clauses;
  if (!complete || others.length > 0 || clause?.kind !== 'points' || clause.field !== '_id')
    return undefined;
  return clause.keys.length === 1 ? clause.keys[0] : undefined;
}

/** Of a multikey index a document comes once, however many of its keys are in the ranges. */
function* candidates(
  collection: Collection,
  plan: Plan,
  skip: number,
  limit: number,
): Generator<Row> {
  if (plan.points && plan.keys === collection.byId && plan.ranges.length > 1) {
    for (const { from } of plan.ranges) {
      const row = collection.find(from);
      if (row) yield row;
    }
    return;
  }
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

function walked(collection: Collection, plan: Plan, request: PreparedFind): Iterable<Row> {
  if (request.ordered && plan.sorted && plan.ranges.length > 1)
    return merged(collection, plan, request);
  return candidates(collection, plan, 0, -1);
}

/** Ranges that are each sorted, as one: of every range no more is read than the answer takes. */
function* merged(collection: Collection, plan: Plan, request: PreparedFind): Generator<Row> {
  const backward = plan.sorted === 'backward';
  const walks = plan.ranges.map((range) =>
    collection.walk(plan.keys, { range, backward, skip: 0, limit: -1 }),
  );
  const next = (walk: Generator<Row>): Head | undefined => {
    const { done, value: row } = walk.next();
    if (done) return undefined;
    return { walk, row, key: Buffer.concat([request.orderKey(row), encodeKey(row.seq)]) };
  };
  const heads = walks.flatMap((walk) => next(walk) ?? []).sort(byKey);
  try {
    for (;;) {
      const first = heads.shift();
      if (!first) return;
      yield first.row;
      const following = next(first.walk);
      if (following) heads.splice(placeIn(heads, following), 0, following);
    }
  } finally {
    for (const walk of walks) walk.return(undefined);
  }
}

/** The row that a walk is at, and where that stands in the sort. */
interface Head {
  walk: Generator<Row>;
  row: Row;
  key: Buffer;
}

const byKey = (left: Head, right: Head): number => Buffer.compare(left.key, right.key);

function placeIn(heads: Head[], head: Head): number {
  let low = 0;
  let high = heads.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = heads[middle];
    if (other && byKey(other, head) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

function* filter(rows: Iterable<Row>, request: PreparedFind): Generator<Row> {
  for (const row of rows) if (request.matches(row.document)) yield row;
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
