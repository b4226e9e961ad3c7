import { refused } from '../errors';
import { compileExpression } from '../expressions/compile';
import { type Expression, rootScope, type Scope } from '../expressions/scope';
import { type Document, isDocument, type Value } from '../values/types';

/** What a projection says of a field: take it, leave it, compute it, or look into it. */
type Node =
  | { kind: 'include' }
  | { kind: 'exclude' }
  | { kind: 'compute'; expression: Expression }
  | { kind: 'inside'; fields: Fields };

type Fields = Map<string, Node>;

/** Makes one document of another. */
export type Shape = (document: Document, variables?: Scope['variables']) => Document;

/** Compiles `$project`. @throws ServiceError when it mixes taking with leaving */
export function compileProject(spec: Value, names: ReadonlySet<string>): Shape {
  if (!isDocument(spec) || Object.keys(spec).length === 0)
    throw refused('$project needs an object with a field or more');
  const fields = read(spec, names, true);
  const kinds = new Set(kindsOf(fields, true));
  const own = fields.get('_id');
  const excludes = kinds.has('exclude') || (kinds.size === 0 && own?.kind === 'exclude');
  if (excludes && (kinds.has('include') || kinds.has('compute'))) {
    throw refused('Invalid $project: cannot mix inclusion and exclusion');
  }
  if (excludes) return (document) => leave(document, fields);
  if (!own) fields.set('_id', { kind: 'include' });
  else if (own.kind === 'exclude') fields.delete('_id');
  return (document, variables) => take(document, fields, rootScope(document, variables));
}

/** Compiles `$addFields`, also called `$set`. */
export function compileAddFields(spec: Value, names: ReadonlySet<string>): Shape {
  if (!isDocument(spec) || Object.keys(spec).length === 0)
    throw refused('$addFields needs an object with a field or more');
  const fields = read(spec, names, false);
  return (document, variables) => add(document, fields, rootScope(document, variables));
}

/** Compiles `$unset`: a path or an array of them. */
export function compileUnset(spec: Value): Shape {
  const paths = Array.isArray(spec) ? spec : [spec];
  const fields: Fields = new Map();
  for (const path of paths) {
    if (typeof path !== 'string' || path === '')
      throw refused('$unset needs a field or an array of fields');
    place(fields, path, { kind: 'exclude' });
  }
  return (document) => leave(document, fields);
}

/** Takes the paths of a find's projection; see {@link compileProject} for the pipeline's. */
export function compileFields(paths: readonly string[], kind: 'include' | 'exclude'): Shape {
  const fields: Fields = new Map();
  for (const path of paths) place(fields, path, { kind });
  if (kind === 'exclude') return (document) => leave(document, fields);
  return (document) => take(document, fields, rootScope(document));
}

function read(spec: Document, names: ReadonlySet<string>, flags: boolean): Fields {
  const fields: Fields = new Map();
  for (const [path, value] of Object.entries(spec))
    place(fields, path, nodeOf(value, names, flags));
  return fields;
}

function nodeOf(value: Value, names: ReadonlySet<string>, flags: boolean): Node {
  if (flags && (typeof value === 'boolean' || typeof value === 'number')) {
    return { kind: value === false || value === 0 ? 'exclude' : 'include' };
  }
  if (
    isDocument(value) &&
    Object.keys(value).length > 0 &&
    !Object.keys(value)[0]?.startsWith('$')
  ) {
    return { kind: 'inside', fields: read(value, names, flags) };
  }
  return { kind: 'compute', expression: compileExpression(value, names) };
}

function place(fields: Fields, path: string, node: Node): void {
  const [step = '', ...rest] = path.split('.');
  if (step === '' || step.startsWith('$') || step === '__proto__')
    throw refused(`invalid field path: '${path}'`);
  const there = fields.get(step);
  if (rest.length === 0) {
    if (there) throw refused(`Invalid projection: two specifications of '${path}'`);
    fields.set(step, node);
  } else if (there && there.kind !== 'inside') {
    throw refused(`Invalid projection: two specifications of '${path}'`);
  } else {
    const inside = there ?? { kind: 'inside', fields: new Map<string, Node>() };
    fields.set(step, inside);
    place(inside.fields, rest.join('.'), node);
  }
}

function kindsOf(fields: Fields, top: boolean): Node['kind'][] {
  return [...fields].flatMap(([name, node]) => {
    if (node.kind === 'inside') return kindsOf(node.fields, false);
    return top && name === '_id' && node.kind !== 'compute' ? [] : [node.kind];
  });
}

function computes(fields: Fields): boolean {
  return [...fields.values()].some(
    (node) => node.kind === 'compute' || (node.kind === 'inside' && computes(node.fields)),
  );
}

function take(document: Document, fields: Fields, scope: Scope): Document {
  const taken: Document = {};
  for (const [name, value] of Object.entries(document)) {
    const node = fields.get(name);
    if (node?.kind === 'include') taken[name] = value;
    if (node?.kind === 'inside') set(taken, name, takeInside(value, node.fields, scope));
  }
  for (const [name, node] of fields) {
    if (node.kind === 'compute') set(taken, name, node.expression(scope));
    if (node.kind === 'inside' && !Object.hasOwn(document, name) && computes(node.fields)) {
      taken[name] = take({}, node.fields, scope);
    }
  }
  return taken;
}

function takeInside(value: Value, fields: Fields, scope: Scope): Value | undefined {
  if (Array.isArray(value)) {
    return value
      .map((item) => takeInside(item, fields, scope))
      .filter((item) => item !== undefined);
  }
  if (isDocument(value)) return take(value, fields, scope);
  return computes(fields) ? take({}, fields, scope) : undefined;
}

function leave(document: Document, fields: Fields): Document {
  const kept: Document = {};
  for (const [name, value] of Object.entries(document)) {
    const node = fields.get(name);
    if (!node) kept[name] = value;
    else if (node.kind === 'inside') kept[name] = leaveInside(value, node.fields);
  }
  return kept;
}

function leaveInside(value: Value, fields: Fields): Value {
  if (Array.isArray(value)) return value.map((item) => leaveInside(item, fields));
  return isDocument(value) ? leave(value, fields) : value;
}

function add(document: Document, fields: Fields, scope: Scope): Document {
  const made: Document = { ...document };
  for (const [name, node] of fields) {
    if (node.kind === 'compute') {
      const value = node.expression(scope);
      if (value === undefined) delete made[name];
      else made[name] = value;
    } else if (node.kind === 'inside') {
      made[name] = addInside(
        Object.hasOwn(document, name) ? document[name] : undefined,
        node.fields,
        scope,
      );
    }
  }
  return made;
}

function addInside(value: Value | undefined, fields: Fields, scope: Scope): Value {
  if (Array.isArray(value)) return value.map((item) => addInside(item, fields, scope));
  return add(isDocument(value) ? value : {}, fields, scope);
}

function set(document: Document, name: string, value: Value | undefined): void {
  if (value !== undefined) document[name] = value;
}
