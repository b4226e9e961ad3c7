import { refused } from '../errors';
import type { Value } from '../values/types';
import { namedOperands, variableName } from './forms';
import { isNullish, requireArray, requireWhole } from './operator';
import { type Compile, type Expression, isTrue, type Scope, type SpecialForm } from './scope';

function withVariable(scope: Scope, name: string, value: Value): Scope {
  return { ...scope, variables: { ...scope.variables, [name]: value } };
}

/** The name that stands for an element, `this` when none is given. */
function elementName(as: Value | undefined): string {
  if (as === undefined) return 'this';
  if (typeof as !== 'string') throw refused('a variable name must be a string');
  return variableName(as);
}

function map(operand: Value, names: ReadonlySet<string>, compile: Compile): Expression {
  const { input, as, in: body } = namedOperands('$map', operand, ['input', 'in'], ['as']);
  const name = elementName(as);
  const source = compile(input ?? null, names);
  const each = compile(body ?? null, new Set([...names, name]));
  return (scope) => {
    const array = source(scope);
    if (isNullish(array)) return null;
    return requireArray('$map', array).map((item) => each(withVariable(scope, name, item)) ?? null);
  };
}

function filter(operand: Value, names: ReadonlySet<string>, compile: Compile): Expression {
  const { input, as, cond, limit } = namedOperands(
    '$filter',
    operand,
    ['input', 'cond'],
    ['as', 'limit'],
  );
  const name = elementName(as);
  const source = compile(input ?? null, names);
  const test = compile(cond ?? null, new Set([...names, name]));
  const most = limit === undefined ? undefined : compile(limit, names);
  return (scope) => {
    const array = source(scope);
    if (isNullish(array)) return null;
    const kept = requireArray('$filter', array).filter((item) =>
      isTrue(test(withVariable(scope, name, item))),
    );
    const count = most?.(scope);
    return isNullish(count) ? kept : kept.slice(0, requireWhole('$filter', count));
  };
}

function reduce(operand: Value, names: ReadonlySet<string>, compile: Compile): Expression {
  const {
    input,
    initialValue,
    in: body,
  } = namedOperands('$reduce', operand, ['input', 'initialValue', 'in']);
  const source = compile(input ?? null, names);
  const start = compile(initialValue ?? null, names);
  const step = compile(body ?? null, new Set([...names, 'this', 'value']));
  return (scope) => {
    const array = source(scope);
    if (isNullish(array)) return null;
    let value = start(scope);
    for (const item of requireArray('$reduce', array)) {
      value = step({ ...scope, variables: { ...scope.variables, this: item, value } });
    }
    return value;
  };
}

function zip(operand: Value, names: ReadonlySet<string>, compile: Compile): Expression {
  const { inputs, useLongestLength, defaults } = namedOperands(
    '$zip',
    operand,
    ['inputs'],
    ['useLongestLength', 'defaults'],
  );
  if (!Array.isArray(inputs) || inputs.length === 0)
    throw refused('$zip requires at least one input array');
  if (defaults !== undefined && useLongestLength !== true)
    throw refused('$zip defaults need useLongestLength');
  const sources = inputs.map((input) => compile(input, names));
  const fill = defaults === undefined ? undefined : compile(defaults, names);
  return (scope) => {
    const arrays: Value[][] = [];
    for (const source of sources) {
      const array = source(scope);
      if (isNullish(array)) return null;
      arrays.push(requireArray('$zip', array));
    }
    const fillers = fill ? requireArray('$zip', fill(scope)) : [];
    if (fill && fillers.length !== arrays.length)
      throw refused('$zip defaults and inputs must have the same length');
    const lengths = arrays.map(({ length }) => length);
    const length = useLongestLength === true ? Math.max(...lengths) : Math.min(...lengths);
    return Array.from({ length }, (_, place) =>
      arrays.map((array, index) => array[place] ?? fillers[index] ?? null),
    );
  };
}

export const arrayForms: Record<string, SpecialForm> = {
  $map: map,
  $filter: filter,
  $reduce: reduce,
  $zip: zip,
};
