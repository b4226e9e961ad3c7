import { refused } from '../errors';
import { equal } from '../values/compare';
import { type Document, isDocument, typeName, type Value } from '../values/types';
import {
  type Argument,
  isNullish,
  many,
  type Operators,
  requireArray,
  requireWhole,
  strict,
  unary,
  unaryOfAny,
} from './operator';

function elementAt(array: Value, place: Value): Argument {
  const items = requireArray('$arrayElemAt', array);
  return items.at(requireWhole('$arrayElemAt', place));
}

function slice(array: Value, first: Value, second?: Value): Value {
  const items = requireArray('$slice', array);
  const one = requireWhole('$slice', first);
  if (second === undefined) return one >= 0 ? items.slice(0, one) : items.slice(one);
  const count = requireWhole('$slice', second);
  if (count <= 0) throw refused(`third argument to $slice must be positive, but is ${count}`);
  const start = one >= 0 ? one : Math.max(0, items.length + one);
  return items.slice(start, start + count);
}

function range(from: Value, to: Value, step: Value = 1): Value {
  const end = requireWhole('$range', to);
  const by = requireWhole('$range', step);
  if (by === 0) throw refused('$range requires a non-zero step value');
  const items: number[] = [];
  for (let value = requireWhole('$range', from); by > 0 ? value < end : value > end; value += by) {
    if (items.length >= 1_000_000) throw refused('$range would make more than 1000000 numbers');
    items.push(value);
  }
  return items;
}

function indexOf([array, sought, from, to]: Argument[]): Argument {
  if (isNullish(array)) return null;
  const items = requireArray('$indexOfArray', array);
  const start = from === undefined ? 0 : requireWhole('$indexOfArray', from);
  const end = to === undefined ? items.length : requireWhole('$indexOfArray', to);
  if (start < 0 || end < 0) throw refused('$indexOfArray requires places of 0 or more');
  return items.findIndex((item, index) => index >= start && index < end && equal(item, sought));
}

function toObject(value: Value): Value {
  const made: Document = {};
  for (const item of requireArray('$arrayToObject', value)) {
    const [name, content] = Array.isArray(item) ? item : isDocument(item) ? [item.k, item.v] : [];
    if (typeof name !== 'string')
      throw refused('$arrayToObject requires pairs of a string and a value');
    if (name === '__proto__') throw refused('a field cannot be named __proto__');
    made[name] = content ?? null;
  }
  return made;
}

export const arrays: Operators = {
  $arrayElemAt: strict(2, 2, elementAt),
  $arrayToObject: unary(toObject),
  $concatArrays: strict(0, many, (...values) =>
    values.flatMap((value) => requireArray('$concatArrays', value)),
  ),
  $first: unary((value) => requireArray('$first', value)[0]),
  $in: {
    arity: [2, 2],
    apply: ([sought, array]) => {
      if (!Array.isArray(array))
        throw refused(`$in requires an array as a second argument, found: ${typeName(array)}`);
      return array.some((item) => equal(item, sought));
    },
  },
  $indexOfArray: { arity: [2, 4], apply: indexOf },
  $isArray: unaryOfAny((value) => Array.isArray(value)),
  $last: unary((value) => requireArray('$last', value).at(-1)),
  $range: strict(2, 3, range),
  $reverseArray: unary((value) => [...requireArray('$reverseArray', value)].reverse()),
  $size: unaryOfAny((value) => {
    if (!Array.isArray(value))
      throw refused(`The argument to $size must be an array, but was of type: ${typeName(value)}`);
    return value.length;
  }),
  $slice: strict(2, 3, slice),
};
