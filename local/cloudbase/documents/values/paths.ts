import { type Document, fieldOf, isDocument, type Value } from './types';

/** A dotted path, taken apart. Paths recur, so they are kept. */
export function splitPath(path: string): readonly string[] {
  const kept = split.get(path);
  if (kept) return kept;
  if (split.size > 5000) split.clear();
  const parts = path.split('.');
  split.set(path, parts);
  return parts;
}

const split = new Map<string, readonly string[]>();

/** True for `0`, `1`, `12`: a step that can be a place in an array. */
export function isPlace(step: string): boolean {
  return /^(0|[1-9]\d*)$/.test(step);
}

/** A value that a query's path reaches. An element that the path names by its place is taken whole. */
export interface Leaf {
  value: Value | undefined;
  whole: boolean;
}

/**
 * Every value that a query's path reaches, going into each element of an array on the way.
 * A path that ends early reaches `undefined`; one that stops at an array without documents, nothing.
 */
export function reachLeaves(document: Value, path: string): Leaf[] {
  const parts = splitPath(path);
  if (parts.length === 1 && isDocument(document))
    return [{ value: fieldOf(document, path), whole: false }];
  const reached: Leaf[] = [];
  walk(document, parts, 0, reached);
  return reached;
}

/** The values alone of {@link reachLeaves}. */
export function reach(document: Value, path: string): (Value | undefined)[] {
  if (isDocument(document) && splitPath(path).length === 1) return [fieldOf(document, path)];
  return reachLeaves(document, path).map(({ value }) => value);
}

function walk(
  value: Value | undefined,
  parts: readonly string[],
  depth: number,
  reached: Leaf[],
): void {
  const step = parts[depth];
  if (step === undefined) {
    reached.push({ value, whole: false });
  } else if (Array.isArray(value)) {
    const place = isPlace(step);
    const named = place && Number(step) < value.length;
    if (named && depth === parts.length - 1)
      reached.push({ value: value[Number(step)], whole: true });
    else if (named) walk(value[Number(step)], parts, depth + 1, reached);
    for (const item of value) {
      if (isDocument(item) && (!place || Object.hasOwn(item, step)))
        walk(item, parts, depth, reached);
    }
  } else {
    walk(isDocument(value) ? fieldOf(value, step) : undefined, parts, depth + 1, reached);
  }
}

/** True when an array stands on the way to the path's end or at it. */
export function meetsArray(document: Document, path: string): boolean {
  let value: Value | undefined = document;
  for (const step of splitPath(path)) {
    if (Array.isArray(value)) return true;
    if (!isDocument(value)) return false;
    value = fieldOf(value, step);
  }
  return Array.isArray(value);
}

/**
 * What an index or a sort sees at a path: each element of an array for itself, an array within it whole,
 * and `emptyArray` for an array with nothing in it.
 */
export function indexedValues(
  document: Document,
  path: string,
): (Value | undefined | typeof emptyArray)[] {
  const found: (Value | undefined | typeof emptyArray)[] = [];
  for (const value of reach(document, path)) {
    if (!Array.isArray(value)) found.push(value);
    else if (value.length === 0) found.push(emptyArray);
    else found.push(...value);
  }
  return found.length === 0 ? [undefined] : found;
}

export const emptyArray = Symbol('empty array');
