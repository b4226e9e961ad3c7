import { ServiceError } from '../../service-error';
import { refused } from '../errors';
import type { Value } from '../values/types';
import { conversions } from './conversions';
import { namedOperands } from './forms';
import { type Argument, isNullish } from './operator';
import type { Compile, Expression } from './scope';

/** What `to` may name, by its name or by its number in BSON. */
const converters: Record<string, string> = {
  double: '$toDouble',
  1: '$toDouble',
  string: '$toString',
  2: '$toString',
  objectId: '$toObjectId',
  7: '$toObjectId',
  bool: '$toBool',
  8: '$toBool',
  date: '$toDate',
  9: '$toDate',
  int: '$toInt',
  16: '$toInt',
  long: '$toLong',
  18: '$toLong',
};

/** `$convert`, which may say what stands for what cannot be converted. */
export function convert(operand: Value, names: ReadonlySet<string>, compile: Compile): Expression {
  const named = namedOperands('$convert', operand, ['input', 'to'], ['onError', 'onNull']);
  const input = compile(named.input ?? null, names);
  const to = compile(named.to ?? null, names);
  const onNull = compile(named.onNull ?? null, names);
  const onError = named.onError === undefined ? undefined : compile(named.onError, names);
  return (scope) => {
    const type = to(scope);
    const value = input(scope);
    if (isNullish(type)) return null;
    const apply = converterTo(type);
    if (isNullish(value)) return onNull(scope);
    try {
      return apply([value]);
    } catch (error) {
      if (onError && error instanceof ServiceError) return onError(scope);
      throw error;
    }
  };
}

function converterTo(type: Value): (args: Argument[]) => Argument {
  const name = Object.hasOwn(converters, String(type)) ? converters[String(type)] : undefined;
  const operator = name === undefined ? undefined : conversions[name];
  if (!operator) throw refused(`$convert does not serve the type '${String(type)}'`);
  return operator.apply;
}
