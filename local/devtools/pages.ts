import type { Journal } from './journal';
import type { Project } from './project';
import type { Realm } from './realm';
import type { Caller, MountedPage } from './view';

/** A page with its query; values are left as they stand in the URL, since WeChat does not decode them. */
export interface LaunchOptions {
  path: string;
  query: Record<string, string>;
}

/** A page on the stack (or a tab kept beneath it). */
export interface PageInstance extends MountedPage {
  id: number;
  path: string;
  query: Record<string, string>;
  shown: boolean;
  ready: boolean;
}

interface PageHost {
  mount(path: string, beforeAttach: (caller: Caller) => void): MountedPage;
  run(work: () => void): void;
  soon(work: () => void): void;
  adopt(value: unknown): unknown;
}

/** WeChat keeps no more pages than this. */
const STACK_LIMIT = 10;

/** Why a navigation was refused, in WeChat's words. */
export class NavigationError extends Error {}

/** The page stack: the rules of navigation and the order of page lifecycles. */
export class Pages {
  private stack: PageInstance[] = [];
  private readonly tabs = new Map<string, PageInstance>();
  private nextId = 1;

  constructor(
    private readonly project: Project,
    private readonly journal: Journal,
    private readonly host: PageHost,
  ) {}

  current(): PageInstance | undefined {
    return this.stack.at(-1);
  }

  all(): readonly PageInstance[] {
    return this.stack;
  }

  byId(id: number): PageInstance {
    const page = this.stack.find((one) => one.id === id);
    if (!page) throw new Error(`page ${id} is not on the stack`);
    return page;
  }

  /** What `getCurrentPages()` answers: the page objects themselves, in an array of the program's realm. */
  callers(realm: Realm): unknown {
    const list = realm.adopt([]) as unknown[];
    for (const page of this.stack) list.push(page.caller);
    return list;
  }

  /** Open the first page. */
  open(path: string, query: Record<string, string>): void {
    if (!this.project.hasPage(path)) throw new NavigationError(`page "${path}" is not found`);
    this.push(this.create(path, query));
  }

  navigateTo(url: string): void {
    const { path, query } = this.resolve(url);
    if (this.project.isTab(path)) throw new NavigationError('can not navigateTo a tabbar page');
    if (this.stack.length >= STACK_LIMIT) {
      throw new NavigationError('webview count limit exceed');
    }
    this.hide(this.current());
    this.push(this.create(path, query));
  }

  redirectTo(url: string): void {
    const { path, query } = this.resolve(url);
    if (this.project.isTab(path)) throw new NavigationError('can not redirectTo a tabbar page');
    this.tabs.delete(this.current()?.path ?? '');
    this.drop(1);
    this.push(this.create(path, query));
  }

  navigateBack(delta: number): void {
    if (this.stack.length === 1) throw new NavigationError('cannot navigate back at first page');
    this.drop(Math.min(delta, this.stack.length - 1));
    this.show(this.current());
  }

  switchTab(url: string): void {
    const { path } = this.resolve(url);
    if (!this.project.isTab(path)) throw new NavigationError('can not switch to no-tabBar page');
    if (this.current()?.path === path) return;
    this.drop(this.stack.filter((page) => !this.isKept(page)).length);
    this.hide(this.current());
    this.stack = [];
    this.push(this.tabs.get(path) ?? this.create(path, {}));
  }

  reLaunch(url: string): void {
    const { path, query } = this.resolve(url);
    const hidden = [...this.tabs.values()].filter((tab) => !this.stack.includes(tab));
    this.tabs.clear();
    this.drop(this.stack.length);
    for (const tab of hidden) this.remove(tab);
    this.push(this.create(path, query));
  }

  private resolve(url: string): LaunchOptions {
    const { path, query } = parseUrl(url, this.current()?.path ?? '');
    if (!this.project.hasPage(path)) throw new NavigationError(`page "${path}" is not found`);
    return { path, query };
  }

  private isKept(page: PageInstance): boolean {
    return this.tabs.get(page.path) === page;
  }

  private create(path: string, query: Record<string, string>): PageInstance {
    const options = this.host.adopt(query);
    const mounted = this.host.mount(path, (caller) => {
      Object.assign(caller, { route: path, __route__: path, options });
    });
    const page = { ...mounted, id: this.nextId++, path, query, shown: false, ready: false };
    if (this.project.isTab(path)) this.tabs.set(path, page);
    this.call(page, 'onLoad', options);
    return page;
  }

  private push(page: PageInstance): void {
    this.stack.push(page);
    this.show(page);
    if (page.ready) return;
    page.ready = true;
    this.host.soon(() => {
      this.call(page, 'onReady');
      this.journal.pageReady();
    });
  }

  private show(page: PageInstance | undefined): void {
    if (!page || page.shown) return;
    page.shown = true;
    this.call(page, 'onShow');
    page.component.triggerPageLifetime('show', []);
  }

  private hide(page: PageInstance | undefined): void {
    if (!page?.shown) return;
    page.shown = false;
    this.call(page, 'onHide');
    page.component.triggerPageLifetime('hide', []);
  }

  /** Take `count` pages off the top, the topmost first. */
  private drop(count: number): void {
    for (const page of this.stack.splice(this.stack.length - count).reverse()) this.remove(page);
  }

  private remove(page: PageInstance): void {
    page.shown = false;
    this.call(page, 'onUnload');
    page.unmount();
  }

  private call(page: PageInstance, name: string, argument?: unknown): void {
    const method: unknown = Reflect.get(page.caller, name);
    if (typeof method !== 'function') return;
    this.host.run(() => method.call(page.caller, argument));
  }
}

/** Split a mini program URL; a relative path is taken from the folder of the current page. */
export function parseUrl(url: string, currentPath: string): LaunchOptions {
  const [address = '', search = ''] = splitOnce(url, '?');
  const absolute = new URL(address, `weapp://app/${currentPath}`).pathname;
  const query: Record<string, string> = {};
  for (const pair of search.split('&').filter(Boolean)) {
    const [name = '', value = ''] = splitOnce(pair, '=');
    query[name] = value;
  }
  return {
    path: decodeURI(absolute)
      .replace(/^\//, '')
      .replace(/\.html$/, ''),
    query,
  };
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
