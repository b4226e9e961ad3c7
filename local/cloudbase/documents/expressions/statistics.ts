import { compare } from '../values/compare';
import { type Argument, isNullish, many, type Operator, type Operators } from './operator';

/** A sum that does not lose the small digits (Neumaier's), as MongoDB's does not: 0.1 + 0.2 + 0.3 is 0.6. */
export function sumOf(values: readonly Argument[]): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    if (typeof value !== 'number') continue;
    const next = sum + value;
    if (Number.isFinite(next))
      lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? sum + lost : sum;
}

/** The mean of the numbers among the values; null when there are none. */
export function averageOf(values: readonly Argument[]): Argument {
  const numbers = values.filter((value) => typeof value === 'number');
  return numbers.length === 0 ? null : sumOf(numbers) / numbers.length;
}

/** The least or greatest value by MongoDB's order; null when all are null or missing. */
export function extremeOf(values: readonly Argument[], direction: 1 | -1): Argument {
  let extreme: Argument = null;
  for (const value of values) {
    if (isNullish(value)) continue;
    if (extreme === null || compare(value, extreme) * direction < 0) extreme = value;
  }
  return extreme;
}

/** The standard deviation of the numbers among the values (Welford's), of a sample when `sample`. */
export function deviationOf(values: readonly Argument[], sample: boolean): Argument {
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (const value of values) {
    if (typeof value !== 'number') continue;
    count += 1;
    const difference = value - mean;
    mean += difference / count;
    squares += difference * (value - mean);
  }
  const divisor = sample ? count - 1 : count;
  return divisor <= 0 ? null : Math.sqrt(squares / divisor);
}

/** Outside of groups a single operand that is an array counts by its elements. */
function overOperands(apply: (values: readonly Argument[]) => Argument): Operator {
  return {
    arity: [1, many],
    apply: (args) => apply(args.length === 1 && Array.isArray(args[0]) ? args[0] : args),
  };
}

export const statistics: Operators = {
  $avg: overOperands(averageOf),
  $max: overOperands((values) => extremeOf(values, -1)),
  $min: overOperands((values) => extremeOf(values, 1)),
  $stdDevPop: overOperands((values) => deviationOf(values, false)),
  $stdDevSamp: overOperands((values) => deviationOf(values, true)),
  $sum: overOperands(sumOf),
};
