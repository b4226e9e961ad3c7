import { refused } from '../errors';
import { compilePull } from '../query/match';
import { compare, equal } from '../values/compare';
import { type SortField, sortKey } from '../values/sort';
import { copyOf, type Document, fieldOf, isDocument, typeName, type Value } from '../values/types';
import type { Apply } from './field-operators';
import { type Place, placeAt } from './paths';

/** The array at a place; undefined when nothing is there. */
function arrayAt(name: string, place: Place, path: string): Value[] | undefined {
  const value = place.read();
  if (value === undefined || Array.isArray(value)) return value;
  throw refused(
    `Cannot apply ${name} to a non-array value: the field '${path}' must be an array but is of type ${typeName(value)}`,
  );
}

const modifiers = new Set(['$each', '$position', '$slice', '$sort']);

function push(document: Document, path: string, operand: Value): void {
  const place = placeAt(document, path);
  const array = arrayAt('$push', place, path) ?? [];
  const { $each, $position, $slice, $sort } = pushModifiers(operand);
  if (!Array.isArray($each))
    throw refused(
      `The argument to $each in $push must be an array but it was of type: ${typeName($each)}`,
    );
  const at = whole('$position', $position) ?? array.length;
  const items = [...array];
  items.splice(at, 0, ...$each.map((item) => copyOf(item)));
  if ($sort !== undefined) items.sort(sorterOf($sort));
  const kept = whole('$slice', $slice);
  place.write(kept === undefined ? items : kept >= 0 ? items.slice(0, kept) : items.slice(kept));
}

function pushModifiers(operand: Value): Document {
  if (!isDocument(operand) || operand.$each === undefined) return { $each: [operand] };
  const unknown = Object.keys(operand).find((name) => !modifiers.has(name));
  if (unknown !== undefined) throw refused(`Unrecognized clause in $push: ${unknown}`);
  return operand;
}

function whole(name: string, value: Value | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw refused(`The value for ${name} must be a whole number, not ${typeName(value)}`);
}

/** Sorts elements themselves by 1 or -1, documents by their fields. */
function sorterOf(sort: Value): (left: Value, right: Value) => number {
  if (sort === 1 || sort === -1) return (left, right) => compare(left, right) * sort;
  const fields: SortField[] = Object.entries(isDocument(sort) ? sort : {}).map(
    ([field, direction]) => {
      if (direction !== 1 && direction !== -1)
        throw refused('The $sort element value must be either 1 or -1');
      return { field, direction };
    },
  );
  if (fields.length === 0)
    throw refused('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}');
  const keyOf = (value: Value) => sortKey(isDocument(value) ? value : {}, fields);
  return (left, right) => Buffer.compare(keyOf(left), keyOf(right));
}

function pop(document: Document, path: string, operand: Value): void {
  if (operand !== 1 && operand !== -1)
    throw refused(`$pop expects 1 or -1, found: ${String(operand)}`);
  const place = placeAt(document, path);
  const array = arrayAt('$pop', place, path);
  if (array) place.write(operand === 1 ? array.slice(0, -1) : array.slice(1));
}

function pull(document: Document, path: string, operand: Value): void {
  const place = placeAt(document, path);
  const array = arrayAt('$pull', place, path);
  if (!array) return;
  const goes = compilePull(operand);
  place.write(array.filter((item) => !goes(item)));
}

function pullAll(document: Document, path: string, operand: Value): void {
  if (!Array.isArray(operand))
    throw refused(`$pullAll requires an array argument but was given a ${typeName(operand)}`);
  const place = placeAt(document, path);
  const array = arrayAt('$pullAll', place, path);
  if (array) place.write(array.filter((item) => !operand.some((one) => equal(one, item))));
}

function addToSet(document: Document, path: string, operand: Value): void {
  const place = placeAt(document, path);
  const array = [...(arrayAt('$addToSet', place, path) ?? [])];
  for (const item of addedItems(operand)) {
    if (!array.some((one) => equal(one, item))) array.push(copyOf(item));
  }
  place.write(array);
}

function addedItems(operand: Value): Value[] {
  const each = isDocument(operand) ? fieldOf(operand, '$each') : undefined;
  if (each === undefined) return [operand];
  if (!Array.isArray(each))
    throw refused(
      `The argument to $each in $addToSet must be an array but it was of type ${typeName(each)}`,
    );
  const unknown = isDocument(operand)
    ? Object.keys(operand).find((name) => name !== '$each')
    : undefined;
  if (unknown !== undefined)
    throw refused(`Found unexpected fields after $each in $addToSet: ${unknown}`);
  return each;
}

export const arrayOperators: Record<string, Apply> = {
  $push: push,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
  $addToSet: addToSet,
};
