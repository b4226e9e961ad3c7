import { Elements } from '../elements';
import type { PageInstance } from '../pages';
import type { Program } from '../program';
import type { ViewElement } from '../tree';

export type Params = Record<string, unknown>;

/** One method of the protocol. `acts` marks those after which the program is let come to rest. */
export interface Method {
  acts?: boolean;
  run(driver: Driver, params: Params): unknown;
}

/** What the protocol's methods work on: the running program and the names given to its elements. */
export class Driver {
  readonly elements = new Elements();

  constructor(
    readonly program: Program,
    /** Send an event to the connected drivers. */
    readonly notify: (method: string, params: unknown) => void,
    /** End the host. */
    readonly close: () => void,
  ) {}

  page(params: Params): PageInstance {
    return this.program.pages.byId(Number(params.pageId));
  }

  element(params: Params): ViewElement {
    return this.elements.find(this.page(params), String(params.elementId));
  }

  currentPage(): PageInstance {
    const page = this.program.pages.current();
    if (!page) throw new Error('no page is open');
    return page;
  }
}

/** The list that a request names, such as `args` or `names`. */
export function listParam(params: Params, name: string): unknown[] {
  const value = params[name];
  return Array.isArray(value) ? value : [];
}

/** The value at a path such as `root.cn.[0].cl` or `list[2].name`; all of it without a path. */
export function valueAt(data: unknown, path: unknown): unknown {
  if (typeof path !== 'string' || path === '') return data;
  let value = data;
  for (const key of path.split(/[.[\]]+/).filter(Boolean)) {
    value = (value as Record<string, unknown> | null | undefined)?.[key];
  }
  return value;
}

/** Call a method of a page or component by its name. */
export function callMethod(driver: Driver, owner: object, params: Params): unknown {
  const method: unknown = Reflect.get(owner, String(params.method));
  if (typeof method !== 'function') throw new Error(`${params.method} is not a method here`);
  const args = listParam(params, 'args').map((arg) => driver.program.realm.adopt(arg));
  return method.apply(owner, args);
}
