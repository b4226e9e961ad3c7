import { ServiceError } from '../service-error';
import { predicateOf } from './match';
import { compareValues, sameValue } from './order';
import { setAt, unsetAt, valueAt } from './paths';
import { copy, type Fields, isObject, type Value } from './values';

type Operator = (document: Fields, path: string, operand: Value, now: number) => void;

/** The update operators of MongoDB that the SDK can send; each changes one path of a document. */
const operators: Record<string, Operator> = {
  $set: (document, path, operand) => setAt(document, path, copy(operand)),
  $unset: (document, path) => unsetAt(document, path),
  $setOnInsert: () => undefined,
  $inc: (document, path, operand) => arithmetic('$inc', document, path, operand, (a, b) => a + b),
  $mul: (document, path, operand) => arithmetic('$mul', document, path, operand, (a, b) => a * b),
  $min: (document, path, operand) => keep(document, path, operand, (order) => order < 0),
  $max: (document, path, operand) => keep(document, path, operand, (order) => order > 0),
  $rename: rename,
  $bit: bitwise,
  $currentDate: (document, path, _operand, now) => setAt(document, path, new Date(now)),
  $push: push,
  $pop: pop,
  $pull: pull,
  $pullAll: (document, path, operand) => {
    const unwanted = listOperand('$pullAll', operand);
    withArray(document, path, '$pullAll', (list) =>
      list.filter((item) => !unwanted.some((other) => sameValue(item, other))),
    );
  },
  $addToSet: addToSet,
};

/**
 * Applies an update document (`{ $set: { … }, $inc: { … } }`) to a copy of a document.
 * @throws ServiceError that names an operator which is not served, or why one cannot be applied
 */
export function updated(document: Fields, update: Fields, now: number): Fields {
  const result = copy(document);
  const entries = Object.entries(update);
  if (entries.length === 0) throw failed('the update is empty');
  for (const [name, paths] of entries) {
    const apply = Object.hasOwn(operators, name) ? operators[name] : undefined;
    if (!apply) throw failed(`update operator ${name} is not served here`);
    if (!isObject(paths)) throw failed(`${name} needs an object of fields`);
    for (const [path, operand] of Object.entries(paths)) {
      if (path === '_id')
        throw failed('Performing an update on the path _id would modify the immutable field _id');
      if (path === '' || path.split('.').includes('')) throw failed(`'${path}' is no field path`);
      apply(result, path, operand, now);
    }
  }
  return result;
}

function arithmetic(
  name: string,
  document: Fields,
  path: string,
  operand: Value,
  compute: (a: number, b: number) => number,
): void {
  if (typeof operand !== 'number') throw failed(`${name} needs a number`);
  const current = valueAt(document, path);
  if (current !== undefined && typeof current !== 'number') {
    throw failed(`Cannot apply ${name} to a value of non-numeric type at '${path}'`);
  }
  setAt(document, path, compute(current ?? 0, operand));
}

function keep(
  document: Fields,
  path: string,
  operand: Value,
  wins: (order: number) => boolean,
): void {
  const current = valueAt(document, path);
  if (current === undefined || wins(compareValues(operand, current)))
    setAt(document, path, copy(operand));
}

function rename(document: Fields, path: string, operand: Value): void {
  if (typeof operand !== 'string') throw failed('$rename needs a new name');
  const value = valueAt(document, path);
  if (value === undefined) return;
  unsetAt(document, path);
  setAt(document, operand, value);
}

function bitwise(document: Fields, path: string, operand: Value): void {
  if (!isObject(operand)) throw failed('$bit needs { and | or | xor: integer }');
  let value = Number(valueAt(document, path) ?? 0);
  for (const [name, bits] of Object.entries(operand)) {
    if (!Number.isInteger(bits)) throw failed('$bit needs integers');
    if (name === 'and') value &= Number(bits);
    else if (name === 'or') value |= Number(bits);
    else if (name === 'xor') value ^= Number(bits);
    else throw failed(`$bit knows and, or, xor, not ${name}`);
  }
  setAt(document, path, value);
}

/** `{ $each, $position, $slice, $sort }` or one value. */
function push(document: Fields, path: string, operand: Value): void {
  const modifiers = isObject(operand) && '$each' in operand ? operand : { $each: [operand] };
  const unknown = Object.keys(modifiers).find(
    (key) => !['$each', '$position', '$slice', '$sort'].includes(key),
  );
  if (unknown) throw failed(`$push modifier ${unknown} is not served here`);
  const added = listOperand('$each', modifiers.$each).map(copy);
  withArray(
    document,
    path,
    '$push',
    (list) => {
      const result = [...list];
      const position = modifiers.$position;
      if (position === undefined) result.push(...added);
      else result.splice(integer('$position', position), 0, ...added);
      if (modifiers.$sort !== undefined) result.sort(orderOf(modifiers.$sort));
      return modifiers.$slice === undefined
        ? result
        : sliced(result, integer('$slice', modifiers.$slice));
    },
    true,
  );
}

function orderOf(sort: Value): (a: Value, b: Value) => number {
  if (!isObject(sort)) return (a, b) => compareValues(a, b) * integer('$sort', sort);
  return (a, b) => {
    for (const [path, direction] of Object.entries(sort)) {
      const order = compareValues(valueAt(a, path), valueAt(b, path));
      if (order !== 0) return order * integer('$sort', direction);
    }
    return 0;
  };
}

function sliced(list: Value[], count: number): Value[] {
  return count >= 0 ? list.slice(0, count) : list.slice(count);
}

function pop(document: Fields, path: string, operand: Value): void {
  if (operand !== 1 && operand !== -1) throw failed('$pop expects 1 or -1');
  withArray(document, path, '$pop', (list) => (operand === 1 ? list.slice(0, -1) : list.slice(1)));
}

/** A condition on elements, a query on their fields, or a value to be equal to. */
function pull(document: Fields, path: string, operand: Value): void {
  const unwanted = pullPredicate(operand);
  withArray(document, path, '$pull', (list) => list.filter((item) => !unwanted(item)));
}

function pullPredicate(operand: Value): (item: Value) => boolean {
  if (operand instanceof RegExp) return (item) => typeof item === 'string' && operand.test(item);
  if (!isObject(operand)) return (item) => sameValue(item, operand);
  const isCondition = Object.keys(operand).some(
    (key) => key.startsWith('$') && key !== '$or' && key !== '$and',
  );
  if (isCondition) {
    const test = predicateOf({ item: operand });
    return (item) => test({ item });
  }
  const test = predicateOf(operand);
  return (item) => isObject(item) && test(item);
}

function addToSet(document: Fields, path: string, operand: Value): void {
  const added =
    isObject(operand) && '$each' in operand ? listOperand('$each', operand.$each) : [operand];
  withArray(
    document,
    path,
    '$addToSet',
    (list) => {
      const result = [...list];
      for (const item of added) {
        if (!result.some((other) => sameValue(other, item))) result.push(copy(item));
      }
      return result;
    },
    true,
  );
}

function withArray(
  document: Fields,
  path: string,
  name: string,
  change: (list: Value[]) => Value[],
  makes = false,
): void {
  const current = valueAt(document, path);
  if (current === undefined) {
    if (makes) setAt(document, path, change([]));
    return;
  }
  if (!Array.isArray(current))
    throw failed(`Cannot apply ${name} to a non-array value at '${path}'`);
  setAt(document, path, change(current));
}

function listOperand(name: string, operand: Value): Value[] {
  if (!Array.isArray(operand)) throw failed(`${name} needs an array`);
  return operand;
}

function integer(name: string, value: Value): number {
  if (!Number.isInteger(value)) throw failed(`${name} needs an integer`);
  return Number(value);
}

function failed(message: string): ServiceError {
  return new ServiceError('DATABASE_REQUEST_FAILED', message);
}
