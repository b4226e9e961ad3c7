import { refused } from '../errors';
import { compileExpression } from '../expressions/compile';
import { isTrue, rootScope, type Scope } from '../expressions/scope';
import { equal } from '../values/compare';
import { type Document, isDocument, Regex, type Value } from '../values/types';
import { geoPredicate } from './geo';
import { operators } from './operators';
import { compileSchema } from './schema';

/** Variables are those of a `$lookup` that the query stands in; only `$expr` reads them. */
export type Matcher = (document: Document, variables?: Scope['variables']) => boolean;

type Logical = (branches: Matcher[]) => Matcher;

const logical: Record<string, Logical> = {
  $and: (branches) => (document, variables) =>
    branches.every((branch) => branch(document, variables)),
  $or: (branches) => (document, variables) =>
    branches.some((branch) => branch(document, variables)),
  $nor: (branches) => (document, variables) =>
    !branches.some((branch) => branch(document, variables)),
};

const noNames: ReadonlySet<string> = new Set();

/**
 * Compiles a query into a test of one document, with MongoDB's semantics of arrays, missing fields and types.
 * @throws ServiceError DATABASE_REQUEST_FAILED naming an operator that is unknown or wrongly used
 */
export function compileQuery(query: Document, names: ReadonlySet<string> = noNames): Matcher {
  const tests = Object.entries(query).map(([name, condition]) =>
    name.startsWith('$') ? compileTopLevel(name, condition, names) : compileField(name, condition),
  );
  const [only] = tests;
  if (tests.length === 1 && only) return only;
  return (document, variables) => tests.every((test) => test(document, variables));
}

function compileTopLevel(name: string, condition: Value, names: ReadonlySet<string>): Matcher {
  const combine = Object.hasOwn(logical, name) ? logical[name] : undefined;
  if (combine) {
    if (!Array.isArray(condition) || condition.length === 0)
      throw refused(`${name} must be a nonempty array`);
    return combine(condition.map((branch) => compileQuery(asQuery(name, branch), names)));
  }
  if (name === '$expr') {
    const expression = compileExpression(condition, names);
    return (document, variables) => isTrue(expression(rootScope(document, variables)));
  }
  if (name === '$jsonSchema') return compileSchema(condition);
  if (name === '$comment') return () => true;
  throw refused(`unknown top level operator: ${name}`);
}

function compileField(path: string, condition: Value): Matcher {
  if (!isOperatorObject(condition)) return valueTest(path, condition);
  const tests = Object.entries(condition).flatMap(([name, operand]) =>
    name === '$options' ? [] : [compileOperator(path, name, operand, condition)],
  );
  if (condition.$options !== undefined && condition.$regex === undefined)
    throw refused('$options needs a $regex');
  const [only] = tests;
  if (tests.length === 1 && only) return only;
  return (document) => tests.every((test) => test(document));
}

function valueTest(path: string, value: Value): Matcher {
  return compileOperator(path, value instanceof Regex ? '$regex' : '$eq', value, {});
}

function compileOperator(path: string, name: string, operand: Value, siblings: Document): Matcher {
  if (name === '$not') return compileNot(path, operand);
  const geo = geoPredicate(name, operand);
  const make = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (!geo && !make) throw refused(`unknown operator: ${name}`);
  const predicate = geo ?? make?.(operand, { siblings, compileElement });
  if (!predicate) throw refused(`unknown operator: ${name}`);
  return (document) => predicate(document, path);
}

function compileNot(path: string, operand: Value): Matcher {
  if (operand instanceof Regex) return negate(valueTest(path, operand));
  if (!isOperatorObject(operand)) throw refused('$not needs a regex or an object of operators');
  return negate(compileField(path, operand));
}

function negate(matcher: Matcher): Matcher {
  return (document) => !matcher(document);
}

/** What `$elemMatch` asks of an element: operators test the element itself, anything else its fields. */
export function compileElement(condition: Value): (element: Value) => boolean {
  const query = asQuery('$elemMatch', condition);
  if (isOperatorObject(query) && !Object.keys(query).some(isTopLevelName))
    return compileOfElement(query);
  const matcher = compileQuery(query);
  return (element) => {
    if (isDocument(element)) return matcher(element);
    return Array.isArray(element) && matcher(Object.fromEntries(Object.entries(element)));
  };
}

/** Operators on an element itself. One that is an array is not gone into, but by those that ask for an array. */
function compileOfElement(operators: Document): (element: Value) => boolean {
  const matcher = compileField('element', operators);
  const parts = Object.entries(operators).flatMap(([name, operand]) => {
    if (name === '$options') return [];
    const alone: Document = { [name]: operand };
    if (name === '$regex' && operators.$options !== undefined) alone.$options = operators.$options;
    const test = compileField('element', alone);
    return [(element: Value) => test({ element: ofArrays.has(name) ? element : [element] })];
  });
  return (element) =>
    Array.isArray(element) ? parts.every((part) => part(element)) : matcher({ element });
}

const ofArrays = new Set(['$size', '$elemMatch', '$all']);

/** What `$pull` removes: elements equal to a value, documents by their fields, or what operators match. */
export function compilePull(condition: Value): (element: Value) => boolean {
  if (condition instanceof Regex) return compileWrapped(condition);
  if (!isDocument(condition)) return (element) => equal(element, condition);
  if (isOperatorObject(condition) && !Object.keys(condition).some(isTopLevelName))
    return compileWrapped(condition);
  const matcher = compileQuery(condition);
  return (element) => isDocument(element) && matcher(element);
}

/** Operators on an element as if it were a field: an array is gone into. */
function compileWrapped(condition: Value): (element: Value) => boolean {
  const matcher = compileField('element', condition);
  return (element) => matcher({ element });
}

function isTopLevelName(name: string): boolean {
  return Object.hasOwn(logical, name) || name === '$expr' || name === '$jsonSchema';
}

/** True for `{ $gt: 1 }`; an object of fields is a value to equal. */
export function isOperatorObject(value: Value): value is Document {
  if (!isDocument(value)) return false;
  const names = Object.keys(value);
  if (!names[0]?.startsWith('$')) return false;
  const plain = names.find((name) => !name.startsWith('$'));
  if (plain !== undefined) throw refused(`unknown operator: ${plain}`);
  return true;
}

function asQuery(name: string, value: Value): Document {
  if (!isDocument(value)) throw refused(`${name} needs objects`);
  return value;
}
