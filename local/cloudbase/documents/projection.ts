import { invalid, refused } from './errors';
import { compileFields } from './pipeline/shape';
import { compileElement } from './query/match';
import { compilePlace } from './query/position';
import { type Document, fieldOf, isDocument, type Value } from './values/types';

/** Makes what a find answers of a document. */
export type Projection = (document: Document) => Document;

/**
 * Compiles a find's projection: fields to take or to leave, `$slice` and `$elemMatch` of arrays, and
 * `tags.$` for the element that made the query match.
 * @throws ServiceError when it mixes taking with leaving, or naming an operator that is not served
 */
export function compileProjection(spec: Document, query: Document = {}): Projection {
  const taken: string[] = [];
  const left: string[] = [];
  const parts: { path: string; part: ArrayPart }[] = [];
  let picks = false;
  for (const [path, value] of fieldsOf(spec)) {
    if (path.endsWith('.$')) {
      const array = path.slice(0, -2);
      parts.push({ path: array, part: matchedElement(array, query) });
      picks = true;
    } else if (isDocument(value)) {
      const part = arrayPart(path, value);
      parts.push({ path, part });
      picks ||= value.$elemMatch !== undefined;
    } else if (value === 1 || value === true) taken.push(path);
    else if (value === 0 || value === false) left.push(path);
    else throw invalid(`projection of '${path}' must be 1, 0, $slice or $elemMatch`);
  }
  const others = left.filter((path) => path !== '_id');
  const takes =
    taken.some((path) => path !== '_id') || picks || (taken.length > 0 && others.length === 0);
  if (takes && others.length > 0)
    throw refused(`Cannot do exclusion on field ${others[0]} in inclusion projection`);
  const id = takes && !left.includes('_id') && !taken.includes('_id') ? ['_id'] : [];
  const shape = takes
    ? compileFields([...id, ...taken, ...parts.map(({ path }) => path)], 'include')
    : compileFields(left, 'exclude');
  return (document) =>
    parts.reduce(
      (made, { path, part }) => changeAt(made, path.split('.'), (value) => part(value, document)),
      shape(document),
    );
}

/** The fields by their dotted paths: `{ a: { b: 1 } }` names `a.b`. */
function fieldsOf(spec: Document): [path: string, value: Value][] {
  return Object.entries(spec).flatMap(([path, value]): [string, Value][] => {
    const nested = isDocument(value) && !Object.keys(value)[0]?.startsWith('$');
    return nested
      ? fieldsOf(value).map(([inner, one]) => [`${path}.${inner}`, one])
      : [[path, value ?? null]];
  });
}

/** What becomes of a field's value, in its document; undefined leaves the field out. */
type ArrayPart = (value: Value, document: Document) => Value | undefined;

function matchedElement(path: string, query: Document): ArrayPart {
  const find = compilePlace(query, path);
  return (value, document) => {
    if (!Array.isArray(value)) return value;
    const place = find(document);
    if (place === undefined)
      throw refused(
        `Executor error: the positional operator '${path}.$' requires a query on the array`,
      );
    return value.slice(place, place + 1);
  };
}

function arrayPart(path: string, spec: Document): ArrayPart {
  const [name = '', ...others] = Object.keys(spec);
  if (others.length === 0 && name === '$slice') return slice(path, spec.$slice ?? null);
  if (others.length === 0 && name === '$elemMatch') {
    const matches = compileElement(spec.$elemMatch ?? null);
    return (value) => {
      const found = Array.isArray(value) ? value.find((item) => matches(item)) : undefined;
      return found === undefined ? undefined : [found];
    };
  }
  throw refused(`Unsupported projection option: ${path}: ${name}`);
}

function slice(path: string, spec: Value): ArrayPart {
  const [skip, count] = Array.isArray(spec) ? spec : [undefined, spec];
  const whole = (value: Value | undefined) => typeof value === 'number' && Number.isInteger(value);
  if (!whole(count ?? null) || (skip !== undefined && (!whole(skip) || Number(count) <= 0))) {
    throw refused(
      `$slice of '${path}' needs a whole number, or two of which the second is above 0`,
    );
  }
  const wanted = Number(count);
  return (value) => {
    if (!Array.isArray(value)) return value;
    if (skip === undefined) return wanted >= 0 ? value.slice(0, wanted) : value.slice(wanted);
    const start = Number(skip) >= 0 ? Number(skip) : Math.max(0, value.length + Number(skip));
    return value.slice(start, start + wanted);
  };
}

function changeAt(
  document: Document,
  [step = '', ...rest]: string[],
  part: (value: Value) => Value | undefined,
): Document {
  const value = fieldOf(document, step);
  if (value === undefined) return document;
  const changed =
    rest.length === 0 ? part(value) : isDocument(value) ? changeAt(value, rest, part) : value;
  const { [step]: _, ...others } = document;
  return changed === undefined ? others : { ...document, [step]: changed };
}
