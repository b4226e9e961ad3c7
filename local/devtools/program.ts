import { posix } from 'node:path';
import type { ComponentEnv } from 'glass-easel-miniprogram-adapter';
import { componentDefinition, type Instruments, pageDefinition } from './definitions';
import { type ExceptionOrigin, Journal } from './journal';
import { type LaunchOptions, Pages, parseUrl } from './pages';
import { Project } from './project';
import { Realm } from './realm';
import { watchRejections } from './rejections';
import { countSetData } from './set-data';
import { compileTemplates } from './templates';
import { Timers } from './timers';
import { View } from './view';
import { Wx, type WxOptions } from './wx';
import type { WxHost } from './wx/host';

type Definition = Record<string, unknown>;

export interface ProgramOptions extends Omit<WxOptions, 'launch'> {
  /** The first page with its query, like `pages/a/index?x=1`; the first of app.json when not given. */
  entry?: string | undefined;
}

/** One running mini program: the logic realm, the view, the page stack, and what was seen of them. */
export class Program implements WxHost {
  readonly project: Project;
  readonly journal = new Journal();
  readonly timers = new Timers((reason) => this.fail('timer', reason));
  readonly realm: Realm;
  readonly pages: Pages;
  readonly wx: Wx;
  private readonly start: LaunchOptions;
  private readonly view: View;
  private readonly stopWatching: () => void;
  private readonly registered = new Set<string>();
  private registering: { path: string; env: ComponentEnv } | null = null;
  private app: Definition | undefined;
  private mainLoaded = false;

  constructor(directory: string, { entry, ...options }: ProgramOptions) {
    this.project = new Project(directory);
    this.start = parseUrl(entry ?? this.project.mainPages()[0] ?? '', '');
    this.realm = new Realm(this.project);
    const templates = compileTemplates(this.project);
    this.journal.messages.push(...templates.messages);
    this.view = new View(templates, {
      onError: (reason) => this.fail('handler', reason),
      onWarning: (message) => this.journal.warnings.push(message),
    });
    this.pages = new Pages(this.project, this.journal, {
      mount: (path, beforeAttach) => {
        this.load(path);
        return this.view.mount(path, beforeAttach);
      },
      run: (work) => this.guard('lifecycle', work),
      soon: (work) => this.timers.soon(work),
      adopt: (value) => this.realm.adopt(value),
    });
    this.wx = new Wx(this, { ...options, launch: this.start });
    this.stopWatching = watchRejections(this.realm, (reason, promise) => {
      this.fail('promise', reason);
      const event = this.realm.adopt({ reason: String(reason) }) as Definition;
      Object.assign(event, { reason, promise });
      this.callApp('onUnhandledRejection', event);
      this.wx.emit('onUnhandledRejection', event);
    });
    const tools: Instruments = {
      realm: this.realm,
      journal: this.journal,
      timers: this.timers,
      currentPage: () => this.pages.current()?.path ?? '',
    };
    countSetData(this.view.codeSpace, tools);
    this.defineGlobals(tools);
  }

  /** Start as WeChat does: the app's code, `App.onLaunch` and `onShow`, then the first page. */
  launch(): void {
    const { path, query } = this.start;
    this.openPackageOf(path);
    this.guard('lifecycle', () => this.pages.open(path, query));
  }

  fail(origin: ExceptionOrigin, reason: unknown): void {
    const { message, stack } = this.journal.exception(origin, reason);
    if (origin === 'promise') return;
    const text = stack || message;
    try {
      this.invokeApp('onError', [text]);
      this.wx.emit('onError', { message, stack });
    } catch (nested) {
      this.journal.exception('callback', nested);
    }
  }

  guard<T>(origin: ExceptionOrigin, work: () => T): T | undefined {
    try {
      return work();
    } catch (reason) {
      this.fail(origin, reason);
      return undefined;
    }
  }

  /** Load whatever package the page lives in; an independent subpackage needs no app.js. */
  openPackageOf(path: string): void {
    if (this.mainLoaded || this.project.isIndependent(path)) return;
    this.mainLoaded = true;
    this.guard('load', () => this.realm.run('app.js'));
    const launch = this.realm.adopt(this.wx.launchOptions);
    this.callApp('onLaunch', launch);
    this.callApp('onShow', launch);
    if (this.project.config.lazyCodeLoading === 'requiredComponents') return;
    for (const page of this.project.mainPages()) this.load(page);
  }

  close(): void {
    this.stopWatching();
    this.timers.close();
    this.view.close();
  }

  private callApp(name: string, argument: unknown): void {
    this.guard('lifecycle', () => this.invokeApp(name, [argument]));
  }

  private invokeApp(name: string, args: unknown[]): void {
    const method = this.app?.[name];
    if (typeof method !== 'function') return;
    this.journal.time('app', name, () => method.apply(this.app, args));
  }

  /** Register a page or component and, before it, the components it uses. */
  private load(path: string): void {
    if (this.registered.has(path)) return;
    this.registered.add(path);
    this.openPackageOf(path);
    const { usingComponents = {} } = this.project.componentConfig(path);
    for (const [name, target] of Object.entries(usingComponents)) {
      const component = target.startsWith('/')
        ? target.slice(1)
        : posix.join(posix.dirname(path), target);
      if (this.project.has(`${component}.js`)) this.load(component);
      else this.journal.warnings.push(`${path}: component "${name}" is not found at ${component}`);
    }
    this.view.configure(path, this.project);
    this.guard('load', () =>
      this.view.codeSpace.componentEnv(path, (env) => {
        const outer = this.registering;
        this.registering = { path, env };
        try {
          this.realm.run(`${path}.js`);
        } finally {
          this.registering = outer;
        }
      }),
    );
  }

  private defineGlobals(tools: Instruments): void {
    Object.assign(this.realm.global, {
      wx: this.wx.api,
      App: (definition: Definition) => {
        this.app = definition;
      },
      getApp: () => this.app,
      getCurrentPages: () => this.pages.callers(this.realm),
      Page: (definition: Definition) => {
        const { path, env } = this.registration('Page');
        env.Page(pageDefinition(definition, path, tools));
      },
      Component: (definition: Definition) => {
        const { path, env } = this.registration('Component');
        env.Component(componentDefinition(definition, path, tools));
      },
      Behavior: (definition: Definition) => this.registration('Behavior').env.Behavior(definition),
      console: this.console(),
      setTimeout: (work: () => void, delay?: number, ...args: []) =>
        this.timers.timeout(() => work(...args), delay),
      setInterval: (work: () => void, delay?: number, ...args: []) =>
        this.timers.interval(() => work(...args), delay),
      clearTimeout: (id: number) => this.timers.clear(id),
      clearInterval: (id: number) => this.timers.clear(id),
    });
  }

  private registration(name: string): { path: string; env: ComponentEnv } {
    if (!this.registering) throw this.realm.error(`${name}() must be called while its file loads`);
    return this.registering;
  }

  private console(): Record<string, (...args: unknown[]) => void> {
    const types = ['log', 'info', 'warn', 'error', 'debug'];
    return Object.fromEntries(
      types.map((type) => [type, (...args: unknown[]) => this.journal.log(type, args)]),
    );
  }
}
