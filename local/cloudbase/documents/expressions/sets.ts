import { refused } from '../errors';
import { compare } from '../values/compare';
import { encodeKey } from '../values/keys';
import { typeName, type Value } from '../values/types';
import { type Argument, many, type Operators, requireArray, strict } from './operator';
import { isTrue } from './scope';

/** The distinct values of an array by their key, in the order they first came. */
export function distinct(items: readonly Value[]): Map<string, Value> {
  const found = new Map<string, Value>();
  for (const item of items) {
    const key = encodeKey(item).toString('latin1');
    if (!found.has(key)) found.set(key, item);
  }
  return found;
}

function sorted(items: Iterable<Value>): Value[] {
  return [...items].sort(compare);
}

function arraysOf(name: string, values: Argument[]): Value[][] {
  return values.map((value) => {
    if (Array.isArray(value)) return value;
    throw refused(
      `All operands of ${name} must be arrays. One argument is of type: ${typeName(value)}`,
    );
  });
}

function intersection(...values: Value[]): Value {
  const [first = new Map<string, Value>(), ...others] = arraysOf('$setIntersection', values).map(
    distinct,
  );
  return sorted(
    [...first].filter(([key]) => others.every((other) => other.has(key))).map(([, value]) => value),
  );
}

function difference(left: Value, right: Value): Value {
  const [kept = [], taken = []] = arraysOf('$setDifference', [left, right]);
  const without = distinct(taken);
  return [...distinct(kept)].filter(([key]) => !without.has(key)).map(([, value]) => value);
}

function equals(values: Argument[]): boolean {
  const [first = new Map<string, Value>(), ...others] = arraysOf('$setEquals', values).map(
    distinct,
  );
  return others.every(
    (other) => other.size === first.size && [...other.keys()].every((key) => first.has(key)),
  );
}

function isSubset(values: Argument[]): boolean {
  const [inner = new Map<string, Value>(), outer = inner] = arraysOf('$setIsSubset', values).map(
    distinct,
  );
  return [...inner.keys()].every((key) => outer.has(key));
}

export const sets: Operators = {
  $allElementsTrue: {
    arity: [1, 1],
    apply: ([value]) => requireArray('$allElementsTrue', value).every(isTrue),
  },
  $anyElementTrue: {
    arity: [1, 1],
    apply: ([value]) => requireArray('$anyElementTrue', value).some(isTrue),
  },
  $setDifference: strict(2, 2, difference),
  $setEquals: { arity: [2, many], apply: equals },
  $setIntersection: strict(0, many, intersection),
  $setIsSubset: { arity: [2, 2], apply: isSubset },
  $setUnion: strict(0, many, (...values) =>
    sorted(distinct(arraysOf('$setUnion', values).flat()).values()),
  ),
};
