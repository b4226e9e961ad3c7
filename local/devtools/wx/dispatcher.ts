import { describeError } from '../journal';
import { type Options, WxFailure, type WxHost } from './host';

type SyncRun = (...args: unknown[]) => unknown;
type AsyncRun = (options: Options) => unknown;
type Callback = (result: unknown) => void;

/** A mocked interface: a function that takes its place (`this.origin` is the real one), or its result. */
export type Mock = unknown;

/** Turns bare implementations into interfaces with WeChat's manners, and lets mocks stand before them. */
export class Dispatcher {
  private readonly mocks = new Map<string, Mock>();

  constructor(private readonly host: WxHost) {}

  mock(name: string, mock: Mock): void {
    this.mocks.set(name, mock);
  }

  restore(name: string): void {
    this.mocks.delete(name);
  }

  /** An interface that answers at once; a refusal is thrown as `name:fail reason`. */
  sync(name: string, run: SyncRun): SyncRun {
    const origin: SyncRun = (...args) => {
      try {
        return run(...args);
      } catch (reason) {
        if (reason instanceof WxFailure) {
          throw this.host.realm.error(`${name}:fail ${reason.message}`);
        }
        throw reason;
      }
    };
    return (...args) => {
      if (name.endsWith('Sync')) this.host.journal.syncCall(name);
      if (!this.mocks.has(name)) return origin(...args);
      return this.host.realm.adopt(this.runMock(name, origin, args));
    };
  }

  /**
   * An interface that answers later: by `success`, `fail` and `complete` when one of them is given,
   * else by a promise.
   */
  async(name: string, run: AsyncRun): SyncRun {
    const origin: SyncRun = (given) => this.answer(name, (options) => run(options), given);
    return (given) => {
      if (!this.mocks.has(name)) return origin(given);
      return this.answer(name, async () => this.runMock(name, origin, [given]), given);
    };
  }

  private runMock(name: string, origin: SyncRun, args: unknown[]): unknown {
    const mock = this.mocks.get(name);
    return typeof mock === 'function' ? mock.apply({ origin }, args) : mock;
  }

  private answer(name: string, run: AsyncRun, given: unknown): unknown {
    const { success, fail, complete, ...options } = (given ?? {}) as Options;
    const outcome = this.host.timers.during(this.settle(name, run, options));
    if (!success && !fail && !complete) {
      return this.host.realm.promise(
        outcome.then(({ ok, result }) => {
          if (!ok) throw result;
          return result;
        }),
      );
    }
    void outcome.then(({ ok, result }) => {
      for (const callback of [ok ? success : fail, complete]) {
        if (typeof callback !== 'function') continue;
        this.host.guard('callback', () => (callback as Callback)(result));
      }
    });
    return { abort: () => undefined };
  }

  private async settle(
    name: string,
    run: AsyncRun,
    options: Options,
  ): Promise<{ ok: boolean; result: unknown }> {
    const { realm } = this.host;
    const label = name.replace('fileSystemManager.', '');
    try {
      const result = await run(options);
      const ok = !String((result as Options | undefined)?.errMsg ?? '').includes(':fail');
      return {
        ok,
        result: realm.adopt({ errMsg: `${label}:ok`, ...(result as object | undefined) }),
      };
    } catch (reason) {
      const fields = reason instanceof WxFailure ? reason.fields : {};
      const { message } = describeError(reason);
      const errMsg = message.includes(':fail') ? message : `${label}:fail ${message}`;
      return { ok: false, result: realm.adopt({ ...fields, errMsg }) };
    }
  }
}
