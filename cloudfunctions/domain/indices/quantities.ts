import { type Figures, placeOf } from './figures';
import type { Quantity, QuantityInput } from './scheme';

/** Reads a number off checked figures; NaN when it is unknown or has no value. */
export type Reading = (figures: Figures) => number;

/** A quantity made ready: its dividend, its divisor (1 when there is none) and the whole. */
export interface CompiledQuantity {
  of: Reading;
  over: Reading;
  value: Reading;
}

const placesOf = (names: QuantityInput[]): number[] => names.map(placeOf);

/** A function for each shape in use, since a board evaluates hundreds of thousands of them. */
export function compileQuantity(quantity: Quantity): CompiledQuantity {
  const { of: names, over: factors = [], overPlus = 0, round, times = 1, whenEmpty } = quantity;
  const of = sumOf(placesOf(names));
  const over = productOf(factors.map(placesOf), overPlus);
  const rounded = roundings[round ?? 'exact'];
  const nothing = whenEmpty ?? Number.NaN;
  const quotient = (dividend: number, divisor: number): number => {
    if (divisor === 0) return dividend === 0 ? nothing : Number.NaN;
    return round ? rounded(dividend / divisor) * times : (dividend / divisor) * times;
  };
  if (factors.length === 0) {
    return { of, over, value: (figures) => quotient(of(figures), 1) };
  }
  const [dividend = -1, ...further] = placesOf(names);
  const [divisor = -1, ...others] = placesOf(factors.flat());
  if (further.length === 0 && others.length === 0) {
    const value: Reading = (figures) =>
      quotient(figures[dividend] ?? Number.NaN, (figures[divisor] ?? Number.NaN) + overPlus);
    return { of, over, value };
  }
  return { of, over, value: (figures) => quotient(of(figures), over(figures)) };
}

function sumOf(places: number[]): Reading {
  const [only = -1, ...further] = places;
  if (further.length === 0) return (figures) => figures[only] ?? Number.NaN;
  return (figures) => sumAt(figures, places);
}

function sumAt(figures: Figures, places: number[]): number {
  let sum = 0;
  for (const place of places) sum += figures[place] ?? Number.NaN;
  return sum;
}

function productOf(factors: number[][], plus: number): Reading {
  if (factors.length === 0) return () => 1;
  return (figures) => {
    let product = 1;
    for (const places of factors) product *= sumAt(figures, places);
    return product + plus;
  };
}

const roundings: Record<NonNullable<Quantity['round']> | 'exact', (value: number) => number> = {
  exact: (value) => value,
  tenth: (value) => Math.round(value * 10) / 10,
  floor: Math.floor,
};
