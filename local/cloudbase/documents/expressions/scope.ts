import type { Document, Value } from '../values/types';

/** What an expression is evaluated against: the document and the variables that stand for values. */
export interface Scope {
  root: Document;
  variables: Readonly<Record<string, Value | undefined>>;
}

/** A compiled expression. It answers undefined for a field that is missing. */
export type Expression = (scope: Scope) => Value | undefined;

/** Compiles an operand; `names` are the variables that may be used in it, beside the system's own. */
export type Compile = (expression: Value, names: ReadonlySet<string>) => Expression;

/** An operator that decides itself which of its operands are evaluated, and with which variables. */
export type SpecialForm = (
  operand: Value,
  names: ReadonlySet<string>,
  compile: Compile,
) => Expression;

export function rootScope(root: Document, variables: Scope['variables'] = {}): Scope {
  return { root, variables };
}

/** True for what `$cond`, `$and` and `$expr` take as true: anything but false, null, 0 and the missing. */
export function isTrue(value: Value | undefined): boolean {
  return value !== undefined && value !== null && value !== false && value !== 0;
}
