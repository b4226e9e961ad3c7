import { ServiceError } from '../../service-error';
import { refused } from '../errors';
import { type Document, isDocument, ObjectId, typeName, type Value } from '../values/types';
import { type CalendarParts, calendarParts, isoWeekStart } from './calendar';
import { formatDate, isoFormat, parseDate } from './date-text';
import { namedOperands } from './forms';
import { isNullish, requireText, requireWhole } from './operator';
import type { Compile, Expression, Scope, SpecialForm } from './scope';
import { fromLocal } from './timezones';

const fieldsOfMoment: Record<string, keyof CalendarParts> = {
  $year: 'year',
  $month: 'month',
  $dayOfMonth: 'dayOfMonth',
  $hour: 'hour',
  $minute: 'minute',
  $second: 'second',
  $millisecond: 'millisecond',
  $dayOfWeek: 'dayOfWeek',
  $dayOfYear: 'dayOfYear',
  $week: 'week',
  $isoDayOfWeek: 'isoDayOfWeek',
  $isoWeek: 'isoWeek',
  $isoWeekYear: 'isoWeekYear',
};

/** A moment's part, of `'$date'` or `{ date, timezone }`. */
function partOf(form: string, field: keyof CalendarParts): SpecialForm {
  return (operand, names, compile) => {
    const single = Array.isArray(operand) ? operand[0] : operand;
    if (Array.isArray(operand) && operand.length !== 1)
      throw refused(`${form} accepts exactly one argument`);
    const named = isDocument(single ?? null) && (single as Document).date !== undefined;
    const { date, timezone } = named
      ? namedOperands(form, single ?? null, ['date'], ['timezone'])
      : { date: single, timezone: undefined };
    const moment = compile(date ?? null, names);
    const zone = zoneOf(timezone, names, compile);
    return (scope) => {
      const value = moment(scope);
      const where = zone(scope);
      if (isNullish(value) || where === null) return null;
      return calendarParts(requireDate(value), where)[field];
    };
  };
}

function dateToString(operand: Value, names: ReadonlySet<string>, compile: Compile): Expression {
  const { date, format, timezone, onNull } = namedOperands(
    '$dateToString',
    operand,
    ['date'],
    ['format', 'timezone', 'onNull'],
  );
  const moment = compile(date ?? null, names);
  const zone = zoneOf(timezone, names, compile);
  const plain = timezone === undefined ? isoFormat : isoFormat.slice(0, -1);
  const pattern = compile(format ?? plain, names);
  const fallback = compile(onNull ?? null, names);
  return (scope) => {
    const value = moment(scope);
    if (isNullish(value)) return fallback(scope);
    const text = pattern(scope);
    const where = zone(scope);
    if (isNullish(text) || where === null) return null;
    return formatDate(requireDate(value), requireText('$dateToString', text), where);
  };
}

function dateFromString(operand: Value, names: ReadonlySet<string>, compile: Compile): Expression {
  const named = namedOperands(
    '$dateFromString',
    operand,
    ['dateString'],
    ['format', 'timezone', 'onError', 'onNull'],
  );
  const source = compile(named.dateString ?? null, names);
  const format = named.format === undefined ? undefined : compile(named.format, names);
  const zone = zoneOf(named.timezone, names, compile);
  const onNull = compile(named.onNull ?? null, names);
  const onError = named.onError === undefined ? undefined : compile(named.onError, names);
  return (scope) => {
    const text = source(scope);
    if (isNullish(text)) return onNull(scope);
    const pattern = format?.(scope);
    const where = zone(scope);
    if (where === null || pattern === null) return null;
    try {
      const given = pattern === undefined ? undefined : requireText('$dateFromString', pattern);
      return parseDate(requireText('$dateFromString', text), given, where);
    } catch (error) {
      if (onError && error instanceof ServiceError) return onError(scope);
      throw error;
    }
  };
}

function dateToParts(operand: Value, names: ReadonlySet<string>, compile: Compile): Expression {
  const named = namedOperands('$dateToParts', operand, ['date'], ['timezone', 'iso8601']);
  const moment = compile(named.date ?? null, names);
  const zone = zoneOf(named.timezone, names, compile);
  const isIso = compile(named.iso8601 ?? false, names);
  return (scope) => {
    const value = moment(scope);
    const where = zone(scope);
    const iso = isIso(scope);
    if (isNullish(value) || where === null || isNullish(iso)) return null;
    if (typeof iso !== 'boolean')
      throw refused(`iso8601 must evaluate to a bool, found ${typeName(iso)}`);
    const parts = calendarParts(requireDate(value), where);
    const { year, month, dayOfMonth: day, isoWeekYear, isoWeek, isoDayOfWeek } = parts;
    const { hour, minute, second, millisecond } = parts;
    const time = { hour, minute, second, millisecond };
    return iso ? { isoWeekYear, isoWeek, isoDayOfWeek, ...time } : { year, month, day, ...time };
  };
}

const calendarNames = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'];
const isoNames = [
  'isoWeekYear',
  'isoWeek',
  'isoDayOfWeek',
  'hour',
  'minute',
  'second',
  'millisecond',
];

/** Parts beyond their range carry over: month 14 is February of the next year. */
function dateFromParts(operand: Value, names: ReadonlySet<string>, compile: Compile): Expression {
  const iso = isDocument(operand) && operand.isoWeekYear !== undefined;
  const [yearName = 'year', ...others] = iso ? isoNames : calendarNames;
  const named = namedOperands('$dateFromParts', operand, [yearName], [...others, 'timezone']);
  const compiled = (iso ? isoNames : calendarNames).map((name, index) => {
    const given = named[name];
    return given === undefined ? () => (index < 3 ? 1 : 0) : compile(given, names);
  });
  const zone = zoneOf(named.timezone, names, compile);
  return (scope) => {
    const where = zone(scope);
    const parts = compiled.map((part) => part(scope));
    if (where === null || parts.some(isNullish)) return null;
    const [year = 0, second = 1, third = 1, hour = 0, minute = 0, seconds = 0, milliseconds = 0] =
      parts.map((part) => requireWhole('$dateFromParts', part));
    const midnight = iso
      ? isoWeekStart(year, second, third)
      : new Date(0).setUTCFullYear(year, second - 1, third);
    const local = midnight + ((hour * 60 + minute) * 60 + seconds) * 1000 + milliseconds;
    return new Date(fromLocal(local, where));
  };
}

/** The zone that an operand names: UTC when none is given, null when it is given as null. */
function zoneOf(
  timezone: Value | undefined,
  names: ReadonlySet<string>,
  compile: Compile,
): (scope: Scope) => string | null {
  if (timezone === undefined) return () => 'UTC';
  const zone = compile(timezone, names);
  return (scope) => {
    const value = zone(scope);
    return isNullish(value) ? null : requireText('timezone', value);
  };
}

function requireDate(value: Value): Date {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return new Date(Number.parseInt(value.hex.slice(0, 8), 16) * 1000);
  throw refused(`can't convert from BSON type ${typeName(value)} to Date`);
}

export const dateForms: Record<string, SpecialForm> = {
  ...Object.fromEntries(
    Object.entries(fieldsOfMoment).map(([form, field]) => [form, partOf(form, field)]),
  ),
  $dateToString: dateToString,
  $dateFromString: dateFromString,
  $dateFromParts: dateFromParts,
  $dateToParts: dateToParts,
};
