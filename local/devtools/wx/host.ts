import type { ExceptionOrigin, Journal } from '../journal';
import type { Pages } from '../pages';
import type { Project } from '../project';
import type { Realm } from '../realm';
import type { Timers } from '../timers';

/** What the interfaces of `wx` may touch of the running program. */
export interface WxHost {
  readonly project: Project;
  readonly journal: Journal;
  readonly timers: Timers;
  readonly realm: Realm;
  readonly pages: Pages;
  guard<T>(origin: ExceptionOrigin, work: () => T): T | undefined;
}

/** The argument of an asynchronous interface, without its callbacks. */
export type Options = Record<string, unknown>;

/**
 * A group of interfaces. `sync` answer at once; `async` take one options object and answer by
 * callback or promise; `listeners` name pairs of `onX` and `offX`; `values` are plain members.
 */
export interface WxModule {
  sync?: Record<string, (...args: unknown[]) => unknown>;
  async?: Record<string, (options: Options) => unknown>;
  listeners?: string[];
  values?: Record<string, unknown>;
}

/** An interface's refusal: its reason follows `name:fail`, `fields` come along. */
export class WxFailure extends Error {
  constructor(
    reason: string,
    readonly fields: Record<string, unknown> = {},
  ) {
    super(reason);
  }
}

/** A required string among the options. */
export function textOption(options: Options, name: string): string {
  const value = options[name];
  if (typeof value !== 'string') {
    throw new WxFailure(`parameter error: parameter.${name} should be String`);
  }
  return value;
}
