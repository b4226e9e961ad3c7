import { EventEmitter } from 'node:events';
import type { LaunchOptions } from '../pages';
import { type CloudConnection, cloud } from './cloud';
import { Dispatcher, type Mock } from './dispatcher';
import { FileStore, files } from './files';
import type { WxHost, WxModule } from './host';
import { navigation } from './navigation';
import { network } from './network';
import { query } from './query';
import { storage } from './storage';
import { system } from './system';
import { ui } from './ui';

type Listener = (value: unknown) => void;

export interface WxOptions {
  launch: LaunchOptions;
  cloud?: CloudConnection | undefined;
  wx?: Record<string, Mock> | undefined;
}

/** WeChat's scene value for a start from the main list. */
const SCENE = 1001;

/**
 * The `wx` object. It is plain, with every interface an own enumerable and stable function, since
 * frameworks copy its members when they start; mocks sit in a table behind them.
 */
export class Wx {
  readonly api: Record<string, unknown> = {};
  readonly launchOptions: Record<string, unknown>;
  readonly dispatcher: Dispatcher;
  private readonly events = new EventEmitter();
  private readonly guarded = new Map<unknown, Listener>();

  constructor(
    private readonly host: WxHost,
    options: WxOptions,
  ) {
    this.dispatcher = new Dispatcher(host);
    this.launchOptions = {
      ...options.launch,
      scene: SCENE,
      referrerInfo: {},
      apiCategory: 'default',
    };
    const store = new FileStore(host);
    const modules = [
      storage(host),
      navigation(host),
      ui(),
      system(host),
      network(),
      files(host, store),
      cloud(store, options.cloud),
      query(host),
      this.launch(),
    ];
    for (const module of modules) this.install(module);
    for (const [name, mock] of Object.entries(options.wx ?? {})) this.dispatcher.mock(name, mock);
    this.addManagers();
  }

  /** Call what the program registered with `wx.onX`. */
  emit(event: string, value: unknown): void {
    this.events.emit(event, this.host.realm.adopt(value));
  }

  /** The interface of this name, `cloud.callFunction` among them. */
  find(name: string): ((...args: unknown[]) => unknown) | undefined {
    const [first = '', second] = name.split('.');
    const member = this.api[first];
    const found = second ? (member as Record<string, unknown> | undefined)?.[second] : member;
    return typeof found === 'function' ? (found as (...args: unknown[]) => unknown) : undefined;
  }

  private launch(): WxModule {
    const answer = () => this.host.realm.adopt(this.launchOptions);
    return {
      sync: {
        getLaunchOptionsSync: answer,
        getEnterOptionsSync: answer,
        canIUse: (name) => (String(name).split('.')[0] ?? '') in this.api,
      },
    };
  }

  private install(module: WxModule): void {
    for (const [name, run] of Object.entries(module.sync ?? {})) {
      this.put(name, this.dispatcher.sync(name, run));
    }
    for (const [name, run] of Object.entries(module.async ?? {})) {
      this.put(name, this.dispatcher.async(name, run));
    }
    for (const name of module.listeners ?? []) {
      this.put(`on${name}`, (listener: unknown) => {
        if (typeof listener === 'function') this.listen(`on${name}`, listener as Listener);
      });
      this.put(`off${name}`, (listener: unknown) => this.forget(`on${name}`, listener));
    }
    for (const [name, value] of Object.entries(module.values ?? {})) {
      this.put(name, this.host.realm.adopt(value));
    }
  }

  /** `a.b` becomes member b of the plain object `wx.a`. */
  private put(name: string, value: unknown): void {
    const [first = '', second] = name.split('.');
    if (second === undefined) {
      this.api[first] = value;
      return;
    }
    const group = (this.api[first] ?? {}) as Record<string, unknown>;
    group[second] = value;
    this.api[first] = group;
  }

  private listen(event: string, listener: Listener): void {
    const guarded: Listener = (value) => {
      this.host.guard('callback', () => listener(value));
    };
    this.guarded.set(listener, guarded);
    this.events.on(event, guarded);
  }

  private forget(event: string, listener: unknown): void {
    const guarded = this.guarded.get(listener);
    if (listener === undefined) this.events.removeAllListeners(event);
    else if (guarded) this.events.off(event, guarded);
  }

  private addManagers(): void {
    const { fileSystemManager } = this.api;
    delete this.api.fileSystemManager;
    this.put('getFileSystemManager', () => fileSystemManager);
  }
}
