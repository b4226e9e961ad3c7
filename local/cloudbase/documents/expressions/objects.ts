import { refused } from '../errors';
import { type Document, isDocument, typeName } from '../values/types';
import { type Argument, isNullish, many, type Operators, unary } from './operator';

/** Later fields win; null and the missing add nothing. */
export function mergeDocuments(values: Argument[]): Document {
  const merged: Document = {};
  for (const value of values) {
    if (isNullish(value)) continue;
    if (!isDocument(value))
      throw refused(
        `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`,
      );
    Object.assign(merged, value);
  }
  return merged;
}

export const objects: Operators = {
  $mergeObjects: { arity: [0, many], apply: mergeDocuments },
  $objectToArray: unary((value) => {
    if (!isDocument(value))
      throw refused(`$objectToArray requires a document input, found: ${typeName(value)}`);
    return Object.entries(value).map(([k, v]) => ({ k, v }));
  }),
};
