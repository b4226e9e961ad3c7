import { refused } from '../errors';
import { type Document, isDocument, type Value } from '../values/types';
import type { Argument } from './operator';
import type { Expression, SpecialForm } from './scope';

/** The named operands of a form. @throws ServiceError naming one that is missing or unknown */
export function namedOperands(
  form: string,
  operand: Value,
  required: string[],
  optional: string[] = [],
): Document {
  if (!isDocument(operand)) throw refused(`${form} only supports an object as its argument`);
  for (const name of Object.keys(operand)) {
    if (!required.includes(name) && !optional.includes(name))
      throw refused(`Unrecognized parameter to ${form}: ${name}`);
  }
  for (const name of required)
    if (operand[name] === undefined) throw refused(`Missing '${name}' parameter to ${form}`);
  return operand;
}

/** A form whose named operands are all evaluated first; one that is not given is not among them. */
export function evaluatedForm(
  form: string,
  required: string[],
  optional: string[],
  apply: (given: Record<string, Argument>) => Argument,
): SpecialForm {
  return (operand, names, compile) => {
    const named = namedOperands(form, operand, required, optional);
    const parts = Object.entries(named).map(([name, value]): [string, Expression] => [
      name,
      compile(value, names),
    ]);
    return (scope) => apply(Object.fromEntries(parts.map(([name, part]) => [name, part(scope)])));
  };
}

/** @throws ServiceError for a name that cannot be a variable's */
export function variableName(name: string): string {
  if (!/^[a-z\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*$/.test(name))
    throw refused(`'${name}' is not a valid variable name`);
  return name;
}
