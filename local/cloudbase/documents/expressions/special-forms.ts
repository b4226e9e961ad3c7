import { refused } from '../errors';
import { type Document, isDocument, typeName, type Value } from '../values/types';
import { arrayForms } from './array-forms';
import { convert } from './convert';
import { dateForms } from './date-forms';
import { namedOperands, variableName } from './forms';
import { isNullish } from './operator';
import { type Compile, type Expression, isTrue, type SpecialForm } from './scope';
import { textForms } from './text-forms';

function listed(operand: Value, names: ReadonlySet<string>, compile: Compile): Expression[] {
  return (Array.isArray(operand) ? operand : [operand]).map((item) => compile(item, names));
}

function condition(operand: Value, names: ReadonlySet<string>, compile: Compile): Expression {
  const three = Array.isArray(operand) ? operand : undefined;
  if (three && three.length !== 3)
    throw refused(`Expression $cond takes exactly 3 arguments. ${three.length} were passed in.`);
  const named = three ? {} : namedOperands('$cond', operand, ['if', 'then', 'else']);
  const [test, then, otherwise] = (three ?? [named.if, named.then, named.else]).map((part) =>
    compile(part ?? null, names),
  );
  return (scope) => (isTrue(test?.(scope)) ? then?.(scope) : otherwise?.(scope));
}

function choice(operand: Value, names: ReadonlySet<string>, compile: Compile): Expression {
  const { branches, default: fallback } = namedOperands(
    '$switch',
    operand,
    ['branches'],
    ['default'],
  );
  if (!Array.isArray(branches) || branches.length === 0)
    throw refused('$switch requires at least one branch');
  const compiled = branches.map((branch) => {
    const { case: test, then } = namedOperands('$switch branch', branch, ['case', 'then']);
    return { test: compile(test ?? null, names), answer: compile(then ?? null, names) };
  });
  const otherwise = fallback === undefined ? undefined : compile(fallback, names);
  return (scope) => {
    const taken = compiled.find(({ test }) => isTrue(test(scope)));
    if (taken) return taken.answer(scope);
    if (otherwise) return otherwise(scope);
    throw refused(
      '$switch could not find a matching branch for an input, and no default was specified.',
    );
  };
}

function variables(operand: Value, names: ReadonlySet<string>, compile: Compile): Expression {
  const { vars, in: body } = namedOperands('$let', operand, ['vars', 'in']);
  if (!isDocument(vars ?? null))
    throw refused(`invalid parameter: expected an object (vars), found ${typeName(vars)}`);
  const bound = Object.entries(vars as Document).map(([name, value]) => ({
    name: variableName(name),
    value: compile(value, names),
  }));
  const inner = compile(body ?? null, new Set([...names, ...bound.map(({ name }) => name)]));
  return (scope) => {
    const values = Object.fromEntries(bound.map(({ name, value }) => [name, value(scope)]));
    return inner({ ...scope, variables: { ...scope.variables, ...values } });
  };
}

export const specialForms: Record<string, SpecialForm> = {
  ...arrayForms,
  ...dateForms,
  ...textForms,
  $convert: convert,
  $and: (operand, names, compile) => {
    const parts = listed(operand, names, compile);
    return (scope) => parts.every((part) => isTrue(part(scope)));
  },
  $or: (operand, names, compile) => {
    const parts = listed(operand, names, compile);
    return (scope) => parts.some((part) => isTrue(part(scope)));
  },
  $not: (operand, names, compile) => {
    const parts = listed(operand, names, compile);
    if (parts.length !== 1)
      throw refused(`Expression $not takes exactly 1 arguments. ${parts.length} were passed in.`);
    return (scope) => !isTrue(parts[0]?.(scope));
  },
  $cond: condition,
  $switch: choice,
  $let: variables,
  $ifNull: (operand, names, compile) => {
    const parts = listed(operand, names, compile);
    if (parts.length < 2)
      throw refused(`$ifNull needs at least two arguments, had: ${parts.length}`);
    return (scope) => {
      let value: Value | undefined;
      for (const part of parts) {
        value = part(scope);
        if (!isNullish(value)) break;
      }
      return value;
    };
  },
  $literal: (operand) => () => operand,
};
