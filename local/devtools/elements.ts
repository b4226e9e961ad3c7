import type { PageInstance } from './pages';
import { isComponent, tagName, type ViewElement } from './tree';

/** How the protocol speaks of an element. A custom component has a `nodeId` besides. */
export interface ElementHandle {
  elementId: string;
  tagName: string;
  nodeId?: string;
}

/** Names for the elements that a driver was told of, valid as long as the element is on its page. */
export class Elements {
  private readonly ids = new WeakMap<ViewElement, string>();
  private readonly known = new Map<string, WeakRef<ViewElement>>();
  private nextId = 1;

  handle(element: ViewElement): ElementHandle {
    const elementId = this.ids.get(element) ?? this.name(element);
    const handle = { elementId, tagName: tagName(element) };
    return isComponent(element) ? { ...handle, nodeId: elementId } : handle;
  }

  /** @throws Error when the element has left the page */
  find(page: PageInstance, elementId: string): ViewElement {
    const element = this.known.get(elementId)?.deref();
    if (!element || !isUnder(page.component, element)) {
      throw new Error(`element ${elementId} is not on page ${page.path}`);
    }
    return element;
  }

  private name(element: ViewElement): string {
    const id = `e${this.nextId++}`;
    this.ids.set(element, id);
    this.known.set(id, new WeakRef(element));
    return id;
  }
}

function isUnder(root: ViewElement, element: ViewElement): boolean {
  let above: ViewElement | null = element;
  while (above && above !== root) above = above.getComposedParent();
  return above === root;
}
