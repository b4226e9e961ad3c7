import { isPlace, splitPath } from '../values/paths';
import { type Document, fieldOf, isDocument, type Value } from '../values/types';
import { compileQuery, isOperatorObject, type Matcher } from './match';

/** Finds which element of an array made a query match; undefined when no condition of it was on the array. */
export type FindPlace = (document: Document) => number | undefined;

/** Operators that an array passes by one of its elements. */
const byElement = new Set([
  '$eq',
  '$gt',
  '$gte',
  '$lt',
  '$lte',
  '$in',
  '$regex',
  '$mod',
  '$type',
  '$elemMatch',
  '$bitsAllSet',
  '$bitsAnySet',
  '$bitsAllClear',
  '$bitsAnyClear',
]);

/**
 * Compiles the search for the place that `$` stands for, in an update or a projection of the array at
 * `path`. Of several conditions on the array the last one decides, as in MongoDB.
 */
export function compilePlace(query: Document, path: string): FindPlace {
  const finders = Object.entries(query).flatMap(([name, condition]) => {
    if (name === '$and' && Array.isArray(condition))
      return condition.filter(isDocument).map((branch) => compilePlace(branch, path));
    if (name === '$or' && Array.isArray(condition)) return [ofFirstMatch(condition, path)];
    if (!isOn(name, path)) return [];
    return conditionsOf(condition).map((one) => ofCondition(name, one, path));
  });
  return (document) =>
    finders.reduce<number | undefined>((found, find) => find(document) ?? found, undefined);
}

/** True for a condition on the array at `path`, or on a field of its elements. */
function isOn(name: string, path: string): boolean {
  if (name === path) return true;
  if (!name.startsWith(`${path}.`)) return false;
  return !isPlace(name.slice(path.length + 1).split('.')[0] ?? '');
}

/** A condition taken apart into those that an element can pass alone; a negation tells no element. */
function conditionsOf(condition: Value): Value[] {
  if (!isOperatorObject(condition)) return [condition];
  const { $options, ...operators } = condition;
  return Object.entries(operators).flatMap(([name, operand]): Value[] => {
    if (name === '$all' && Array.isArray(operand)) return operand;
    if (!byElement.has(name)) return [];
    return [
      name === '$regex' && $options !== undefined
        ? { $regex: operand, $options }
        : { [name]: operand },
    ];
  });
}

function ofCondition(name: string, condition: Value, path: string): FindPlace {
  const matches = compileQuery({ [name]: condition });
  return (document) => {
    const array = valueAt(document, path);
    if (!Array.isArray(array)) return undefined;
    const place = array.findIndex((element) => matches(holding(path, [element])));
    return place < 0 ? undefined : place;
  };
}

function ofFirstMatch(branches: Value[], path: string): FindPlace {
  const choices = branches
    .filter(isDocument)
    .map((branch): [Matcher, FindPlace] => [compileQuery(branch), compilePlace(branch, path)]);
  return (document) => choices.find(([matches]) => matches(document))?.[1](document);
}

function valueAt(document: Document, path: string): Value | undefined {
  return splitPath(path).reduce<Value | undefined>((holder, step) => {
    if (Array.isArray(holder)) return isPlace(step) ? holder[Number(step)] : undefined;
    return isDocument(holder) ? fieldOf(holder, step) : undefined;
  }, document);
}

/** A document with a value at a path and nothing else. */
function holding(path: string, value: Value): Document {
  const [first = '', ...rest] = splitPath(path);
  return { [first]: rest.length === 0 ? value : holding(rest.join('.'), value) };
}
