import { Aggregator } from 'mingo';
import { ServiceError } from '../service-error';
import { predicateOf } from './match';
import { decode, type Fields, isObject, messageOf, type Value } from './values';

type Stage = Record<string, Value>;

const served = new Set([
  '$match',
  '$project',
  '$group',
  '$sort',
  '$limit',
  '$skip',
  '$unwind',
  '$count',
  '$lookup',
  '$addFields',
  '$set',
  '$unset',
  '$replaceRoot',
  '$replaceWith',
  '$bucket',
  '$bucketAuto',
  '$sample',
  '$sortByCount',
  '$facet',
]);

/**
 * Reads the SDK's list of stages, each value a string of EJSON.
 * @throws ServiceError that names a stage which is not served
 */
export function stagesOf(stages: Value, now: number): Stage[] {
  if (!Array.isArray(stages)) throw new ServiceError('INVALID_PARAM', 'stages must be a list');
  return stages.flatMap((stage) => {
    const { stageKey, stageValue } = stage as { stageKey: string; stageValue: string };
    return checked({ [stageKey]: decode(stageValue, now) });
  });
}

/** Runs a pipeline; `documentsOf` gives another collection's documents for `$lookup`. */
export function aggregate(
  documents: Fields[],
  stages: Stage[],
  documentsOf: (collection: string) => Fields[],
): Fields[] {
  try {
    const options = { collectionResolver: documentsOf };
    return new Aggregator(stages, options).run<Fields>(documents);
  } catch (error) {
    if (error instanceof ServiceError) throw error;
    throw new ServiceError('DATABASE_REQUEST_FAILED', messageOf(error));
  }
}

function checked(stage: Stage): Stage[] {
  const [entry] = Object.entries(stage);
  if (!entry) throw new ServiceError('INVALID_PARAM', 'a stage is empty');
  const [name, value] = entry;
  if (!served.has(name)) {
    throw new ServiceError(
      'DATABASE_REQUEST_FAILED',
      `aggregation stage ${name} is not served here`,
    );
  }
  if (name === '$match') predicateOf(objectOf(name, value));
  if (name === '$bucket') return bucketed(objectOf(name, value));
  if (name === '$lookup') return [{ $lookup: lookup(objectOf(name, value)) }];
  if (name === '$facet') {
    const branches = Object.entries(objectOf(name, value)).map(([key, pipeline]) => [
      key,
      inner(pipeline),
    ]);
    return [{ $facet: Object.fromEntries(branches) }];
  }
  return [stage];
}

function inner(pipeline: Value): Stage[] {
  if (!Array.isArray(pipeline))
    throw new ServiceError('INVALID_PARAM', 'a pipeline must be a list');
  return pipeline.flatMap((stage) => checked(objectOf('pipeline', stage)));
}

/** The SDK sends an inner pipeline as its own list of stages, or as stages ready to run. */
function lookup(value: Fields): Fields {
  return value.pipeline === undefined ? value : { ...value, pipeline: inner(value.pipeline) };
}

/**
 * `$bucket` stated as `$group`: a value equal to a boundary belongs to the bucket that starts there.
 * @see https://www.mongodb.com/docs/manual/reference/operator/aggregation/bucket/
 */
function bucketed({ groupBy, boundaries, default: other, output }: Fields): Stage[] {
  if (!Array.isArray(boundaries) || boundaries.length < 2) {
    throw new ServiceError('DATABASE_REQUEST_FAILED', '$bucket needs at least two boundaries');
  }
  const branches = boundaries.slice(0, -1).map((from, index) => {
    const within = { $and: [{ $gte: [groupBy, from] }, { $lt: [groupBy, boundaries[index + 1]] }] };
    return Object.fromEntries([
      ['case', within],
      ['then', { $literal: from }],
    ]);
  });
  const choice = other === undefined ? { branches } : { branches, default: { $literal: other } };
  const sums = isObject(output) ? output : { count: { $sum: 1 } };
  return [{ $group: { _id: { $switch: choice }, ...sums } }, { $sort: { _id: 1 } }];
}

function objectOf(name: string, value: Value): Fields {
  if (!isObject(value))
    throw new ServiceError('DATABASE_REQUEST_FAILED', `${name} needs an object`);
  return value;
}
