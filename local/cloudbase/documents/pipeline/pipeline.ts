import { refused } from '../errors';
import type { Find } from '../storage/find';
import { type Document, isDocument } from '../values/types';
import { compileGeoNear } from './geo-near';
import type { Compilers, ReadCollection, Stage, StageSpec } from './stage';
import { countOf, sortFieldsOf, stages as stageCompilers } from './stages';

const noNames: ReadonlySet<string> = new Set();

/**
 * Compiles a pipeline over a collection. The stages that a find can do, at its head, are left to a find,
 * so that an index serves them.
 * @throws ServiceError DATABASE_REQUEST_FAILED naming a stage or an operator that is not served
 */
export function compilePipeline(
  stages: readonly StageSpec[],
  read: ReadCollection,
): (collection: string, now: Date) => Iterable<Document> {
  const compilers: Compilers = {
    read,
    compileStages: (inner, names) => compileStages(inner, names, compilers),
  };
  const first = stages[0];
  if (first?.name === '$geoNear') {
    const near = compileGeoNear(first.spec);
    const rest = compileStages(stages.slice(1), noNames, compilers);
    return (collection, now) => {
      const variables = { NOW: now };
      return rest(near.stage(read(collection, { query: near.query }) ?? [], variables), variables);
    };
  }
  compileStages(stages, noNames, compilers);
  const { find, rest } = takeFind(stages);
  const others = compileStages(rest, noNames, compilers);
  return (collection, now) =>
    others(read(collection, { ...find, variables: { NOW: now } }) ?? [], { NOW: now });
}

function compileStages(
  stages: readonly StageSpec[],
  names: ReadonlySet<string>,
  compilers: Compilers,
): Stage {
  const compiled = stages.map(({ name, spec }) => {
    if (name === '$geoNear')
      throw refused('$geoNear is only valid as the first stage in a pipeline');
    const compile = Object.hasOwn(stageCompilers, name) ? stageCompilers[name] : undefined;
    if (!compile) throw refused(`Unrecognized pipeline stage name: '${name}'`);
    return compile(spec, names, compilers);
  });
  return (input, variables) =>
    compiled.reduce<Iterable<Document>>((stream, stage) => stage(stream, variables), input);
}

/** `$match`, `$sort`, `$skip` and `$limit` in this order are a find. */
function takeFind(stages: readonly StageSpec[]): { find: Find; rest: StageSpec[] } {
  const rest = [...stages];
  const queries: Document[] = [];
  for (let next = rest[0]; next?.name === '$match'; next = rest[0]) {
    if (isDocument(next.spec)) queries.push(next.spec);
    rest.shift();
  }
  const find: Find = { query: queries.length === 1 ? (queries[0] ?? {}) : joined(queries) };
  if (rest[0]?.name === '$sort') find.sort = sortFieldsOf(rest.shift()?.spec ?? null, '$sort');
  if (rest[0]?.name === '$skip') find.skip = countOf(rest.shift()?.spec ?? null, '$skip', 0);
  if (rest[0]?.name === '$limit') find.limit = countOf(rest.shift()?.spec ?? null, '$limit', 1);
  return { find, rest };
}

function joined(queries: Document[]): Document {
  return queries.length === 0 ? {} : { $and: queries };
}
