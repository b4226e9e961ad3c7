import { refused } from '../errors';
import { compilePlace, type FindPlace } from '../query/position';
import { splitPath } from '../values/paths';
import type { Document } from '../values/types';
import { placeAt } from './paths';

/** The paths that one stands for in a document: itself, or those that its `$` or `$[]` name there. */
export type Paths = (document: Document) => string[];

/**
 * Compiles a path of an update: `tags.$` names the element that made the query match, `tags.$[]` each
 * element.
 * @throws ServiceError for two `$`, for one at the head, and for `$[name]`, whose filters the SDK cannot send
 */
export function compilePaths(path: string, query: Document): Paths {
  const steps = splitPath(path);
  const named = steps.filter((step) => step.startsWith('$'));
  if (named.length === 0) return () => [path];
  const unknown = named.find((step) => step !== '$' && step !== '$[]');
  if (unknown !== undefined)
    throw refused(
      unknown.startsWith('$[')
        ? `No array filter found for identifier '${unknown.slice(2, -1)}' in path '${path}'`
        : `The dollar ($) prefixed field '${unknown}' in '${path}' is not valid for storage.`,
    );
  if (steps[0]?.startsWith('$'))
    throw refused(
      `Cannot have positional (i.e. '$') element in the first position in path '${path}'`,
    );
  const at = steps.indexOf('$');
  if (at !== steps.lastIndexOf('$'))
    throw refused(`Too many positional (i.e. '$') elements found in path '${path}'`);
  const find: FindPlace =
    at < 0 ? () => undefined : compilePlace(query, steps.slice(0, at).join('.'));
  return (document) => spread(document, [], [...steps], () => placeOf(find, document));
}

function placeOf(find: FindPlace, document: Document): number {
  const place = find(document);
  if (place === undefined)
    throw refused('The positional operator did not find the match needed from the query.');
  return place;
}

function spread(document: Document, done: string[], left: string[], place: () => number): string[] {
  const [step, ...rest] = left;
  if (step === undefined) return [done.join('.')];
  if (step === '$') return spread(document, [...done, String(place())], rest, place);
  if (step !== '$[]') return spread(document, [...done, step], rest, place);
  const path = done.join('.');
  const array = placeAt(document, path).read();
  if (array === undefined)
    throw refused(`The path '${path}' must exist in the document in order to apply array updates.`);
  if (!Array.isArray(array))
    throw refused(`Cannot apply array updates to non-array element ${path}`);
  return array.flatMap((_, index) => spread(document, [...done, String(index)], rest, place));
}
