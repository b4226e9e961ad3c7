import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../../../scripts/builds';

/** A field of a collection's document, by its path. */
export interface StoredField {
  collection: string;
  field: string;
}

const folder = join(root, 'cloudfunctions', 'records');
/** Deeper than any document goes. */
const mostDepth = 5;

/**
 * Every field of every typed document, as the records name it: `collection<Document>('name')` and the
 * units' `find`, `add` and `put`. Read by the compiler, so that a new field shows by itself.
 */
export function storedFields(): StoredField[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(folder, name));
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const program = ts.createProgram(files, { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const fields = new Map<string, StoredField>();
  const keep = (collection: string, type: ts.Type) => {
    for (const field of pathsOf(checker, type)) {
      fields.set(`${collection} ${field}`, { collection, field });
    }
  };
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source) visit(source, checker, keep);
  }
  return [...fields.values()];
}

const methods = new Set(['find', 'add', 'put']);

function visit(
  node: ts.Node,
  checker: ts.TypeChecker,
  keep: (collection: string, type: ts.Type) => void,
): void {
  if (ts.isCallExpression(node) && isCollectionCall(node)) {
    const [name, document] = node.arguments;
    const [given] = node.typeArguments ?? [];
    const type = given
      ? checker.getTypeFromTypeNode(given)
      : document && checker.getTypeAtLocation(document);
    // A document of any fields at all tells of none.
    if (name && type && !type.getStringIndexType()) {
      for (const collection of literalsOf(checker.getTypeAtLocation(name))) keep(collection, type);
    }
  }
  ts.forEachChild(node, (child) => visit(child, checker, keep));
}

/** The names that an argument may have: one, or a few. */
function literalsOf(type: ts.Type): string[] {
  const parts = type.isUnion() ? type.types : [type];
  return parts.flatMap((part) => (part.isStringLiteral() ? [part.value] : []));
}

function isCollectionCall({ expression }: ts.CallExpression): boolean {
  if (ts.isIdentifier(expression)) return expression.text === 'collection';
  return (
    ts.isPropertyAccessExpression(expression) &&
    methods.has(expression.name.text) &&
    expression.expression.getText() === 'unit'
  );
}

function pathsOf(checker: ts.TypeChecker, type: ts.Type, prefix = '', depth = 0): string[] {
  if (depth > mostDepth) return [];
  const parts = type.isUnion() ? type.types : [type];
  const paths = parts.flatMap((part): string[] => {
    const element = checker.isArrayType(part)
      ? checker.getTypeArguments(part as ts.TypeReference)[0]
      : undefined;
    if (element) return pathsOf(checker, element, prefix, depth);
    const isObject = Boolean(part.flags & ts.TypeFlags.Object) || part.isIntersection();
    if (!isObject || part.getCallSignatures().length > 0) return [];
    return checker.getPropertiesOfType(part).flatMap((property) => {
      const path = prefix ? `${prefix}.${property.name}` : property.name;
      return [path, ...pathsOf(checker, checker.getTypeOfSymbol(property), path, depth + 1)];
    });
  });
  return [...new Set(paths)];
}
