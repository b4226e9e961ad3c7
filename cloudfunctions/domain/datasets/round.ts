import type { Rounding } from './roundings.data';

/** A number as coarse as its column's rule asks; never negative, and 0 stays 0. */
export function rounded(value: number, rounding: Rounding): number {
  switch (rounding.kind) {
    case 'exact':
      return value;
    case 'step':
      return Math.round(value / rounding.step) * rounding.step;
    case 'digits':
      return toDigits(value, rounding.digits);
    case 'preferred':
      return toPreferred(value, rounding.series);
  }
}

function toDigits(value: number, digits: number): number {
  return value === 0 ? 0 : Number(value.toPrecision(digits));
}

/** The nearest number of the series in its decade; below ten, the nearest whole number. */
function toPreferred(value: number, series: readonly number[]): number {
  if (value < 10) return Math.round(value);
  const decade = 10 ** Math.floor(Math.log10(value));
  const choices = [...series, 10].map((number) => Math.round(number * decade));
  return choices.reduce((nearest, choice) =>
    Math.abs(choice - value) < Math.abs(nearest - value) ? choice : nearest,
  );
}
