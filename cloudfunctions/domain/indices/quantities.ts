import { at, type Figures, placeOf } from './figures';
import type { Quantity, QuantityInput } from './scheme';

/** Reads a number off checked figures; NaN when it is unknown. */
export type Reading = (figures: Figures) => number;

/**
 * Writes a number into a column. Functions of so many kinds are called without knowing which, and
 * a number that they returned would be put in a box each time.
 */
export type Writing = (figures: Figures, column: number[], index: number) => void;

/** A quantity made ready: its dividend, its divisor (1 when there is none) and the whole. */
export interface CompiledQuantity {
  of: Reading;
  over: Reading;
  write: Writing;
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
    return rounded(dividend / divisor) * times;
  };
  const general: Writing = (figures, column, index) => {
    column[index] = quotient(of(figures), over(figures));
  };
  const [dividend = -1, ...further] = placesOf(names);
  const [divisor = -1, ...others] = placesOf(factors.flat());
  if (round !== undefined || further.length + others.length > 0) {
    return { of, over, write: general };
  }
  if (factors.length === 0) {
    const write: Writing = (figures, column, index) => {
      column[index] = at(figures, dividend) * times;
    };
    return { of, over, write };
  }
  const write: Writing = (figures, column, index) => {
    const below = at(figures, divisor) + overPlus;
    const above = at(figures, dividend);
    if (below === 0) column[index] = above === 0 ? nothing : Number.NaN;
    else column[index] = (above / below) * times;
  };
  return { of, over, write };
}

function sumOf(places: number[]): Reading {
  const [only = -1, ...further] = places;
  if (further.length === 0) return (figures) => at(figures, only);
  return (figures) => sumAt(figures, places);
}

function sumAt(figures: Figures, places: number[]): number {
  let sum = 0;
  for (const place of places) sum += at(figures, place);
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
