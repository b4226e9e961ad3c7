import { ServiceError } from '../service-error';
import { compareValues, sameValue, typeRank } from './order';
import { type Fields, isObject, type Value } from './values';

/** A test of what stands at a path: several values where the path crosses arrays. */
export type Condition = (leaves: Value[]) => boolean;
type Make = (operand: Value, queryOf: QueryOf, condition: Fields) => Condition;
type QueryOf = (query: Fields) => (document: Fields) => boolean;

const makers: Record<string, Make> = {
  $eq: (operand) => equals(operand),
  $ne: (operand) => not(equals(operand)),
  $in: (operand) => amongst('$in', operand),
  $nin: (operand) => not(amongst('$nin', operand)),
  $gt: (operand) => compares(operand, (order) => order > 0, false),
  $gte: (operand) => compares(operand, (order) => order >= 0, true),
  $lt: (operand) => compares(operand, (order) => order < 0, false),
  $lte: (operand) => compares(operand, (order) => order <= 0, true),
  $exists: (operand) => (leaves) => leaves.some((leaf) => leaf !== undefined) === Boolean(operand),
  $size: (operand) => (leaves) =>
    leaves.some((leaf) => Array.isArray(leaf) && leaf.length === operand),
  $mod: modulo,
  $type: ofType,
  $regex: (operand, _queryOf, { $options }) => matching(operand, $options),
  $options: () => () => true,
  $not: (operand, queryOf) => {
    if (!isObject(operand) && !(operand instanceof RegExp))
      throw failed('$not needs a regex or a document');
    return not(conditionOn(operand, queryOf));
  },
  $all: every,
  $elemMatch: element,
};

/** The types that `$type` names, by MongoDB's alias and number. */
const types: Record<string, (value: Value) => boolean> = {
  number: (value) => typeof value === 'number',
  double: (value) => typeof value === 'number' && !Number.isInteger(value),
  int: (value) => Number.isInteger(value) && Math.abs(Number(value)) < 2 ** 31,
  long: (value) => Number.isInteger(value) && Math.abs(Number(value)) >= 2 ** 31,
  string: (value) => typeof value === 'string',
  object: isObject,
  array: Array.isArray,
  objectId: (value) => typeRank(value) === 7,
  bool: (value) => typeof value === 'boolean',
  date: (value) => value instanceof Date,
  null: (value) => value === null,
  regex: (value) => value instanceof RegExp,
};
const typeNumbers: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
};

/**
 * A condition on one path: a value to be equal to, a regular expression, or operators.
 * @throws ServiceError that names an operator which is not served
 */
export function conditionOn(value: Value, queryOf: QueryOf): Condition {
  if (!isObject(value) || !Object.keys(value).some((key) => key.startsWith('$')))
    return equals(value);
  const parts = Object.entries(value).map(([operator, operand]) => {
    const make = Object.hasOwn(makers, operator) ? makers[operator] : undefined;
    if (!make) throw failed(`query operator ${operator} is not served here`);
    return make(operand, queryOf, value);
  });
  return (leaves) => parts.every((part) => part(leaves));
}

function equals(operand: Value): Condition {
  if (operand instanceof RegExp) return matching(operand, undefined);
  const same = (value: Value) =>
    operand === null ? value == null : value !== undefined && sameValue(value, operand);
  return (leaves) => leaves.some((leaf) => same(leaf) || (Array.isArray(leaf) && leaf.some(same)));
}

function amongst(name: string, operand: Value): Condition {
  const options = list(name, operand).map((value) => equals(value));
  return (leaves) => options.some((option) => option(leaves));
}

/** Within the operand's type only; null compares with null and missing, and with nothing else. */
function compares(operand: Value, wanted: (order: number) => boolean, orEqual: boolean): Condition {
  if (operand instanceof RegExp) throw failed('a range needs a value to compare with');
  const rank = typeRank(operand);
  const holds = (value: Value) => {
    if (typeRank(value) !== rank) return false;
    if (value === undefined && operand !== null) return false;
    if (Number.isNaN(value) || Number.isNaN(operand))
      return orEqual && Number.isNaN(value) && Number.isNaN(operand);
    return wanted(compareValues(value, operand));
  };
  return (leaves) =>
    leaves.some((leaf) => holds(leaf) || (Array.isArray(leaf) && leaf.some(holds)));
}

function matching(operand: Value, options: Value): Condition {
  const regex = regexOf(operand, options);
  const holds = (value: Value) => {
    if (value instanceof RegExp) return String(value) === String(regex);
    regex.lastIndex = 0;
    return typeof value === 'string' && regex.test(value);
  };
  return (leaves) =>
    leaves.some((leaf) => holds(leaf) || (Array.isArray(leaf) && leaf.some(holds)));
}

function regexOf(operand: Value, options: Value): RegExp {
  const source = operand instanceof RegExp ? operand.source : operand;
  if (typeof source !== 'string') throw failed('$regex needs a string or a regular expression');
  const flags =
    typeof options === 'string' ? options : operand instanceof RegExp ? operand.flags : '';
  try {
    return new RegExp(source, flags.replace(/[^imsu]/g, ''));
  } catch {
    throw failed(`'${source}' is no regular expression`);
  }
}

function modulo(operand: Value): Condition {
  const [divisor, remainder] = list('$mod', operand).map(Number);
  if (!divisor || remainder === undefined) throw failed('$mod needs [divisor, remainder]');
  const holds = (value: Value) =>
    typeof value === 'number' && Math.trunc(value) % Math.trunc(divisor) === remainder;
  return (leaves) =>
    leaves.some((leaf) => holds(leaf) || (Array.isArray(leaf) && leaf.some(holds)));
}

function ofType(operand: Value): Condition {
  const tests = (Array.isArray(operand) ? operand : [operand]).map((name) => {
    const test = types[typeof name === 'number' ? (typeNumbers[name] ?? '') : String(name)];
    if (!test) throw failed(`$type ${String(name)} is not served here`);
    return test;
  });
  const holds = (value: Value) => value !== undefined && tests.some((test) => test(value));
  return (leaves) =>
    leaves.some((leaf) => holds(leaf) || (Array.isArray(leaf) && leaf.some(holds)));
}

function every(operand: Value, queryOf: QueryOf): Condition {
  const parts = list('$all', operand).map((value) =>
    isObject(value) && '$elemMatch' in value ? element(value.$elemMatch, queryOf) : equals(value),
  );
  return (leaves) => parts.length > 0 && parts.every((part) => part(leaves));
}

/** One element of an array meets the whole query, or the whole condition. */
function element(operand: Value, queryOf: QueryOf): Condition {
  if (!isObject(operand)) throw failed('$elemMatch needs an Object');
  const isCondition = Object.keys(operand).some((key) => Object.hasOwn(makers, key));
  const condition = isCondition ? conditionOn(operand, queryOf) : null;
  const query = isCondition ? () => false : queryOf(operand);
  const holds = (item: Value) => (condition ? condition([item]) : isObject(item) && query(item));
  return (leaves) => leaves.some((leaf) => Array.isArray(leaf) && leaf.some(holds));
}

function not(condition: Condition): Condition {
  return (leaves) => !condition(leaves);
}

function list(name: string, operand: Value): Value[] {
  if (!Array.isArray(operand)) throw failed(`${name} needs an array`);
  return operand;
}

function failed(message: string): ServiceError {
  return new ServiceError('DATABASE_REQUEST_FAILED', message);
}
