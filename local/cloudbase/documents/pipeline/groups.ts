import { refused } from '../errors';
import { compileExpression } from '../expressions/compile';
import { namedOperands } from '../expressions/forms';
import { rootScope, type Scope } from '../expressions/scope';
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

export const bucketAuto: CompileStage = (spec, names) => {
  const named = namedOperands('$bucketAuto', spec, ['groupBy', 'buckets'], ['output']);
  const { buckets } = named;
  if (typeof buckets !== 'number' || !Number.isInteger(buckets) || buckets < 1) {
    throw refused('The $bucketAuto buckets field must be a whole number greater than 0');
  }
  const key = compileExpression(named.groupBy ?? null, names);
  const accumulation = compileAccumulators(outputOf('$bucketAuto', named.output), names);
  return function* (input, variables) {
    const entries = [...input].map((document) => {
      const scope: Scope = rootScope(document, variables);
      return { scope, value: key(scope) ?? null };
    });
    entries.sort((left, right) => compare(left.value, right.value));
    const size = Math.max(1, Math.round(entries.length / buckets));
    for (let start = 0, made = 1; start < entries.length; made++) {
      const end = made === buckets ? entries.length : endOfBucket(entries, start + size);
      const fields = accumulation.start();
      for (const { scope } of entries.slice(start, end)) fields.add(scope);
      const min = entries[start]?.value ?? null;
      const max = (entries[end] ?? entries.at(-1))?.value ?? null;
      yield { _id: { min, max }, ...fields.finish() };
      start = end;
    }
  };
};

/** A bucket takes all that equal its last value. */
function endOfBucket(entries: { value: Value }[], wanted: number): number {
  let end = Math.min(wanted, entries.length);
  while (end < entries.length && compare(entries[end]?.value, entries[end - 1]?.value) === 0)
    end += 1;
  return end;
}

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

function outputOf(stage: string, output: Value | undefined): Document {
  if (output === undefined) return countOutput;
  if (!isDocument(output)) throw refused(`The ${stage} output field must be an object`);
  return output;
}
