import { invalid } from '../errors';
import { limits } from '../limits';
import {
  type Document,
  isDocument,
  ObjectId,
  Opaque,
  opaqueTypes,
  Regex,
  type Value,
} from './types';

/**
 * Reads canonical (or relaxed) EJSON as the SDK sends it. Server dates become dates, counted from `now`.
 * @throws ServiceError INVALID_PARAM for what is no EJSON, nests too deep or names `__proto__`
 */
export function parse(text: unknown, now: number): Value {
  if (typeof text !== 'string') throw invalid('expected a string of EJSON');
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw invalid('expected a string of EJSON');
  }
  return revive(json, now, 0);
}

/** Like {@link parse}, for what must be an object; `what` names it in the refusal. */
export function parseDocument(text: unknown, now: number, what: string): Document {
  const value = parse(text, now);
  if (!isDocument(value)) throw invalid(`${what} must be an object`);
  return value;
}

/** Reads what {@link print} wrote: the store's own text, checked when it came in. */
export function parseStored(text: string): Document {
  return revive(JSON.parse(text), 0, 0) as Document;
}

/** Writes canonical EJSON, the form that the SDK reads and that the store keeps. */
export function print(value: Value): string {
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return printNumber(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(print).join(',')}]`;
  if (value instanceof Date) return `{"$date":{"$numberLong":"${value.getTime()}"}}`;
  if (value instanceof ObjectId) return `{"$oid":"${value.hex}"}`;
  if (value instanceof Regex) {
    return `{"$regularExpression":${JSON.stringify({ pattern: value.pattern, options: value.options })}}`;
  }
  if (value instanceof Opaque) return `{"${value.type}":${JSON.stringify(value.payload)}}`;
  let text = '';
  for (const name of Object.keys(value)) {
    const field = value[name];
    if (field === undefined) continue;
    text += `${text === '' ? '' : ','}${nameText(name)}:${print(field)}`;
  }
  return `{${text}}`;
}

/** A field's name as JSON. Names recur, so they are kept. */
function nameText(name: string): string {
  const kept = nameTexts.get(name);
  if (kept) return kept;
  if (nameTexts.size > 5000) nameTexts.clear();
  const text = JSON.stringify(name);
  nameTexts.set(name, text);
  return text;
}

const nameTexts = new Map<string, string>();

/**
 * The text of a stored document as it is answered. The service answers an ObjectId as its hex string:
 * the SDK cannot carry one through (its `formatField` would take the id apart).
 */
export function answerText(stored: string): string {
  return stored.includes('{"$oid":') ? print(withoutObjectIds(parseStored(stored))) : stored;
}

export function withoutObjectIds(value: Value): Value {
  if (value instanceof ObjectId) return value.hex;
  if (Array.isArray(value)) return value.map(withoutObjectIds);
  if (!isDocument(value)) return value;
  const answer: Document = {};
  for (const name of Object.keys(value)) {
    const field = value[name];
    if (field !== undefined) answer[name] = withoutObjectIds(field);
  }
  return answer;
}

function printNumber(value: number): string {
  if (Number.isSafeInteger(value) && !Object.is(value, -0)) {
    return value === (value | 0) ? `{"$numberInt":"${value}"}` : `{"$numberLong":"${value}"}`;
  }
  return `{"$numberDouble":"${Object.is(value, -0) ? '-0.0' : value}"}`;
}

/** Turns parsed JSON into values, in place where it can: a scan does this for every row. */
function revive(json: unknown, now: number, depth: number): Value {
  if (typeof json !== 'object' || json === null) return json as Value;
  if (depth > limits.nesting) throw invalid(`nested deeper than ${limits.nesting} levels`);
  if (Array.isArray(json)) {
    for (let index = 0; index < json.length; index++)
      json[index] = revive(json[index], now, depth + 1);
    return json;
  }
  const object = json as Record<string, unknown>;
  const names = Object.keys(object);
  const first = names[0];
  if (first !== undefined && first.charCodeAt(0) === 36 && names.length <= 2) {
    const special = reviveSpecial(first, object, names.length, now);
    if (special !== undefined) return special;
  }
  for (const name of names) {
    if (name === '__proto__') throw invalid('a field cannot be named __proto__');
    const field = object[name];
    if (typeof field === 'object' && field !== null) object[name] = revive(field, now, depth + 1);
  }
  return object as Document;
}

type Revive = (payload: unknown, now: number) => Value | undefined;

const specials: Record<string, Revive> = {
  $numberInt: (payload) => finite(payload),
  $numberDouble: (payload) => (typeof payload === 'string' ? Number(payload) : undefined),
  $numberLong: (payload) => {
    const value = finite(payload);
    return value === undefined || Number.isSafeInteger(value)
      ? value
      : new Opaque('$numberLong', payload);
  },
  $oid: (payload) =>
    typeof payload === 'string' && /^[0-9a-fA-F]{24}$/.test(payload)
      ? new ObjectId(payload.toLowerCase())
      : undefined,
  $date: reviveDate,
  $regularExpression: (payload) => {
    const { pattern, options } = fieldsOf(payload);
    return typeof pattern === 'string'
      ? new Regex(pattern, typeof options === 'string' ? options : '')
      : undefined;
  },
  $tcb_server_date: (payload, now) => {
    const { offset } = fieldsOf(payload);
    const milliseconds = offset === undefined ? 0 : revive(offset, now, 0);
    return typeof milliseconds === 'number' ? new Date(now + milliseconds) : undefined;
  },
};

function reviveSpecial(
  name: string,
  object: Record<string, unknown>,
  size: number,
  now: number,
): Value | undefined {
  const payload = object[name];
  if (Object.hasOwn(opaqueTypes, name) && name !== '$numberLong' && size === 1) {
    return new Opaque(name as keyof typeof opaqueTypes, payload);
  }
  if (size !== 1 || !Object.hasOwn(specials, name)) return undefined;
  const value = specials[name]?.(payload, now);
  if (value === undefined) throw invalid(`${name} has no proper value`);
  return value;
}

function reviveDate(payload: unknown): Value | undefined {
  if (typeof payload === 'string' || typeof payload === 'number')
    return properDate(new Date(payload));
  const { $numberLong } = fieldsOf(payload);
  const milliseconds = finite($numberLong);
  return milliseconds === undefined ? undefined : properDate(new Date(milliseconds));
}

function properDate(date: Date): Date | undefined {
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function finite(payload: unknown): number | undefined {
  if (typeof payload !== 'string' || payload === '') return undefined;
  const value = Number(payload);
  return Number.isFinite(value) ? value : undefined;
}

function fieldsOf(payload: unknown): Record<string, unknown> {
  return typeof payload === 'object' && payload !== null
    ? (payload as Record<string, unknown>)
    : {};
}
