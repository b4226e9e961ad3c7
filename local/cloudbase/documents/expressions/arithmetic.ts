import { refused } from '../errors';
import { typeName, type Value } from '../values/types';
import { many, type Operator, type Operators, requireNumber, strict, unary } from './operator';

function ofNumber(name: string, apply: (value: number) => number): Operator {
  return unary((value) => apply(requireNumber(name, value)));
}

function add(...values: Value[]): Value {
  let sum = 0;
  let dates = 0;
  for (const value of values) {
    if (value instanceof Date) {
      dates += 1;
      sum += value.getTime();
    } else if (typeof value === 'number') sum += value;
    else throw refused(`$add only supports numeric or date types, not ${typeName(value)}`);
  }
  if (dates > 1) throw refused('only one date allowed in an $add expression');
  return dates === 1 ? new Date(Math.round(sum)) : sum;
}

function subtract(left: Value, right: Value): Value {
  if (left instanceof Date && right instanceof Date) return left.getTime() - right.getTime();
  if (left instanceof Date && typeof right === 'number')
    return new Date(left.getTime() - Math.round(right));
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  throw refused(`can't $subtract a ${typeName(right)} from a ${typeName(left)}`);
}

function divide(left: Value, right: Value): number {
  const divisor = requireNumber('$divide', right);
  if (divisor === 0) throw refused("can't $divide by zero");
  return requireNumber('$divide', left) / divisor;
}

function modulo(left: Value, right: Value): number {
  const divisor = requireNumber('$mod', right);
  if (divisor === 0) throw refused("can't $mod by zero");
  return requireNumber('$mod', left) % divisor;
}

function logarithm(left: Value, right: Value): number {
  const value = requireNumber('$log', left);
  const base = requireNumber('$log', right);
  if (value <= 0) throw refused(`$log's argument must be a positive number, but is ${value}`);
  if (base <= 0 || base === 1)
    throw refused(`$log's base must be a positive number not equal to 1, but is ${base}`);
  return Math.log(value) / Math.log(base);
}

function positive(name: string, apply: (value: number) => number): Operator {
  return ofNumber(name, (value) => {
    if (value <= 0) throw refused(`${name}'s argument must be a positive number, but is ${value}`);
    return apply(value);
  });
}

function power(left: Value, right: Value): number {
  const base = requireNumber('$pow', left);
  const exponent = requireNumber('$pow', right);
  if (base === 0 && exponent < 0)
    throw refused('$pow cannot take a base of 0 and a negative exponent');
  return base ** exponent;
}

/** Cuts or rounds at a decimal place, working on the number's decimal digits rather than on its binary ones. */
function atPlace(name: string, round: (value: number) => number): Operator {
  return strict(1, 2, (left, right = 0) => {
    const value = requireNumber(name, left);
    const place = requireNumber(name, right);
    if (!Number.isInteger(place) || place < -20 || place > 100) {
      throw refused(
        `cannot apply ${name} with precision value ${place}, value must be in [-20, 100]`,
      );
    }
    if (!Number.isFinite(value)) return value;
    return place === 0 ? round(value) : shift(round(shift(value, place)), -place);
  });
}

function shift(value: number, places: number): number {
  const [digits = '0', exponent = '0'] = String(value).split('e');
  return Number(`${digits}e${Number(exponent) + places}`);
}

/** Halves go to the even neighbour. */
function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

export const arithmetic: Operators = {
  $abs: ofNumber('$abs', Math.abs),
  $add: strict(0, many, add),
  $ceil: ofNumber('$ceil', Math.ceil),
  $divide: strict(2, 2, divide),
  $exp: ofNumber('$exp', Math.exp),
  $floor: ofNumber('$floor', Math.floor),
  $ln: positive('$ln', Math.log),
  $log: strict(2, 2, logarithm),
  $log10: positive('$log10', Math.log10),
  $mod: strict(2, 2, modulo),
  $multiply: strict(0, many, (...values) =>
    values.reduce<number>((product, value) => product * requireNumber('$multiply', value), 1),
  ),
  $pow: strict(2, 2, power),
  $round: atPlace('$round', roundHalfEven),
  $sqrt: ofNumber('$sqrt', (value) => {
    if (value < 0) throw refused("$sqrt's argument must be greater than or equal to 0");
    return Math.sqrt(value);
  }),
  $subtract: strict(2, 2, subtract),
  $trunc: atPlace('$trunc', Math.trunc),
};
