import * as glassEasel from 'glass-easel';

type Node = glassEasel.Node;
/** An element a person could see: a native node or a custom component, never a virtual node. */
export type ViewElement = glassEasel.Element;

export function isComponent(element: ViewElement): element is glassEasel.GeneralComponent {
  return glassEasel.Component.isComponent(element);
}

export function tagName(element: ViewElement): string {
  if (isComponent(element)) return element.tagName;
  return element.asNativeNode()?.is ?? '';
}

/** Children within the same shadow tree, through virtual nodes; of a component, what fills its slots. */
export function children(parent: ViewElement): Node[] {
  return parent.childNodes.flatMap((child) => {
    const element = child.asElement();
    return element?.isVirtual() ? children(element) : [child];
  });
}

export function childElements(parent: ViewElement): ViewElement[] {
  return elementsOf(children(parent));
}

/** Children as they are drawn: a component's own content, with slots filled. */
export function drawnChildren(parent: ViewElement): Node[] {
  const drawn: Node[] = [];
  parent.forEachNonVirtualComposedChild((child) => {
    drawn.push(child);
  });
  return drawn;
}

/** The enclosing element within the same shadow tree. */
export function parent(element: ViewElement): ViewElement | null {
  let above = element.parentNode;
  while (above?.isVirtual()) above = above.parentNode;
  return above;
}

/** Where a selector starts: inside a component its own content, else what the element encloses. */
export function scope(element: ViewElement): ViewElement {
  return (isComponent(element) ? element.getShadowRoot() : null) ?? element;
}

/** The element and everything drawn under it, parents first. */
export function* drawnElements(root: ViewElement): Generator<ViewElement> {
  yield root;
  for (const child of elementsOf(drawnChildren(root))) yield* drawnElements(child);
}

/** Attributes under the names that a template gives them. */
export function attributes(element: ViewElement): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  if (element.id) found.id = element.id;
  if (element.class) found.class = element.class;
  if (element.style) found.style = element.style;
  for (const { name, value } of element.attributes) {
    if (!name.startsWith('bind') && !name.startsWith('catch')) found[name] = value;
  }
  for (const [name, value] of Object.entries(element.dataset)) {
    found[`data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`] = value;
  }
  return found;
}

/** Properties of a component or, of a native node, its attributes in camel case. */
export function properties(element: ViewElement): Record<string, unknown> {
  if (isComponent(element)) return element.data as Record<string, unknown>;
  return Object.fromEntries(
    element.attributes.map(({ name, value }) => [
      name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
      value,
    ]),
  );
}

const INLINE = new Set(['text', 'span', 'label', 'navigator', 'picker']);

/** The text as a person reads it: blocks on lines of their own. */
export function innerText(element: ViewElement): string {
  if (attributes(element).hidden === true) return '';
  let text = '';
  for (const child of drawnChildren(element)) {
    const inner = child.asElement();
    if (!inner) {
      text += child.asTextNode()?.textContent ?? '';
      continue;
    }
    const piece = innerText(inner);
    if (INLINE.has(tagName(inner))) text += piece;
    else if (piece) text += `${text && !text.endsWith('\n') ? '\n' : ''}${piece}\n`;
  }
  return text.replace(/\n$/, '');
}

/** The element's WXML, with its content as drawn. */
export function wxml(element: ViewElement, which: 'inner' | 'outer'): string {
  const inner = drawnChildren(element)
    .map((child) => {
      const below = child.asElement();
      return below ? wxml(below, 'outer') : escapeText(child.asTextNode()?.textContent ?? '');
    })
    .join('');
  if (which === 'inner') return inner;
  const written = Object.entries(attributes(element))
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) =>
      value === true ? ` ${name}` : ` ${name}="${escapeText(asText(value))}"`,
    );
  return `<${tagName(element)}${written.join('')}>${inner}</${tagName(element)}>`;
}

export interface TreeSize {
  nodes: number;
  depth: number;
}

/** How many elements are drawn and how deep they nest, the root not counted. */
export function treeSize(root: ViewElement): TreeSize {
  const sizes = elementsOf(drawnChildren(root)).map(treeSize);
  return {
    nodes: sizes.reduce((sum, { nodes }) => sum + nodes + 1, 0),
    depth: Math.max(0, ...sizes.map(({ depth }) => depth + 1)),
  };
}

function elementsOf(nodes: Node[]): ViewElement[] {
  return nodes.flatMap((node) => node.asElement() ?? []);
}

function asText(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function escapeText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
}
