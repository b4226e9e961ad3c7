import { ServiceError } from '../service-error';
import { type Fields, isObject, type Value } from './values';

/** What stands at a dotted path; undefined when nothing does. Numbers step into arrays. */
export function valueAt(document: Value, path: string): Value {
  let value = document;
  for (const step of path.split('.')) {
    if (Array.isArray(value)) value = value[Number(step)];
    else if (isObject(value)) value = Object.hasOwn(value, step) ? value[step] : undefined;
    else return undefined;
  }
  return value;
}

/**
 * All values that a query's path reaches: an array on the way is entered element by element, and by
 * number. Undefined stands for a document, or an element, that has nothing there.
 */
export function leavesAt(value: Value, steps: string[], from = 0): Value[] {
  const step = steps[from];
  if (step === undefined) return [value];
  if (Array.isArray(value)) {
    const numbered = /^\d+$/.test(step) && Number(step) < value.length;
    const byNumber = numbered ? leavesAt(value[Number(step)], steps, from + 1) : [];
    return [...byNumber, ...value.filter(isObject).flatMap((item) => leavesAt(item, steps, from))];
  }
  if (isObject(value) && Object.hasOwn(value, step)) return leavesAt(value[step], steps, from + 1);
  return [undefined];
}

/** True when an array stands on the way to or at the path: then one document has several keys. */
export function crossesArray(document: Value, path: string): boolean {
  let value = document;
  for (const step of path.split('.')) {
    if (Array.isArray(value)) return true;
    value = isObject(value) ? value[step] : undefined;
  }
  return Array.isArray(value);
}

/**
 * Puts a value at a dotted path, making objects on the way as the service does.
 * @throws ServiceError when a step stands on a value that holds no fields
 */
export function setAt(document: Fields, path: string, value: Value): void {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let holder: Value = document;
  for (const step of steps) {
    const next: Value = Array.isArray(holder)
      ? holder[indexOf(step, path)]
      : (holder as Fields)[step];
    if (next === undefined) {
      const made: Fields = {};
      put(holder, step, made, path);
      holder = made;
    } else if (isObject(next) || Array.isArray(next)) {
      holder = next;
    } else {
      throw noFields(path, step);
    }
  }
  put(holder, last, value, path);
}

/** Takes away what stands at a path; an array's element becomes null, as in the service. */
export function unsetAt(document: Fields, path: string): void {
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  const holder = steps.length === 0 ? document : valueAt(document, steps.join('.'));
  if (Array.isArray(holder)) {
    if (Number(last) < holder.length) holder[Number(last)] = null;
  } else if (isObject(holder)) {
    delete holder[last];
  }
}

function put(holder: Value, step: string, value: Value, path: string): void {
  if (Array.isArray(holder)) {
    const index = indexOf(step, path);
    while (holder.length < index) holder.push(null);
    holder[index] = value;
  } else if (isObject(holder)) {
    holder[step] = value;
  } else {
    throw noFields(path, step);
  }
}

function indexOf(step: string, path: string): number {
  const index = Number(step);
  if (!Number.isInteger(index) || index < 0) throw noFields(path, step);
  return index;
}

function noFields(path: string, step: string): ServiceError {
  return new ServiceError(
    'DATABASE_REQUEST_FAILED',
    `Cannot create field '${step}' of '${path}': the value there holds no fields`,
  );
}
