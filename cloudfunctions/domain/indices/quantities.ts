import { at } from './figures';
import type { Operands } from './operands';
import type { Quantity } from './scheme';

/** A quantity made ready: its dividend and its divisor are indexes of operands. */
export interface CompiledQuantity {
  dividend: number;
  divisor: number;
  /** added to the divisor */
  plus: number;
  times: number;
  /** what nothing out of nothing is; NaN is unknown */
  empty: number;
  /** as its publisher rounds, before `times`; null when it does not */
  round: ((quotient: number) => number) | null;
}

const roundings: Record<NonNullable<Quantity['round']>, (quotient: number) => number> = {
  tenth: (quotient) => Math.round(quotient * 10) / 10,
  floor: Math.floor,
};

export const compileQuantity = (
  { of, over = [], overPlus = 0, round, times = 1, whenEmpty }: Quantity,
  operands: Operands,
): CompiledQuantity => ({
  dividend: operands.sumOf(of),
  divisor: operands.productOf(over),
  plus: overPlus,
  times,
  empty: whenEmpty ?? Number.NaN,
  round: round === undefined ? null : roundings[round],
});

/** Writes each quantity of a record into a column; NaN where an operand is unknown. */
export function writeQuantities(
  quantities: CompiledQuantity[],
  operands: number[],
  column: number[],
): void {
  let index = 0;
  for (const { dividend, divisor, plus, times, empty, round } of quantities) {
    const above = at(operands, dividend);
    const below = at(operands, divisor) + plus;
    if (below === 0) column[index] = above === 0 ? empty : Number.NaN;
    else if (round === null) column[index] = (above / below) * times;
    else column[index] = round(above / below) * times;
    index += 1;
  }
}
