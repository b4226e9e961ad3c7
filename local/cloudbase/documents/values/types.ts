/** A value as the database holds it. A missing field is `undefined`, which is never stored. */
export type Value =
  | null
  | boolean
  | number
  | string
  | Date
  | ObjectId
  | Regex
  | Opaque
  | Value[]
  | Document;

export interface Document {
  [field: string]: Value;
}

export class ObjectId {
  constructor(readonly hex: string) {}
}

/** A regular expression as stored and sent: a pattern and its options, not yet compiled. */
export class Regex {
  constructor(
    readonly pattern: string,
    readonly options: string,
  ) {}
}

/** A BSON type that the service keeps but no operator here works on: kept as it was sent. */
export class Opaque {
  constructor(
    readonly type: OpaqueType,
    readonly payload: unknown,
  ) {}
}

export const opaqueTypes = {
  $minKey: 'minKey',
  $numberLong: 'long',
  $numberDecimal: 'decimal',
  $symbol: 'symbol',
  $binary: 'binData',
  $timestamp: 'timestamp',
  $code: 'javascript',
  $maxKey: 'maxKey',
} as const;

export type OpaqueType = keyof typeof opaqueTypes;

export function isDocument(value: unknown): value is Document {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** The field of a document, undefined when it has none of that name (inherited ones do not count). */
export function fieldOf(document: Document, name: string): Value | undefined {
  return Object.hasOwn(document, name) ? document[name] : undefined;
}

/** The name that `$type` knows a value by. */
export function typeName(value: Value | undefined): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (typeof value === 'number') return numberType(value);
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'string';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Regex) return 'regex';
  if (value instanceof Opaque) return opaqueTypes[value.type];
  return 'object';
}

function numberType(value: number): 'int' | 'long' | 'double' {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) return 'double';
  return value === (value | 0) ? 'int' : 'long';
}

/** A copy that shares no array or object with its original. */
export function copyOf<T extends Value>(value: T): T;
export function copyOf(value: Value): Value {
  if (Array.isArray(value)) return value.map((item) => copyOf(item));
  if (!isDocument(value)) return value;
  const copy: Document = {};
  for (const name of Object.keys(value)) {
    const field = value[name];
    if (field !== undefined) copy[name] = copyOf(field);
  }
  return copy;
}
