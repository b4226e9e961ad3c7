import { refused } from '../errors';
import { compileExpression } from '../expressions/compile';
import { namedOperands } from '../expressions/forms';
import { rootScope } from '../expressions/scope';
import { compare } from '../values/compare';
import { encodeKey } from '../values/keys';
import { type Document, isDocument, type Value } from '../values/types';
import { compileAccumulators } from './accumulators';
import type { CompileStage, Stage } from './stage';

/** Groups in the order in which their keys first came. */
export const group: CompileStage = (spec, names) => {
  if (!isDocument(spec) || spec._id === undefined)
    throw refused('a group specification must include an _id');
  const { _id, ...fields } = spec;
  return grouping(compileExpression(_id, names), compileAccumulators(fields, names));
};

export const sortByCount: CompileStage = (spec, names) => {
  const expressive = isDocument(spec)
    ? Object.keys(spec)[0]?.startsWith('$')
    : typeof spec === 'string' && spec.startsWith('$');
  if (!expressive)
    throw refused('the sortByCount field must be a $-prefixed path or an expression');
  const groups = grouping(
    compileExpression(spec, names),
    compileAccumulators({ count: { $sum: 1 } }, names),
  );
  return (input, variables) =>
    [...groups(input, variables)].sort((left, right) => Number(right.count) - Number(left.count));
};

function grouping(
  key: ReturnType<typeof compileExpression>,
  accumulation: ReturnType<typeof compileAccumulators>,
): Stage {
  return function* (input, variables) {
    const groups = new Map<string, { id: Value; fields: ReturnType<typeof accumulation.start> }>();
    for (const document of input) {
      const scope = rootScope(document, variables);
      const id = key(scope) ?? null;
      const bytes = encodeKey(id).toString('latin1');
      const group = groups.get(bytes) ?? { id, fields: accumulation.start() };
      groups.set(bytes, group);
      group.fields.add(scope);
    }
    for (const { id, fields } of groups.values()) yield { _id: id, ...fields.finish() };
  };
}

const countOutput: Document = { count: { $sum: 1 } };

export const bucket: CompileStage = (spec, names) => {
  const named = namedOperands('$bucket', spec, ['groupBy', 'boundaries'], ['default', 'output']);
  const boundaries = boundariesOf(named.boundaries);
  const fallback = named.default;
  const key = compileExpression(named.groupBy ?? null, names);
  const accumulation = compileAccumulators(outputOf('$bucket', named.output), names);
  return function* (input, variables) {
    const buckets = new Map<number, ReturnType<typeof accumulation.start>>();
    for (const document of input) {
      const scope = rootScope(document, variables);
      const value = key(scope) ?? null;
      const place = boundaries.findIndex((low, index) => {
        const high = boundaries[index + 1];
        return high !== undefined && compare(low, value) <= 0 && compare(value, high) < 0;
      });
      if (place < 0 && fallback === undefined) {
        throw refused(
          '$switch could not find a matching branch for an input, and no default was specified.',
        );
      }
      const fields = buckets.get(place) ?? accumulation.start();
      buckets.set(place, fields);
      fields.add(scope);
    }
    const made = [...buckets].map(([place, fields]) => ({
      id: (place < 0 ? fallback : boundaries[place]) ?? null,
      fields,
    }));
    made.sort((left, right) => compare(left.id, right.id));
    for (const { id, fields } of made) yield { _id: id, ...fields.finish() };
  };
};

function boundariesOf(boundaries: Value | undefined): Value[] {
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw refused('The $bucket boundaries field must have at least 2 values');
  for (const [place, value] of boundaries.entries()) {
    if (place > 0 && compare(boundaries[place - 1], value) >= 0) {
      throw refused('The $bucket boundaries must be in ascending order');
    }
  }
  return boundaries;
}

/** What a bucket tells of its documents; their number when nothing is said. */
export function outputOf(stage: string, output: Value | undefined): Document {
  if (output === undefined) return countOutput;
  if (!isDocument(output)) throw refused(`The ${stage} output field must be an object`);
  return output;
}
