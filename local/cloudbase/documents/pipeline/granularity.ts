import { refused } from '../errors';
import type { Value } from '../values/types';
import { preferredNumbers } from './preferred-numbers.data';

/** Rounds a boundary of `$bucketAuto` to the next preferred number above or below it. */
export interface Granularity {
  up: (value: number) => number;
  down: (value: number) => number;
}

/** @throws ServiceError for a series that MongoDB does not know */
export function granularityOf(name: Value): Granularity {
  if (name === 'POWERSOF2') return powersOfTwo;
  const series = typeof name === 'string' && Object.hasOwn(preferredNumbers, name);
  const numbers = series ? preferredNumbers[name] : undefined;
  if (!numbers) throw refused(`Unknown rounding granularity '${String(name)}'`);
  return { up: (value) => above(numbers, value), down: (value) => below(numbers, value) };
}

/** What a granularity can round. @throws ServiceError */
export function roundable(value: Value): number {
  if (typeof value === 'number' && value >= 0 && Number.isFinite(value)) return value;
  throw refused('A granularity rounder can only round numbers, 0 or more');
}

const powersOfTwo: Granularity = {
  up: (value) => (value === 0 ? 0 : 2 ** (Math.floor(Math.log2(value)) + 1)),
  down: (value) => (value === 0 ? 0 : 2 ** (Math.ceil(Math.log2(value)) - 1)),
};

/** The series goes on in every decade. */
function above(numbers: readonly number[], value: number): number {
  if (value === 0) return 0;
  const [first = 1] = numbers;
  let decade = 1;
  while (value >= first * decade * 10) decade *= 10;
  while (value < first * decade) decade /= 10;
  const next = numbers.find((number) => number * decade > value);
  return next === undefined ? first * decade * 10 : next * decade;
}

function below(numbers: readonly number[], value: number): number {
  if (value === 0) return 0;
  const last = numbers.at(-1) ?? 1;
  let decade = 1;
  while (value > last * decade) decade *= 10;
  while (value <= (last * decade) / 10) decade /= 10;
  const next = numbers.filter((number) => number * decade < value).at(-1);
  return next === undefined ? (last * decade) / 10 : next * decade;
}
