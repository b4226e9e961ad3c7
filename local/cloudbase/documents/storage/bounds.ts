import { isOperatorObject } from '../query/match';
import { rankOf, ranks } from '../values/compare';
import { encodeKey, successor } from '../values/keys';
import { type Document, isDocument, Opaque, Regex, type Value } from '../values/types';

/** One condition of a query that a range of keys stands for exactly, for a field without arrays. */
export type Clause =
  | { field: string; kind: 'points'; keys: Buffer[]; ofArraysToo: boolean }
  | { field: string; kind: 'range'; from: Buffer; to: Buffer };

export interface Clauses {
  clauses: Clause[];
  /** the clauses say all that the query does */
  complete: boolean;
}

/** Takes out of a query what an index can answer: equality, `$in` and ranges that all documents must meet. */
export function clausesOf(query: Document): Clauses {
  const clauses: Clause[] = [];
  let complete = true;
  for (const [name, condition] of Object.entries(query)) {
    if (name === '$and' && Array.isArray(condition)) {
      for (const branch of condition) {
        const inner = isDocument(branch) ? clausesOf(branch) : { clauses: [], complete: false };
        clauses.push(...inner.clauses);
        complete &&= inner.complete;
      }
    } else if (name.startsWith('$')) {
      complete = false;
    } else {
      const operators: Document = isOperatorObject(condition) ? condition : { $eq: condition };
      for (const [operator, operand] of Object.entries(operators)) {
        const clause = clauseOf(name, operator, operand);
        if (clause) clauses.push(clause);
        else complete = false;
      }
    }
  }
  return { clauses, complete };
}

function clauseOf(field: string, operator: string, operand: Value): Clause | undefined {
  if (operator === '$eq') return points(field, [operand]);
  if (operator === '$in') return Array.isArray(operand) ? points(field, operand) : undefined;
  if (!rangeRanks.has(rankOf(operand)) || Number.isNaN(operand)) return undefined;
  const key = encodeKey(operand);
  const bracket = bracketOf(operand);
  if (operator === '$gt') return { field, kind: 'range', from: after(key), to: bracket.to };
  if (operator === '$gte') return { field, kind: 'range', from: key, to: bracket.to };
  if (operator === '$lt') return { field, kind: 'range', from: bracket.from, to: key };
  if (operator === '$lte') return { field, kind: 'range', from: bracket.from, to: after(key) };
  return undefined;
}

const rangeRanks = new Set<number>([
  ranks.number,
  ranks.string,
  ranks.boolean,
  ranks.date,
  ranks.objectId,
]);

function points(field: string, values: Value[]): Clause | undefined {
  if (!values.every(hasPoint)) return undefined;
  const keys = values.map((value) => encodeKey(value));
  const ofArraysToo = !values.includes(null);
  return { field, kind: 'points', keys: keys.length === 1 ? keys : inOrder(keys), ofArraysToo };
}

/** Each key once. */
function inOrder(keys: Buffer[]): Buffer[] {
  const distinct = new Map(keys.map((key) => [key.toString('latin1'), key]));
  return [...distinct.values()].sort(Buffer.compare);
}

/** Arrays and patterns match otherwise than by one key, and an object of operators is refused elsewhere. */
function hasPoint(value: Value): boolean {
  if (value instanceof Regex || Array.isArray(value)) return false;
  if (isDocument(value)) return !Object.keys(value)[0]?.startsWith('$');
  return !(value instanceof Opaque);
}

/** All keys of a value's type. NaN is a number that no range but its own holds. */
function bracketOf(value: Value): { from: Buffer; to: Buffer } {
  const rank = rankOf(value);
  const from = rank === ranks.number ? encodeKey(Number.NEGATIVE_INFINITY) : Buffer.from([rank]);
  return { from, to: Buffer.from([rank + 1]) };
}

function after(key: Buffer): Buffer {
  return successor(key) ?? Buffer.from([0xff]);
}
