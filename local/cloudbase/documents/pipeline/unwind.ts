import { refused } from '../errors';
import { splitPath } from '../values/paths';
import { type Document, fieldOf, isDocument, type Value } from '../values/types';
import type { CompileStage } from './stage';

/** A document for each element of an array; what is no array stands for itself. */
export const unwind: CompileStage = (spec) => {
  const named: Document = isDocument(spec) ? spec : { path: spec };
  const unknown = Object.keys(named).find((name) => !known.has(name));
  if (unknown !== undefined) throw refused(`unrecognized option to $unwind stage: ${unknown}`);
  const { path, includeArrayIndex, preserveNullAndEmptyArrays: preserve = false } = named;
  if (typeof path !== 'string' || !path.startsWith('$') || path.length < 2) {
    throw refused("path option to $unwind stage should be prefixed with a '$'");
  }
  if (
    includeArrayIndex !== undefined &&
    (typeof includeArrayIndex !== 'string' || includeArrayIndex.startsWith('$'))
  ) {
    throw refused('includeArrayIndex option to $unwind stage should be a field name');
  }
  const steps = splitPath(path.slice(1));
  const place = (document: Document, index: number | null): Document =>
    includeArrayIndex === undefined
      ? document
      : replaceAt(document, splitPath(includeArrayIndex), index);
  return function* (input) {
    for (const document of input) {
      const value = valueAt(document, steps);
      if (Array.isArray(value) && value.length > 0) {
        for (const [index, item] of value.entries())
          yield place(replaceAt(document, steps, item), index);
      } else if (Array.isArray(value)) {
        if (preserve === true) yield place(replaceAt(document, steps, undefined), null);
      } else if (value !== undefined && value !== null) {
        yield place(document, null);
      } else if (preserve === true) {
        yield place(document, null);
      }
    }
  };
};

const known = new Set(['path', 'includeArrayIndex', 'preserveNullAndEmptyArrays']);

function valueAt(document: Document, steps: readonly string[]): Value | undefined {
  let value: Value | undefined = document;
  for (const step of steps) value = isDocument(value) ? fieldOf(value, step) : undefined;
  return value;
}

/** A copy with another value at a path; undefined takes the field away. */
function replaceAt(
  document: Document,
  [step = '', ...rest]: readonly string[],
  value: Value | undefined,
): Document {
  const copy = { ...document };
  const inner = fieldOf(document, step);
  if (rest.length > 0) copy[step] = replaceAt(isDocument(inner) ? inner : {}, rest, value);
  else if (value === undefined) delete copy[step];
  else copy[step] = value;
  return copy;
}
