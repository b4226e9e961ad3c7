import { refused } from '../errors';
import { compileExpression } from '../expressions/compile';
import { namedOperands } from '../expressions/forms';
import { rootScope, type Scope } from '../expressions/scope';
import { compare } from '../values/compare';
import type { Value } from '../values/types';
import { compileAccumulators } from './accumulators';
import { type Granularity, granularityOf, roundable } from './granularity';
import { outputOf } from './groups';
import type { CompileStage } from './stage';

interface Entry {
  scope: Scope;
  value: Value;
}

/** Documents in buckets of about the same size, by default bounded by the values that they hold. */
export const bucketAuto: CompileStage = (spec, names) => {
  const named = namedOperands(
    '$bucketAuto',
    spec,
    ['groupBy', 'buckets'],
    ['output', 'granularity'],
  );
  const { buckets } = named;
  if (typeof buckets !== 'number' || !Number.isInteger(buckets) || buckets < 1) {
    throw refused('The $bucketAuto buckets field must be a whole number greater than 0');
  }
  const granularity =
    named.granularity === undefined ? undefined : granularityOf(named.granularity);
  const bound = granularity ? rounded(granularity) : asFound;
  const key = compileExpression(named.groupBy ?? null, names);
  const accumulation = compileAccumulators(outputOf('$bucketAuto', named.output), names);
  return function* (input, variables) {
    const entries = [...input].map((document): Entry => {
      const scope = rootScope(document, variables);
      return { scope, value: key(scope) ?? null };
    });
    entries.sort((left, right) => compare(left.value, right.value));
    const size = Math.max(1, Math.round(entries.length / buckets));
    let previous: Value | undefined;
    for (let start = 0, made = 1; start < entries.length; made++) {
      const wanted = made === buckets ? entries.length : Math.min(start + size, entries.length);
      const { min, max, end } = bound(entries, start, wanted, previous);
      const fields = accumulation.start();
      for (const { scope } of entries.slice(start, end)) fields.add(scope);
      yield { _id: { min, max }, ...fields.finish() };
      start = end;
      previous = max;
    }
  };
};

type Bound = (
  entries: Entry[],
  start: number,
  wanted: number,
  previous: Value | undefined,
) => { min: Value; max: Value; end: number };

/** A bucket takes all that equal its last value, and ends where the next begins. */
const asFound: Bound = (entries, start, wanted) => {
  let end = wanted;
  while (end < entries.length && compare(entries[end]?.value, entries[end - 1]?.value) === 0)
    end += 1;
  const min = entries[start]?.value ?? null;
  return { min, max: (entries[end] ?? entries.at(-1))?.value ?? null, end };
};

/** A bucket ends at the preferred number above its last value, and takes all below that. */
function rounded({ up, down }: Granularity): Bound {
  return (entries, start, wanted, previous) => {
    const at = (place: number) => roundable(entries[place]?.value ?? null);
    const boundary = up(at(wanted - 1));
    let end = wanted;
    while (end < entries.length && at(end) < boundary) end += 1;
    // Zero rounds to itself, which a bucket of zeros cannot end at.
    const max = boundary === 0 && end < entries.length ? down(at(end)) : boundary;
    return { min: previous ?? down(at(start)), max, end };
  };
}
