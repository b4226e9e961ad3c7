import { randomInt } from 'node:crypto';
import { refused } from '../errors';
import { compileExpression } from '../expressions/compile';
import { namedOperands } from '../expressions/forms';
import { rootScope } from '../expressions/scope';
import { compileQuery } from '../query/match';
import { type SortField, sortKey, TopSorter } from '../values/sort';
import { type Document, isDocument, typeName, type Value } from '../values/types';
import { bucketAuto } from './bucket-auto';
import { bucket, group, sortByCount } from './groups';
import { lookup } from './lookup';
import { compileAddFields, compileProject, compileUnset, type Shape } from './shape';
import type { CompileStage, Stage } from './stage';
import { stagesOf } from './stage-specs';
import { unwind } from './unwind';

function shaping(compile: (spec: Value, names: ReadonlySet<string>) => Shape): CompileStage {
  return (spec, names) => {
    const shape = compile(spec, names);
    return function* (input, variables) {
      for (const document of input) yield shape(document, variables);
    };
  };
}

const match: CompileStage = (spec, names) => {
  if (!isDocument(spec)) throw refused('the match filter must be an expression in an object');
  const matches = compileQuery(spec, names);
  return function* (input, variables) {
    for (const document of input) if (matches(document, variables)) yield document;
  };
};

/** Reads a sort such as `{ score: -1, name: 1 }`. @throws ServiceError for another direction than 1 or -1 */
export function sortFieldsOf(spec: Value, what: string): SortField[] {
  if (!isDocument(spec) || Object.keys(spec).length === 0)
    throw refused(`${what} needs an object with a field or more`);
  return Object.entries(spec).map(([field, direction]) => {
    if (direction !== 1 && direction !== -1) throw refused(`${what} needs 1 or -1 for '${field}'`);
    return { field, direction };
  });
}

const sort: CompileStage = (spec) => {
  const fields = sortFieldsOf(spec, '$sort');
  return (input) => {
    const sorter = new TopSorter<Document>(Number.POSITIVE_INFINITY);
    for (const document of input) sorter.add(sortKey(document, fields), document);
    return sorter.finish();
  };
};

/** A number of documents. @throws ServiceError for what is none */
export function countOf(spec: Value, stage: string, least: number): number {
  if (typeof spec === 'number' && Number.isInteger(spec) && spec >= least) return spec;
  throw refused(`the argument to ${stage} must be a whole number, ${least} or more`);
}

const limit: CompileStage = (spec) => {
  const most = countOf(spec, '$limit', 1);
  return function* (input) {
    let place = 0;
    for (const document of input) {
      yield document;
      place += 1;
      if (place >= most) return;
    }
  };
};

const skip: CompileStage = (spec) => {
  const least = countOf(spec, '$skip', 0);
  return function* (input) {
    let place = 0;
    for (const document of input) {
      place += 1;
      if (place > least) yield document;
    }
  };
};

const count: CompileStage = (spec) => {
  if (typeof spec !== 'string' || spec === '' || spec.startsWith('$') || spec.includes('.')) {
    throw refused('the count field must be a non-empty string without $ and dots');
  }
  return function* (input) {
    let total = 0;
    for (const _ of input) total += 1;
    if (total > 0) yield { [spec]: total };
  };
};

/** Any `size` documents, each as likely as another. */
const sample: CompileStage = (spec) => {
  const size = countOf(namedOperands('$sample', spec, ['size']).size ?? null, '$sample', 1);
  return (input) => {
    const chosen: Document[] = [];
    let seen = 0;
    for (const document of input) {
      seen += 1;
      const place = chosen.length < size ? chosen.length : randomInt(seen);
      if (place < size) chosen[place] = document;
    }
    return chosen;
  };
};

function replacing(compile: (spec: Value) => Value): CompileStage {
  return (spec, names) => {
    const root = compileExpression(compile(spec), names);
    return function* (input, variables) {
      for (const document of input) {
        const made = root(rootScope(document, variables));
        if (made === undefined || !isDocument(made)) {
          throw refused(
            `'newRoot' expression must evaluate to an object, but resulting value was of type ${typeName(made)}`,
          );
        }
        yield made;
      }
    };
  };
}

const facet: CompileStage = (spec, names, { compileStages }) => {
  if (!isDocument(spec) || Object.keys(spec).length === 0)
    throw refused('the $facet specification must be a non-empty object');
  const facets = Object.entries(spec).map(([name, pipeline]): [string, Stage] => {
    const stages = stagesOf(pipeline, '$facet');
    const barred = stages.find((stage) => stage.name === '$facet' || stage.name === '$geoNear');
    if (barred) throw refused(`${barred.name} is not allowed to be used within a $facet stage`);
    return [name, compileStages(stages, names)];
  });
  return function* (input, variables) {
    const all = [...input];
    yield Object.fromEntries(facets.map(([name, stage]) => [name, [...stage(all, variables)]]));
  };
};

const addFields = shaping(compileAddFields);

/** Every stage but `$geoNear`, which must stand first. */
export const stages: Record<string, CompileStage> = {
  $addFields: addFields,
  $bucket: bucket,
  $bucketAuto: bucketAuto,
  $count: count,
  $facet: facet,
  $group: group,
  $limit: limit,
  $lookup: lookup,
  $match: match,
  $project: shaping(compileProject),
  $replaceRoot: replacing(
    (spec) => namedOperands('$replaceRoot', spec, ['newRoot']).newRoot ?? null,
  ),
  $replaceWith: replacing((spec) => spec),
  $sample: sample,
  $set: addFields,
  $skip: skip,
  $sort: sort,
  $sortByCount: sortByCount,
  $unset: shaping(compileUnset),
  $unwind: unwind,
};
