import { invert, successor } from '../values/keys';
import { isPlace, splitPath } from '../values/paths';
import type { SortField } from '../values/sort';
import type { Clause, Clauses } from './bounds';
import type { Collection, KeyRange, PlannedRange } from './collection';
import type { KeyTable } from './indexes';

/** How to find documents by keys. */
export interface Plan {
  keys: KeyTable;
  /** in the order of keys, apart from each other */
  ranges: PlannedRange[];
  /** the ranges are single whole keys */
  points: boolean;
  /** the ranges hold just what the query asks for */
  exact: boolean;
  /** walking this way gives the sort that is asked for, within each of the ranges */
  sorted: 'forward' | 'backward' | undefined;
  /** the sort is by what follows the ranges' prefixes alone, so that it holds across them too */
  across: boolean;
}

interface Narrowing extends Plan {
  /** fields held to single keys, and half for a range */
  strength: number;
}

const mostRanges = 500;

/** More keys than this in a range, and an index that already sorts is better than one that narrows. */
const narrow = 1000;

/** Chooses an index; undefined when reading the whole collection is as good. */
export function choosePlan(
  collection: Collection,
  { clauses, complete }: Clauses,
  sort: readonly SortField[],
  limited: boolean,
): Plan | undefined {
  const tables: KeyTable[] = [collection.byId, ...collection.indexes];
  const plans = tables.map((keys) => narrowBy(keys, clauses, complete, sort));
  let best: Narrowing | undefined;
  let sorting: Narrowing | undefined;
  for (const plan of plans) {
    if (plan.strength > 0 && isBetter(plan, best)) best = plan;
    if (plan.sorted && isBetter(plan, sorting)) sorting = plan;
  }
  if (sort.length === 0 || !sorting || best?.sorted) return best ?? undefined;
  if (!best) return sorting;
  return limited && isWide(collection, best) ? sorting : best;
}

function isBetter(plan: Narrowing, than: Narrowing | undefined): boolean {
  if (!than) return true;
  if (plan.strength !== than.strength) return plan.strength > than.strength;
  return plan.sorted !== undefined && than.sorted === undefined;
}

function isWide(collection: Collection, { keys, ranges }: Plan): boolean {
  let count = 0;
  for (const range of ranges) {
    count += collection.countUpTo(keys, range, narrow - count);
    if (count >= narrow) return true;
  }
  return false;
}

function narrowBy(
  keys: KeyTable,
  clauses: Clause[],
  complete: boolean,
  sort: readonly SortField[],
): Narrowing {
  let prefixes: Buffer[] = [Buffer.alloc(0)];
  let interval: KeyRange | undefined;
  let strength = 0;
  let used = 0;
  const held = new Set<string>();
  for (const [place, { field, direction }] of keys.fields.entries()) {
    const own = usable(clauses, field, keys.mayHoldArrays(place));
    const points = pointsOf(own);
    if (points && points.length * prefixes.length <= mostRanges) {
      const parts = direction === 1 ? points : points.map(invert).reverse();
      prefixes = prefixes.flatMap((prefix) => parts.map((part) => Buffer.concat([prefix, part])));
      held.add(field);
      strength += 1;
      used += own.length;
      continue;
    }
    interval = points ? undefined : intervalOf(own, direction);
    if (interval) {
      strength += 0.5;
      used += own.length;
    }
    break;
  }
  const ranges = prefixes
    .map((prefix) => rangeOf(prefix, interval))
    .filter(({ from, to }) => Buffer.compare(from, to) < 0);
  // Once its arrays are held to one key, no document comes twice.
  const single =
    !keys.multikey ||
    (ranges.length === 1 &&
      keys.fields.every(
        ({ field }, place) =>
          !keys.mayHoldArrays(place) || (held.has(field) && !splitPath(field).some(isPlace)),
      ));
  return {
    keys,
    ranges,
    points: held.size === keys.fields.length,
    strength,
    exact: complete && single && used === clauses.length,
    sorted: single ? direction(keys.fields, sort, held) : undefined,
    across: sort.every(({ field }) => !held.has(field)),
  };
}

/** Of an array any element may meet a condition, so that two conditions do not meet in one key. */
function usable(clauses: Clause[], field: string, multikey: boolean): Clause[] {
  const own = clauses.filter((clause) => clause.field === field);
  if (!multikey) return own;
  const sound = own.filter((clause) => clause.kind === 'range' || clause.ofArraysToo);
  const chosen = sound.find(({ kind }) => kind === 'points') ?? sound[0];
  return chosen ? [chosen] : [];
}

/** The single keys that all of a field's conditions allow; undefined when none of them names keys. */
function pointsOf(clauses: Clause[]): Buffer[] | undefined {
  let points: Buffer[] | undefined;
  for (const clause of clauses) {
    if (clause.kind === 'points') {
      const allowed = new Set(clause.keys.map((key) => key.toString('latin1')));
      points = points ? points.filter((key) => allowed.has(key.toString('latin1'))) : clause.keys;
    }
  }
  return points?.filter((key) =>
    clauses.every((clause) => clause.kind === 'points' || holds(clause, key)),
  );
}

function holds({ from, to }: KeyRange, key: Buffer): boolean {
  return Buffer.compare(key, from) >= 0 && Buffer.compare(key, to) < 0;
}

function intervalOf(clauses: Clause[], direction: 1 | -1): KeyRange | undefined {
  let interval: KeyRange | undefined;
  for (const clause of clauses) {
    if (clause.kind !== 'range') continue;
    interval = {
      from:
        interval && Buffer.compare(interval.from, clause.from) > 0 ? interval.from : clause.from,
      to: interval && Buffer.compare(interval.to, clause.to) < 0 ? interval.to : clause.to,
    };
  }
  if (!interval || direction === 1) return interval;
  return { from: upperBound(invert(interval.to)), to: upperBound(invert(interval.from)) };
}

function rangeOf(prefix: Buffer, interval: KeyRange | undefined): PlannedRange {
  const { length } = prefix;
  if (interval)
    return {
      from: Buffer.concat([prefix, interval.from]),
      to: Buffer.concat([prefix, interval.to]),
      prefix: length,
    };
  return { from: prefix, to: upperBound(prefix), prefix: length };
}

/** No key begins with FF: types are below 80, and inverted ones below FF. */
function upperBound(prefix: Buffer): Buffer {
  return successor(prefix) ?? Buffer.from([0xff]);
}

/** The way to walk a range's keys so that its documents come sorted, fields held to keys left aside. */
function direction(
  fields: readonly SortField[],
  sort: readonly SortField[],
  held: ReadonlySet<string>,
): 'forward' | 'backward' | undefined {
  const free = fields.filter(({ field }) => !held.has(field));
  const asked = sort.filter(({ field }) => !held.has(field));
  if (sort.length === 0 || asked.length > free.length) return undefined;
  const ways = asked.map((one, place) => {
    const own = free[place];
    return own?.field === one.field ? one.direction * own.direction : 0;
  });
  if (ways.every((way) => way === 1)) return 'forward';
  return ways.every((way) => way === -1) ? 'backward' : undefined;
}
