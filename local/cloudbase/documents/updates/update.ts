import { invalid, refused } from '../errors';
import { isOperatorObject } from '../query/match';
import { equal } from '../values/compare';
import { copyOf, type Document, isDocument, type Value } from '../values/types';
import { arrayOperators } from './array-operators';
import { checkFields } from './documents';
import { type Apply, currentDate, fieldOperators } from './field-operators';
import { placeAt } from './paths';
import { compilePaths, type Paths } from './positional';

/** Makes the document that an update turns another into; the original stays as it is. */
export type Update = (document: Document) => Document;

export interface CompiledUpdate {
  apply: Update;
  /** the document that an upsert inserts when nothing matched */
  insert: () => Document;
}

interface Change {
  operator: string;
  path: string;
  operand: Value;
  paths: Paths;
  apply: Apply;
}

/**
 * Compiles an update of operators (`merge: true`), such as `{ $set: { 'a.b': 1 }, $inc: { n: 2 } }`, of
 * the documents that a query finds.
 * @throws ServiceError naming an unknown operator, or two operators that change the same path
 */
export function compileUpdate(data: Document, query: Document, now: number): CompiledUpdate {
  const changes = Object.entries(data).flatMap(([operator, fields]) =>
    changesOf(operator, fields, query, now),
  );
  if (changes.length === 0) throw invalid('the update names nothing to change');
  refuseConflicts(changes);
  const always = changes.filter(({ operator }) => operator !== '$setOnInsert');
  return {
    apply: (document) => applyAll(document, always),
    insert: () => applyAll(equalitiesOf(query), changes),
  };
}

/** Compiles a whole document (`merge: false`) that takes another's place and keeps its `_id`. */
export function compileReplacement(data: Document, query: Document): CompiledUpdate {
  checkFields(data);
  return {
    apply: (document) => withId(document._id, data),
    insert: () => withId(equalitiesOf(query)._id, data),
  };
}

function withId(id: Value | undefined, data: Document): Document {
  const { _id: given, ...fields } = data;
  if (given !== undefined && id !== undefined && !equal(given, id)) throw idChange();
  const kept = id ?? given;
  return copyOf(kept === undefined ? fields : { _id: kept, ...fields });
}

function applyAll(document: Document, changes: Change[]): Document {
  const changed = copyOf(document);
  for (const { apply, paths, operand } of changes)
    for (const path of paths(document)) apply(changed, path, operand);
  if (document._id !== undefined && !equal(changed._id, document._id)) throw idChange();
  checkFields(changed);
  return changed;
}

function changesOf(operator: string, fields: Value, query: Document, now: number): Change[] {
  if (!operator.startsWith('$'))
    throw invalid(`an update needs operators, found the field '${operator}'`);
  const apply = operatorNamed(operator, now);
  if (!isDocument(fields))
    throw refused(`Modifiers operate on fields but we found another type for ${operator}`);
  return Object.entries(fields).map(([path, operand]) => {
    const paths = compilePaths(path, query);
    return { operator, path, operand, paths, apply };
  });
}

function operatorNamed(operator: string, now: number): Apply {
  if (operator === '$currentDate') return currentDate(now);
  const name = operator === '$setOnInsert' ? '$set' : operator;
  const apply = Object.hasOwn(fieldOperators, name)
    ? fieldOperators[name]
    : arrayOperatorNamed(name);
  if (!apply) throw refused(`Unknown modifier: ${operator}`);
  return apply;
}

function arrayOperatorNamed(name: string): Apply | undefined {
  return Object.hasOwn(arrayOperators, name) ? arrayOperators[name] : undefined;
}

function refuseConflicts(changes: Change[]): void {
  const paths = changes.flatMap(({ operator, path, operand }) =>
    operator === '$rename' && typeof operand === 'string' && operand !== path
      ? [path, operand]
      : [path],
  );
  if (paths.length === 1) return;
  const changed = new Set<string>();
  for (const path of paths) {
    if (changed.has(path)) throw conflict(path, path);
    changed.add(path);
  }
  for (const path of paths) {
    for (let end = path.lastIndexOf('.'); end > 0; end = path.lastIndexOf('.', end - 1)) {
      const holder = path.slice(0, end);
      if (changed.has(holder)) throw conflict(path, holder);
    }
  }
}

function conflict(path: string, at: string): Error {
  return refused(`Updating the path '${path}' would create a conflict at '${at}'`);
}

/** What an upsert takes over from its query: the fields that it holds equal to a value. */
function equalitiesOf(query: Document): Document {
  const document: Document = {};
  const take = (one: Document): void => {
    for (const [name, condition] of Object.entries(one)) {
      if (name === '$and' && Array.isArray(condition))
        for (const branch of condition) if (isDocument(branch)) take(branch);
      if (name.startsWith('$')) continue;
      const value = isOperatorObject(condition) ? condition.$eq : condition;
      if (value !== undefined) placeAt(document, name).write(copyOf(value));
    }
  };
  take(query);
  return document;
}

function idChange(): Error {
  return refused("Performing an update on the path '_id' would modify the immutable field '_id'");
}
