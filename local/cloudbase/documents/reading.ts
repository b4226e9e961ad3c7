import type { Context } from './context';
import { invalid } from './errors';
import { limitOf, offsetOf, orderOf, type Parameters, queryOf } from './parameters';
import { compilePipeline } from './pipeline/pipeline';
import type { ReadCollection, StageSpec } from './pipeline/stage';
import { compileProjection } from './projection';
import { count, findTexts, PreparedFind } from './storage/find';
import type { Row } from './storage/rows';
import { answerText, parse, parseDocument, print, withoutObjectIds } from './values/ejson';
import type { Document } from './values/types';

/** `database.getDocument`: a page of documents as texts of EJSON. */
export function getDocument({ catalogue, plain, session, parameters, now }: Context): {
  list: string[];
  limit: number;
  offset: number;
} {
  const collection = catalogue.require(parameters.collectionName);
  const limit = limitOf(parameters);
  const offset = offsetOf(parameters);
  const variables = { NOW: new Date(now) };
  const query = queryOf(parameters, now);
  const request = new PreparedFind({
    query,
    sort: orderOf(parameters, now),
    skip: offset,
    limit,
    variables,
  });
  const project = projectionOf(parameters, query, now);
  const texts = session === plain && !project ? findTexts(collection, request) : undefined;
  const list =
    texts ??
    Array.from(session.find(collection, request), (row) => (project ? project(row) : row.body));
  return { list: project ? list : list.map(answerText), limit, offset };
}

/** `database.calculateDocument`: how many documents a query matches. */
export function calculateDocument({ catalogue, plain, session, parameters, now }: Context): {
  total: number;
} {
  const collection = catalogue.require(parameters.collectionName);
  const request = new PreparedFind({
    query: queryOf(parameters, now),
    variables: { NOW: new Date(now) },
  });
  if (session === plain) return { total: count(collection, request) };
  return { total: [...session.find(collection, request)].length };
}

/** `database.aggregateDocuments`: what a pipeline makes of a collection, as texts of EJSON. */
export function aggregateDocuments({ catalogue, session, parameters, now }: Context): {
  list: string[];
} {
  const { name } = catalogue.require(parameters.collectionName);
  const stages = stagesOf(parameters, now);
  const read: ReadCollection = (from, request) => {
    const collection = catalogue.find(from);
    return collection && documentsOf(session.find(collection, new PreparedFind(request)));
  };
  const documents = compilePipeline(stages, read)(name, new Date(now));
  return { list: Array.from(documents, (document) => print(withoutObjectIds(document))) };
}

function projectionOf(
  { projection }: Parameters,
  query: Document,
  now: number,
): ((row: Row) => string) | undefined {
  if (projection === undefined || projection === null) return undefined;
  const spec = parseDocument(projection, now, 'projection');
  if (Object.keys(spec).length === 0) return undefined;
  const project = compileProjection(spec, query);
  return (row) => print(withoutObjectIds(project(row.document)));
}

function stagesOf({ stages }: Parameters, now: number): StageSpec[] {
  if (!Array.isArray(stages)) throw invalid('stages must be an array');
  return stages.map((stage: unknown) => {
    const { stageKey, stageValue } = (
      typeof stage === 'object' && stage !== null ? stage : {}
    ) as Record<string, unknown>;
    if (typeof stageKey !== 'string') throw invalid('a stage needs a stageKey');
    return { name: stageKey, spec: parse(stageValue, now) };
  });
}

function* documentsOf(rows: Iterable<Row>): Generator<Document> {
  for (const row of rows) yield row.document;
}
