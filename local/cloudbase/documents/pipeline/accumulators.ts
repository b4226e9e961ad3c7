import { refused } from '../errors';
import { compileExpression } from '../expressions/compile';
import { mergeDocuments } from '../expressions/objects';
import type { Argument } from '../expressions/operator';
import type { Scope } from '../expressions/scope';
import { distinct } from '../expressions/sets';
import { averageOf, deviationOf, extremeOf, sumOf } from '../expressions/statistics';
import { type Document, isDocument, type Value } from '../values/types';

/** Takes in the values of a group one by one and answers for all of them. */
interface Gathering {
  add(value: Argument): void;
  finish(): Value;
}

/** Gathers in batches, so that a group of millions holds thousands. */
function folded(fold: (values: Argument[]) => Argument): () => Gathering {
  return () => {
    let values: Argument[] = [];
    return {
      add: (value) => {
        values.push(value);
        if (values.length > 4096) values = [fold(values)];
      },
      finish: () => fold(values) ?? null,
    };
  };
}

/** Gathers what cannot be told from part results. */
function gathered(finish: (values: Argument[]) => Argument): () => Gathering {
  return () => {
    const values: Argument[] = [];
    return { add: (value) => values.push(value), finish: () => finish(values) ?? null };
  };
}

function present(values: Argument[]): Value[] {
  return values.filter((value) => value !== undefined);
}

function first(): Gathering {
  let taken = false;
  let kept: Argument;
  return {
    add: (value) => {
      if (!taken) kept = value;
      taken = true;
    },
    finish: () => kept ?? null,
  };
}

function last(): Gathering {
  let kept: Argument;
  return {
    add: (value) => {
      kept = value;
    },
    finish: () => kept ?? null,
  };
}

const accumulators: Record<string, () => Gathering> = {
  $addToSet: gathered((values) => [...distinct(present(values)).values()]),
  $avg: gathered(averageOf),
  $first: first,
  $last: last,
  $max: folded((values) => extremeOf(values, -1)),
  $mergeObjects: folded(mergeDocuments),
  $min: folded((values) => extremeOf(values, 1)),
  $push: gathered(present),
  $stdDevPop: gathered((values) => deviationOf(values, false)),
  $stdDevSamp: gathered((values) => deviationOf(values, true)),
  $sum: gathered(sumOf),
};

/** The fields of a group, of a spec such as `{ total: { $sum: '$price' } }`. */
export interface Accumulation {
  start(): { add(scope: Scope): void; finish(): Document };
}

/** @throws ServiceError naming an accumulator that is unknown */
export function compileAccumulators(spec: Document, names: ReadonlySet<string>): Accumulation {
  const fields = Object.entries(spec).map(([name, accumulator]) => {
    if (name.includes('.')) throw refused(`The field name '${name}' cannot contain '.'`);
    if (!isDocument(accumulator))
      throw refused(`The field '${name}' must be an accumulator object`);
    const [[operator, operand], ...others] = entriesOf(accumulator, name);
    if (others.length > 0) throw refused(`The field '${name}' must specify one accumulator`);
    if (operator === '$count')
      return { name, start: accumulatorNamed('$sum'), expression: () => 1 };
    return {
      name,
      start: accumulatorNamed(operator),
      expression: compileExpression(operand, names),
    };
  });
  return {
    start: () => {
      const gatherings = fields.map(({ name, start, expression }) => ({
        name,
        expression,
        gathering: start(),
      }));
      return {
        add: (scope) => {
          for (const { expression, gathering } of gatherings) gathering.add(expression(scope));
        },
        finish: () =>
          Object.fromEntries(gatherings.map(({ name, gathering }) => [name, gathering.finish()])),
      };
    },
  };
}

function entriesOf(accumulator: Document, field: string): [[string, Value], ...[string, Value][]] {
  const [one, ...others] = Object.entries(accumulator);
  if (!one) throw refused(`The field '${field}' must be an accumulator object`);
  return [one, ...others];
}

function accumulatorNamed(operator: string): () => Gathering {
  const accumulator = Object.hasOwn(accumulators, operator) ? accumulators[operator] : undefined;
  if (!accumulator) throw refused(`unknown group operator '${operator}'`);
  return accumulator;
}
