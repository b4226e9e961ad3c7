import { refused } from '../errors';
import { compare } from '../values/compare';
import { copyOf, type Document, isDocument, typeName, type Value } from '../values/types';
import { leadsThroughArray, type Place, placeAt, removeAt } from './paths';

/** Applies one operator to one path of a document that may be changed. */
export type Apply = (document: Document, path: string, operand: Value) => void;

function onPlace(change: (place: Place, operand: Value, path: string) => void): Apply {
  return (document, path, operand) => change(placeAt(document, path), operand, path);
}

function arithmetic(
  name: string,
  verb: string,
  absent: number,
  apply: (value: number, by: number) => number,
): Apply {
  return onPlace((place, operand, path) => {
    if (typeof operand !== 'number') {
      throw refused(
        `Cannot ${verb} with non-numeric argument: {${path}: ${typeName(operand)}} (${name})`,
      );
    }
    const value = place.read() ?? absent;
    if (place.read() === null || typeof value !== 'number') {
      throw refused(
        `Cannot apply ${name} to a value of non-numeric type: '${path}' is of type ${typeName(place.read())}`,
      );
    }
    place.write(apply(value, operand));
  });
}

function extreme(direction: 1 | -1): Apply {
  return onPlace((place, operand) => {
    const value = place.read();
    if (value === undefined || compare(operand, value) * direction > 0)
      place.write(copyOf(operand));
  });
}

function rename(document: Document, path: string, operand: Value): void {
  if (typeof operand !== 'string') throw refused('The to field of $rename must be a string');
  if (operand === path)
    throw refused(`The source and target field for $rename must differ: ${path}`);
  if (operand.startsWith(`${path}.`) || path.startsWith(`${operand}.`)) {
    throw refused(
      `The source and target field for $rename must not be on the same path: ${path}, ${operand}`,
    );
  }
  if (leadsThroughArray(document, path))
    throw refused(`The source field cannot be an array element, '${path}'`);
  const value = placeAt(document, path).read();
  if (value === undefined) return;
  if (leadsThroughArray(document, operand))
    throw refused(`The destination field cannot be an array element, '${operand}'`);
  removeAt(document, path);
  placeAt(document, operand).write(value);
}

const bitOperators: Record<string, (value: bigint, by: bigint) => bigint> = {
  and: (value, by) => value & by,
  or: (value, by) => value | by,
  xor: (value, by) => value ^ by,
};

const bit = onPlace((place, operand, path) => {
  if (!isDocument(operand) || Object.keys(operand).length === 0)
    throw refused(`$bit needs and, or or xor for '${path}'`);
  for (const [name, by] of Object.entries(operand)) {
    const apply = Object.hasOwn(bitOperators, name) ? bitOperators[name] : undefined;
    if (!apply)
      throw refused(`The $bit modifier only supports 'and', 'or', and 'xor', not '${name}'`);
    const value = place.read() ?? 0;
    if (place.read() === null || !Number.isSafeInteger(value) || !Number.isSafeInteger(by)) {
      throw refused(`Cannot apply $bit to a value of non-integral type: '${path}'`);
    }
    place.write(Number(BigInt.asIntN(64, apply(BigInt(Number(value)), BigInt(Number(by))))));
  }
});

/** `$currentDate` is told the time. */
export function currentDate(now: number): Apply {
  return onPlace((place, operand, path) => {
    const asked = isDocument(operand) ? operand.$type : operand;
    if (asked !== true && asked !== 'date')
      throw refused(`$currentDate serves dates alone, for '${path}'`);
    place.write(new Date(now));
  });
}

export const fieldOperators: Record<string, Apply> = {
  $set: onPlace((place, operand) => place.write(copyOf(operand))),
  $unset: (document, path) => removeAt(document, path),
  $inc: arithmetic('$inc', 'increment', 0, (value, by) => value + by),
  $mul: arithmetic('$mul', 'multiply', 0, (value, by) => value * by),
  $min: extreme(-1),
  $max: extreme(1),
  $rename: rename,
  $bit: bit,
};
