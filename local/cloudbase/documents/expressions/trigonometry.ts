import { refused } from '../errors';
import { type Operator, type Operators, requireNumber, strict, unary } from './operator';

const halfTurn = 180;

function ofAngle(
  name: string,
  apply: (value: number) => number,
  [least, most]: readonly [number, number] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
): Operator {
  return unary((operand) => {
    const value = requireNumber(name, operand);
    if (value < least || value > most)
      throw refused(`cannot apply ${name} to ${value}, value must be in [${least},${most}]`);
    return apply(value);
  });
}

const finite = [-Number.MAX_VALUE, Number.MAX_VALUE] as const;
const unit = [-1, 1] as const;

/** Angles are told in radians. */
export const trigonometry: Operators = {
  $sin: ofAngle('$sin', Math.sin, finite),
  $cos: ofAngle('$cos', Math.cos, finite),
  $tan: ofAngle('$tan', Math.tan, finite),
  $asin: ofAngle('$asin', Math.asin, unit),
  $acos: ofAngle('$acos', Math.acos, unit),
  $atan: ofAngle('$atan', Math.atan),
  $atan2: strict(2, 2, (y, x) =>
    Math.atan2(requireNumber('$atan2', y), requireNumber('$atan2', x)),
  ),
  $sinh: ofAngle('$sinh', Math.sinh),
  $cosh: ofAngle('$cosh', Math.cosh),
  $tanh: ofAngle('$tanh', Math.tanh),
  $asinh: ofAngle('$asinh', Math.asinh),
  $acosh: ofAngle('$acosh', Math.acosh, [1, Number.POSITIVE_INFINITY]),
  $atanh: ofAngle('$atanh', Math.atanh, unit),
  $degreesToRadians: ofAngle('$degreesToRadians', (value) => (value / halfTurn) * Math.PI),
  $radiansToDegrees: ofAngle('$radiansToDegrees', (value) => (value / Math.PI) * halfTurn),
};
