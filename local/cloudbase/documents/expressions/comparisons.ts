import { compare } from '../values/compare';
import type { Argument, Operator, Operators } from './operator';

/** The order of expressions, where a missing field stands before null. */
function order(left: Argument, right: Argument): number {
  if (left === undefined || right === undefined)
    return Number(left !== undefined) - Number(right !== undefined);
  return Math.sign(compare(left, right));
}

function comparison(accepts: (order: number) => boolean): Operator {
  return { arity: [2, 2], apply: ([left, right]) => accepts(order(left, right)) };
}

export const comparisons: Operators = {
  $cmp: { arity: [2, 2], apply: ([left, right]) => order(left, right) },
  $eq: comparison((difference) => difference === 0),
  $ne: comparison((difference) => difference !== 0),
  $gt: comparison((difference) => difference > 0),
  $gte: comparison((difference) => difference >= 0),
  $lt: comparison((difference) => difference < 0),
  $lte: comparison((difference) => difference <= 0),
};
