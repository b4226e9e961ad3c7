import { refused } from '../errors';
import { compileExpression } from '../expressions/compile';
import { variableName } from '../expressions/forms';
import { rootScope } from '../expressions/scope';
import { reach } from '../values/paths';
import { type Document, isDocument, Regex, type Value } from '../values/types';
import type { Compilers, CompileStage, Stage, Variables } from './stage';
import { stagesOf } from './stage-specs';

interface Lookup {
  from: string;
  as: string;
  localField?: string;
  foreignField?: string;
  variables: Document;
  pipeline?: Value;
}

/**
 * Joins documents of another collection: those whose field equals this one's, or those that a pipeline
 * answers with this document's values as variables. A collection that is missing counts as empty.
 */
export const lookup: CompileStage = (spec, names, compilers) => {
  const given = readSpec(spec);
  const bound = Object.entries(given.variables).map(([name, value]) => ({
    name: variableName(name),
    value: compileExpression(value, names),
  }));
  const inner = new Set([...names, ...bound.map(({ name }) => name)]);
  const stages = given.pipeline === undefined ? undefined : stagesOf(given.pipeline, '$lookup');
  const pipeline = stages && compilers.compileStages(stages, inner);
  return function* (input, variables) {
    const whole = wholeCollection(given, pipeline, compilers, variables, bound.length === 0);
    for (const document of input) {
      const scope = rootScope(document, variables);
      const own = Object.fromEntries(bound.map(({ name, value }) => [name, value(scope)]));
      const joined = whole ? whole({ ...variables, ...own }) : byField(given, document, compilers);
      const found = !whole && pipeline ? [...pipeline(joined, { ...variables, ...own })] : joined;
      yield withField(document, given.as, found);
    }
  };
};

/** Without fields to compare the pipeline reads all of the collection, and answers the same for all when it has no variables. */
function wholeCollection(
  { from, localField }: Lookup,
  pipeline: Stage | undefined,
  { read }: Compilers,
  outer: Variables,
  constant: boolean,
): ((variables: Variables) => Document[]) | undefined {
  if (localField !== undefined || !pipeline) return undefined;
  let all: Document[] | undefined;
  let answer: Document[] | undefined;
  return (variables) => {
    all ??= [...(read(from, { query: {} }) ?? [])];
    if (!constant) return [...pipeline(all, variables)];
    answer ??= [...pipeline(all, outer)];
    return answer;
  };
}

function byField(
  { from, localField = '', foreignField = '' }: Lookup,
  document: Document,
  { read }: Compilers,
): Document[] {
  const values = reach(document, localField).flatMap((value) =>
    Array.isArray(value) ? [...value, value] : [value ?? null],
  );
  const plain = values.filter((value) => !(value instanceof Regex));
  const patterns = values.filter((value) => value instanceof Regex);
  const query: Document =
    patterns.length === 0
      ? { [foreignField]: plain.length === 1 ? { $eq: plain[0] ?? null } : { $in: plain } }
      : {
          $or: [
            { [foreignField]: { $in: plain } },
            ...patterns.map((value) => ({ [foreignField]: { $eq: value } })),
          ],
        };
  return [...(read(from, { query }) ?? [])];
}

function withField(document: Document, path: string, value: Value): Document {
  const [step = '', ...rest] = path.split('.');
  if (rest.length === 0) return { ...document, [step]: value };
  const inner = document[step];
  return {
    ...document,
    [step]: withField(isDocument(inner ?? null) ? (inner as Document) : {}, rest.join('.'), value),
  };
}

const known = new Set(['from', 'as', 'localField', 'foreignField', 'let', 'pipeline']);

function readSpec(spec: Value): Lookup {
  if (!isDocument(spec)) throw refused('the $lookup specification must be an object');
  const unknown = Object.keys(spec).find((name) => !known.has(name));
  if (unknown !== undefined) throw refused(`unknown argument to $lookup: ${unknown}`);
  const { from, as, localField, foreignField, let: variables = {}, pipeline } = spec;
  if (typeof from !== 'string' || typeof as !== 'string')
    throw refused("$lookup needs 'from' and 'as' as strings");
  if (
    (localField === undefined) !== (foreignField === undefined) ||
    (localField === undefined && pipeline === undefined)
  ) {
    throw refused('$lookup requires both localField and foreignField, or a pipeline');
  }
  if (!isDocument(variables)) throw refused("$lookup argument 'let' must be an object");
  const fields = { localField: text(localField), foreignField: text(foreignField) };
  return { from, as, ...fields, variables, pipeline };
}

function text(field: Value | undefined): string | undefined {
  if (field === undefined || typeof field === 'string') return field;
  throw refused('$lookup fields must be strings');
}
