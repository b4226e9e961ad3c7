import { refused } from '../errors';
import { print } from '../values/ejson';
import { isPlace, splitPath } from '../values/paths';
import { type Document, fieldOf, isDocument, type Value } from '../values/types';

/** An array may be lengthened by an update to at most this, so that one path cannot fill the memory. */
const longestGap = 1_500_000;

type Holder = Document | Value[];

/** A value's holder within a document and its name there: what an update reads and writes. */
export class Place {
  constructor(
    /** from the document down to the value's own holder; undefined for those that are not there yet */
    private readonly holders: (Holder | undefined)[],
    private readonly steps: readonly string[],
  ) {}

  read(): Value | undefined {
    const holder = this.holders.at(-1);
    return holder === undefined ? undefined : childOf(holder, this.last);
  }

  write(value: Value): void {
    for (let depth = 0; depth < this.steps.length - 1; depth++) {
      const above = this.holders[depth];
      if (this.holders[depth + 1] !== undefined || above === undefined) continue;
      const made: Document = {};
      put(above, this.steps[depth] ?? '', made);
      this.holders[depth + 1] = made;
    }
    const holder = this.holders.at(-1);
    if (holder !== undefined) put(holder, this.last, value);
  }

  /** Takes the field away; an array's element becomes null, so that the others keep their places. */
  remove(): void {
    const holder = this.holders.at(-1);
    if (Array.isArray(holder)) {
      if (isPlace(this.last) && Number(this.last) < holder.length) holder[Number(this.last)] = null;
    } else if (holder !== undefined) delete holder[this.last];
  }

  private get last(): string {
    return this.steps.at(-1) ?? '';
  }
}

/**
 * The place that an update's path names. Holders on the way that are missing are made when it is written.
 * @throws ServiceError when the path leads through a value that holds no fields
 */
export function placeAt(document: Document, path: string): Place {
  const steps = splitPath(path);
  if (steps.some((step) => step === ''))
    throw refused(`The update path '${path}' contains an empty field name`);
  const holders: (Holder | undefined)[] = [document];
  for (let depth = 0; depth < steps.length - 1; depth++) {
    const step = steps[depth] ?? '';
    const holder = holders[depth];
    const next = holder === undefined ? undefined : childOf(holder, step);
    if (next !== undefined && !isDocument(next) && !Array.isArray(next))
      throw cannotCreate(steps[depth + 1], step, next);
    holders.push(next);
  }
  return new Place(holders, steps);
}

/** Like {@link placeAt} for taking away: a path that leads nowhere has nothing to take. */
export function removeAt(document: Document, path: string): void {
  const steps = splitPath(path);
  let holder: Value | undefined = document;
  for (const step of steps.slice(0, -1)) {
    if (!isDocument(holder) && !Array.isArray(holder)) return;
    holder = childOf(holder, step);
  }
  if (isDocument(holder) || Array.isArray(holder)) placeAt(document, path).remove();
}

/** True when a holder on a path's way is an array. */
export function leadsThroughArray(document: Document, path: string): boolean {
  let holder: Value | undefined = document;
  for (const step of splitPath(path)) {
    if (Array.isArray(holder)) return true;
    holder = isDocument(holder) ? fieldOf(holder, step) : undefined;
  }
  return false;
}

function childOf(holder: Holder, step: string): Value | undefined {
  if (Array.isArray(holder)) return isPlace(step) ? holder[Number(step)] : undefined;
  return fieldOf(holder, step);
}

function put(holder: Holder, step: string, value: Value): void {
  if (!Array.isArray(holder)) {
    if (step === '__proto__') throw refused('a field cannot be named __proto__');
    holder[step] = value;
    return;
  }
  if (!isPlace(step)) throw cannotCreate(step, 'the array', holder);
  const place = Number(step);
  if (place - holder.length > longestGap) throw refused(`cannot lengthen an array to ${place}`);
  while (holder.length < place) holder.push(null);
  holder[place] = value;
}

function cannotCreate(field: string | undefined, step: string, value: Value): Error {
  return refused(
    `Cannot create field '${field ?? ''}' in element {${step}: ${print(value).slice(0, 200)}}`,
  );
}
