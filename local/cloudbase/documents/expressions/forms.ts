import { refused } from '../errors';
import { type Document, isDocument, type Value } from '../values/types';

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

/** @throws ServiceError for a name that cannot be a variable's */
export function variableName(name: string): string {
  if (!/^[a-z\u0080-\uffff][A-Za-z0-9_\u0080-\uffff]*$/.test(name))
    throw refused(`'${name}' is not a valid variable name`);
  return name;
}
