import { selectAll } from 'css-select';
import {
  attributes,
  childElements,
  drawnElements,
  isComponent,
  parent,
  scope,
  tagName,
  type ViewElement,
} from './tree';

/** What WeChat's selectors lack: attributes, pseudo-classes, sibling combinators, the universal one. */
const NOT_OFFERED = /[[\]:+~*]/;

/**
 * Elements under `root` that match, in document order. As in WeChat a selector knows `#id`,
 * `.class`, tag names, child and descendant, and a list of these; it does not look into custom
 * components, save by `>>>` or when `root` itself is one.
 * @throws Error naming a selector that WeChat does not offer
 */
export function select(root: ViewElement, selector: string): ViewElement[] {
  if (NOT_OFFERED.test(selector))
    throw new Error(`selector "${selector}" is not offered by WeChat`);
  const matches = selector.split(',').map((one) => selectAcross(root, one.split('>>>')));
  return matches.length === 1 ? (matches[0] ?? []) : inDocumentOrder(root, matches.flat());
}

function selectAcross(root: ViewElement, [first = '', ...deeper]: string[]): ViewElement[] {
  const found = selectWithin(scope(root), first.trim());
  if (deeper.length === 0) return found;
  return [...new Set(found.flatMap((element) => selectBelow(element, deeper)))];
}

function selectBelow(element: ViewElement, deeper: string[]): ViewElement[] {
  const components = [...drawnElements(element)].filter(isComponent);
  return components.flatMap((component) => selectAcross(component, deeper));
}

function selectWithin(root: ViewElement, selector: string): ViewElement[] {
  return selectAll<ViewElement, ViewElement>(selector, childElements(root), {
    adapter,
    xmlMode: true,
  });
}

function inDocumentOrder(root: ViewElement, found: ViewElement[]): ViewElement[] {
  const wanted = new Set(found);
  return [...drawnElements(root)].filter((element) => wanted.has(element));
}

type Test = (element: ViewElement) => boolean;

const adapter = {
  isTag: (_node: ViewElement): _node is ViewElement => true,
  existsOne: (test: Test, elements: ViewElement[]): boolean =>
    elements.some((element) => test(element) || adapter.existsOne(test, childElements(element))),
  getAttributeValue: (element: ViewElement, name: string): string | undefined => {
    const value = attributes(element)[name];
    return value === undefined ? undefined : String(value);
  },
  getChildren: childElements,
  getName: tagName,
  getParent: parent,
  getSiblings: (element: ViewElement): ViewElement[] => {
    const above = parent(element);
    return above ? childElements(above) : [element];
  },
  getText: () => '',
  hasAttrib: (element: ViewElement, name: string): boolean => name in attributes(element),
  removeSubsets: (elements: ViewElement[]): ViewElement[] => elements,
  findAll: (test: Test, elements: ViewElement[]): ViewElement[] =>
    elements.flatMap((element) => [
      ...(test(element) ? [element] : []),
      ...adapter.findAll(test, childElements(element)),
    ]),
  findOne: (test: Test, elements: ViewElement[]): ViewElement | null =>
    adapter.findAll(test, elements)[0] ?? null,
};
