import { refused } from '../errors';
import { splitPath } from '../values/paths';
import { type Document, fieldOf, isDocument, type Value } from '../values/types';
import { eagerOperators } from './operators';
import type { Expression } from './scope';
import { specialForms } from './special-forms';

const noNames: ReadonlySet<string> = new Set();

/**
 * Compiles an aggregation expression.
 * @throws ServiceError DATABASE_REQUEST_FAILED naming what is unknown or wrongly used
 */
export function compileExpression(
  expression: Value,
  names: ReadonlySet<string> = noNames,
): Expression {
  if (typeof expression === 'string') return compileText(expression, names);
  if (Array.isArray(expression)) {
    const items = expression.map((item) => compileExpression(item, names));
    return (scope) => items.map((item) => item(scope) ?? null);
  }
  if (!isDocument(expression)) return () => expression;
  const [first, ...others] = Object.keys(expression);
  if (!first?.startsWith('$')) return compileObject(expression, names);
  if (others.length > 0) {
    throw refused(
      `an object representing an expression must have exactly one field: ${[first, ...others].join(', ')}`,
    );
  }
  return compileOperator(first, expression[first] ?? null, names);
}

function compileOperator(name: string, operand: Value, names: ReadonlySet<string>): Expression {
  const special = Object.hasOwn(specialForms, name) ? specialForms[name] : undefined;
  if (special) return special(operand, names, compileExpression);
  const operator = Object.hasOwn(eagerOperators, name) ? eagerOperators[name] : undefined;
  if (!operator) throw refused(`Unrecognized expression '${name}'`);
  const args = (Array.isArray(operand) ? operand : [operand]).map((item) =>
    compileExpression(item, names),
  );
  const [least, most] = operator.arity;
  if (args.length < least || args.length > most) {
    const takes =
      least === most ? `exactly ${least}` : `at least ${least} arguments, and at most ${most}`;
    throw refused(`Expression ${name} takes ${takes} arguments. ${args.length} were passed in.`);
  }
  return (scope) => operator.apply(args.map((arg) => arg(scope)));
}

function compileObject(object: Document, names: ReadonlySet<string>): Expression {
  const fields = Object.entries(object).map(([name, value]): [string, Expression] => {
    if (name.startsWith('$') || name.includes('.'))
      throw refused(`'${name}' cannot be a field of an expression`);
    return [name, compileExpression(value, names)];
  });
  return (scope) => {
    const made: Document = {};
    for (const [name, expression] of fields) {
      const value = expression(scope);
      if (value !== undefined) made[name] = value;
    }
    return made;
  };
}

function compileText(text: string, names: ReadonlySet<string>): Expression {
  if (text.startsWith('$$')) return compileVariable(text.slice(2), names);
  if (!text.startsWith('$')) return () => text;
  if (text === '$') throw refused("'$' by itself is not a valid FieldPath");
  const steps = stepsOf(text.slice(1));
  return ({ root }) => follow(root, steps, 0);
}

function compileVariable(path: string, names: ReadonlySet<string>): Expression {
  const [name = '', ...steps] = stepsOf(path);
  if (name === 'ROOT' || name === 'CURRENT') return ({ root }) => follow(root, steps, 0);
  if (name === 'REMOVE') return () => undefined;
  if (name !== 'NOW' && !names.has(name)) throw refused(`Use of undefined variable: ${name}`);
  return ({ variables }) => follow(variables[name], steps, 0);
}

function stepsOf(path: string): readonly string[] {
  const steps = splitPath(path);
  if (steps.some((step) => step === '' || step.startsWith('$')))
    throw refused(`invalid field path: '${path}'`);
  return steps;
}

/** A path in an expression goes into each document of an array and leaves out what is missing there. */
function follow(
  value: Value | undefined,
  steps: readonly string[],
  depth: number,
): Value | undefined {
  const step = steps[depth];
  if (step === undefined) return value;
  if (Array.isArray(value)) {
    return value.flatMap((item) => {
      if (!isDocument(item) && !Array.isArray(item)) return [];
      const found = follow(item, steps, depth);
      return found === undefined ? [] : [found];
    });
  }
  return isDocument(value) ? follow(fieldOf(value, step), steps, depth + 1) : undefined;
}
