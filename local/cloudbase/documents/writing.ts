import type { Context } from './context';
import { invalid } from './errors';
import { flagOf, queryOf } from './parameters';
import type { Collection } from './storage/collection';
import { PreparedFind } from './storage/find';
import type { Row } from './storage/rows';
import { checkFields, draftOf, withGeneratedId } from './updates/documents';
import { type CompiledUpdate, compileReplacement, compileUpdate } from './updates/update';
import { parseDocument, print, withoutObjectIds } from './values/ejson';
import type { Document, Value } from './values/types';

/** `database.insertDocument`. Of several the ones before a refused one stay, as in MongoDB's ordered inserts. */
export function insertDocument({ catalogue, session, parameters, now }: Context): {
  insertedIds: unknown[];
} {
  const collection = catalogue.require(parameters.collectionName);
  const texts = Array.isArray(parameters.data) ? parameters.data : [parameters.data];
  if (texts.length === 0) throw invalid('data must hold a document or more');
  const drafts = texts.map((text: unknown) => {
    const document = withGeneratedId(parseDocument(text, now, 'data'));
    checkFields(document);
    return draftOf(document);
  });
  const failure = session.write(() => session.insertAll(collection, drafts));
  if (failure) throw failure;
  return { insertedIds: drafts.map(({ document }) => idAnswer(document._id)) };
}

/** `database.modifyDocument`: operators or a whole document, on one or all that match, or inserting one. */
export function modifyDocument(context: Context): { updated: number; upsert_id: unknown } {
  const { catalogue, session, parameters, now } = context;
  const collection = catalogue.require(parameters.collectionName);
  const merge = flagOf(parameters, 'merge', true);
  const multi = flagOf(parameters, 'multi', false);
  if (multi && !merge) throw invalid('a whole document cannot replace several: multi needs merge');
  const query = queryOf(parameters, now);
  const update = compileData(context, query, merge);
  return session.write(() => {
    const rows = matching(context, collection, query, multi);
    let updated = 0;
    for (const row of rows) if (change(context, collection, row, update)) updated += 1;
    if (rows.length > 0) return { updated: merge ? updated : rows.length, upsert_id: null };
    if (!flagOf(parameters, 'upsert', false)) return { updated: 0, upsert_id: null };
    const draft = draftOf(withGeneratedId(update.insert()));
    session.insert(collection, draft);
    return { updated: 0, upsert_id: idAnswer(draft.document._id) };
  });
}

/** `database.modifyAndReturnDoc`: changes the first that matches and answers what it became. */
export function modifyAndReturnDoc(context: Context): { updated: number; doc: string | null } {
  const { catalogue, session, parameters, now } = context;
  const collection = catalogue.require(parameters.collectionName);
  const query = queryOf(parameters, now);
  const update = compileData(context, query, flagOf(parameters, 'merge', true));
  return session.write(() => {
    const [row] = matching(context, collection, query, false);
    if (!row) return { updated: 0, doc: null };
    const changed = change(context, collection, row, update);
    return { updated: 1, doc: print(withoutObjectIds(changed ?? row.document)) };
  });
}

/** `database.removeDocument`: one or all that match. */
export function removeDocument(context: Context): { deleted: number } {
  const { catalogue, session, parameters, now } = context;
  const collection = catalogue.require(parameters.collectionName);
  const multi = flagOf(parameters, 'multi', false);
  const query = queryOf(parameters, now);
  return session.write(() => {
    const rows = matching(context, collection, query, multi);
    for (const row of rows) session.remove(collection, row);
    return { deleted: rows.length };
  });
}

function compileData(
  { parameters, now }: Context,
  query: Document,
  merge: boolean,
): CompiledUpdate {
  const data = parseDocument(parameters.data, now, 'data');
  return merge ? compileUpdate(data, query, now) : compileReplacement(data, query);
}

/** All rows are found before the first is changed: a change must not be met again by the search. */
function matching(
  { session, now }: Context,
  collection: Collection,
  query: Document,
  multi: boolean,
): Row[] {
  const variables = { NOW: new Date(now) };
  const request = new PreparedFind({ query, variables, limit: multi ? undefined : 1 });
  return [...session.find(collection, request)];
}

/** Answers what the document became; undefined when the update leaves it as it is. */
function change(
  { session }: Context,
  collection: Collection,
  row: Row,
  update: CompiledUpdate,
): Document | undefined {
  const after = draftOf(update.apply(row.document));
  if (after.body === row.body) return undefined;
  session.replace(collection, row, after);
  return after.document;
}

function idAnswer(id: Value | undefined): unknown {
  const plain = withoutObjectIds(id ?? null);
  return typeof plain === 'object' ? JSON.parse(print(plain)) : plain;
}
