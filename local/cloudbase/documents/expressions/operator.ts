import { refused } from '../errors';
import { typeName, type Value } from '../values/types';

export type Argument = Value | undefined;

/** An operator whose operands are all evaluated first. */
export interface Operator {
  arity: readonly [least: number, most: number];
  apply: (args: Argument[]) => Argument;
}

export type Operators = Record<string, Operator>;

export const many = Number.POSITIVE_INFINITY;

export function isNullish(value: Argument): value is null | undefined {
  return value === null || value === undefined;
}

/** One operand; null and the missing give null. */
export function unary(apply: (value: Value) => Argument): Operator {
  return { arity: [1, 1], apply: ([value]) => (isNullish(value) ? null : apply(value)) };
}

/** One operand, null and the missing handed on. */
export function unaryOfAny(apply: (value: Argument) => Argument): Operator {
  return { arity: [1, 1], apply: ([value]) => apply(value) };
}

/** Several operands; one null or missing among them gives null. */
export function strict(
  least: number,
  most: number,
  apply: (...args: Value[]) => Argument,
): Operator {
  return {
    arity: [least, most],
    apply: (args) => {
      const present: Value[] = [];
      for (const value of args) {
        if (isNullish(value)) return null;
        present.push(value);
      }
      return apply(...present);
    },
  };
}

export function requireNumber(name: string, value: Argument): number {
  if (typeof value === 'number') return value;
  throw refused(`${name} only supports numeric types, not ${typeName(value)}`);
}

export function requireWhole(name: string, value: Argument): number {
  if (typeof value === 'number' && Number.isInteger(value)) return value;
  throw refused(`${name} requires a whole number, found: ${typeName(value)}`);
}

export function requireText(name: string, value: Argument): string {
  if (typeof value === 'string') return value;
  throw refused(`${name} requires a string argument, found: ${typeName(value)}`);
}

export function requireArray(name: string, value: Argument): Value[] {
  if (Array.isArray(value)) return value;
  throw refused(`${name} requires an array, found: ${typeName(value)}`);
}
