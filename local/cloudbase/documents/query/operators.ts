import { refused } from '../errors';
import { compare, equal, rankOf } from '../values/compare';
import { reach, reachLeaves } from '../values/paths';
import {
  type Document,
  isDocument,
  opaqueTypes,
  Regex,
  typeName,
  type Value,
} from '../values/types';
import { finds, toRegExp } from './regex';

/** A test of what a path reaches in a document. */
export type Predicate = (document: Document, path: string) => boolean;

interface Compilers {
  siblings: Document;
  compileElement: (condition: Value) => (element: Value) => boolean;
}

type Make = (operand: Value, compilers: Compilers) => Predicate;

/** A test that an array passes by itself or by any of its elements. */
function anyValue(test: (value: Value | undefined) => boolean): Predicate {
  return (document, path) =>
    reachLeaves(document, path).some(
      ({ value, whole }) => test(value) || (!whole && Array.isArray(value) && value.some(test)),
    );
}

/** A test that an array passes only by its elements. */
function anyElement(test: (value: Value | undefined) => boolean): Predicate {
  return (document, path) =>
    reachLeaves(document, path).some(({ value, whole }) =>
      !whole && Array.isArray(value) ? value.some(test) : test(value),
    );
}

function not(predicate: Predicate): Predicate {
  return (document, path) => !predicate(document, path);
}

function equality(operand: Value): Predicate {
  return operand === null
    ? anyValue((value) => value === null || value === undefined)
    : anyValue((value) => value !== undefined && equal(value, operand));
}

/** Values of another type than the operand's never match; null stands for the missing too. */
function range(accepts: (difference: number) => boolean): Make {
  return (operand) => {
    if (operand instanceof Regex) throw refused("Can't have RegEx as arg to a range comparison");
    const rank = rankOf(operand);
    const orderless = typeof operand === 'number' && Number.isNaN(operand);
    return anyValue((value) => {
      if (rankOf(value) !== rank) return false;
      if (typeof value === 'number' && Number.isNaN(value) !== orderless) return false;
      return accepts(compare(value, operand));
    });
  };
}

function membership(name: string, operand: Value): Predicate {
  if (!Array.isArray(operand)) throw refused(`${name} needs an array`);
  for (const item of operand) {
    if (isDocument(item) && Object.keys(item)[0]?.startsWith('$')) {
      throw refused(`cannot nest ${Object.keys(item)[0]} under ${name}`);
    }
  }
  const tests = operand.map((item) => (item instanceof Regex ? regexTest(item) : equality(item)));
  return (document, path) => tests.some((test) => test(document, path));
}

function regexTest(regex: Regex): Predicate {
  toRegExp(regex);
  return anyElement(
    (value) =>
      (typeof value === 'string' && finds(regex, value)) ||
      (value instanceof Regex && equal(value, regex)),
  );
}

function makeRegex(operand: Value, { siblings }: Compilers): Predicate {
  const { $options } = siblings;
  if ($options !== undefined && typeof $options !== 'string')
    throw refused('$options has to be a string');
  if (operand instanceof Regex)
    return regexTest(new Regex(operand.pattern, $options ?? operand.options));
  if (typeof operand !== 'string') throw refused('$regex has to be a string');
  return regexTest(new Regex(operand, $options ?? ''));
}

function makeAll(operand: Value, { compileElement }: Compilers): Predicate {
  if (!Array.isArray(operand)) throw refused('$all needs an array');
  const tests = operand.map((item): Predicate => {
    if (item instanceof Regex) return regexTest(item);
    if (isDocument(item) && item.$elemMatch !== undefined)
      return elementTest(compileElement(item.$elemMatch));
    if (isDocument(item) && Object.keys(item)[0]?.startsWith('$'))
      throw refused(`no ${Object.keys(item)[0]} in $all`);
    return equality(item);
  });
  return (document, path) => tests.length > 0 && tests.every((test) => test(document, path));
}

function elementTest(test: (element: Value) => boolean): Predicate {
  return (document, path) =>
    reach(document, path).some((value) => Array.isArray(value) && value.some(test));
}

function makeMod(operand: Value): Predicate {
  if (!Array.isArray(operand) || operand.length !== 2)
    throw refused('malformed mod, needs to be an array of two elements');
  const [divisor, remainder] = operand.map((item) =>
    typeof item === 'number' ? Math.trunc(item) : Number.NaN,
  );
  if (
    divisor === undefined ||
    remainder === undefined ||
    Number.isNaN(divisor) ||
    Number.isNaN(remainder)
  ) {
    throw refused('malformed mod, divisor and remainder must be numbers');
  }
  if (divisor === 0) throw refused('divisor cannot be 0');
  return anyElement(
    (value) =>
      typeof value === 'number' &&
      Number.isFinite(value) &&
      Math.trunc(value) % divisor === remainder,
  );
}

function makeSize(operand: Value): Predicate {
  if (typeof operand !== 'number' || !Number.isInteger(operand) || operand < 0) {
    throw refused('$size must be a whole number, 0 or more');
  }
  return (document, path) =>
    reach(document, path).some((value) => Array.isArray(value) && value.length === operand);
}

const typeNumbers: Record<number, string> = {
  [-1]: 'minKey',
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  13: 'javascript',
  14: 'symbol',
  16: 'int',
  17: 'timestamp',
  18: 'long',
  19: 'decimal',
  127: 'maxKey',
};

const typeNames = new Set([...Object.values(typeNumbers), ...Object.values(opaqueTypes), 'number']);

function makeType(operand: Value): Predicate {
  const wanted = new Set<string>();
  for (const item of Array.isArray(operand) ? operand : [operand]) {
    const name = typeof item === 'number' ? typeNumbers[item] : item;
    if (typeof name !== 'string' || !typeNames.has(name))
      throw refused(`unknown type in $type: ${String(item)}`);
    for (const one of name === 'number' ? ['int', 'long', 'double', 'decimal'] : [name])
      wanted.add(one);
  }
  return anyValue((value) => wanted.has(typeName(value)));
}

type BitTest = (bits: bigint, mask: bigint) => boolean;

function bitwise(name: string, test: BitTest): Make {
  return (operand) => {
    const mask = maskOf(name, operand);
    return anyElement(
      (value) =>
        typeof value === 'number' && Number.isSafeInteger(value) && test(BigInt(value), mask),
    );
  };
}

function maskOf(name: string, operand: Value): bigint {
  const positions = Array.isArray(operand) ? operand : undefined;
  if (
    positions?.every(
      (place) => typeof place === 'number' && Number.isInteger(place) && place >= 0 && place < 64,
    )
  ) {
    return positions.reduce<bigint>((mask, place) => mask | (1n << BigInt(Number(place))), 0n);
  }
  if (typeof operand === 'number' && Number.isSafeInteger(operand) && operand >= 0)
    return BigInt(operand);
  throw refused(`${name} takes a bitmask of 0 or more, or an array of bit positions`);
}

/** Every operator that a field's condition may hold, but for `$not` and the geographic ones. */
export const operators: Record<string, Make> = {
  $eq: equality,
  $ne: (operand) => {
    if (operand instanceof Regex) throw refused("Can't have regex as arg to $ne.");
    return not(equality(operand));
  },
  $gt: range((difference) => difference > 0),
  $gte: range((difference) => difference >= 0),
  $lt: range((difference) => difference < 0),
  $lte: range((difference) => difference <= 0),
  $in: (operand) => membership('$in', operand),
  $nin: (operand) => not(membership('$nin', operand)),
  $exists: (operand) => {
    const wanted = operand !== null && operand !== false && operand !== 0;
    return (document, path) =>
      reach(document, path).some((value) => value !== undefined) === wanted;
  },
  $type: makeType,
  $mod: makeMod,
  $regex: makeRegex,
  $size: makeSize,
  $all: makeAll,
  $elemMatch: (operand, { compileElement }) => elementTest(compileElement(operand)),
  $bitsAllSet: bitwise('$bitsAllSet', (bits, mask) => (bits & mask) === mask),
  $bitsAnySet: bitwise('$bitsAnySet', (bits, mask) => (bits & mask) !== 0n),
  $bitsAllClear: bitwise('$bitsAllClear', (bits, mask) => (bits & mask) === 0n),
  $bitsAnyClear: bitwise('$bitsAnyClear', (bits, mask) => (bits & mask) !== mask),
};
