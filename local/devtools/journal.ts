import { EventEmitter } from 'node:events';

/** Where an exception came out of the mini program. */
export type ExceptionOrigin = 'load' | 'lifecycle' | 'handler' | 'timer' | 'promise' | 'callback';

export interface ExceptionEntry {
  origin: ExceptionOrigin;
  message: string;
  stack: string;
}

export interface ConsoleEntry {
  type: string;
  args: unknown[];
}

/** One `setData`: `owner` is the page or component path, `bytes` the JSON that crosses to the view. */
export interface SetDataEntry {
  page: string;
  owner: string;
  keys: number;
  bytes: number;
}

/** Wall time of one lifecycle or event handler, in milliseconds. */
export interface TimingEntry {
  owner: string;
  name: string;
  ms: number;
}

/** A message of the template compiler; any of them is a defect of the package. */
export interface TemplateMessage {
  path: string;
  message: string;
}

interface JournalEvents {
  exception: [ExceptionEntry];
  log: [ConsoleEntry];
}

/** What was observed of the hosted package, for tests to gate on. */
export class Journal extends EventEmitter<JournalEvents> {
  readonly exceptions: ExceptionEntry[] = [];
  readonly warnings: string[] = [];
  readonly messages: TemplateMessage[] = [];
  readonly console: ConsoleEntry[] = [];
  readonly setDataLog: SetDataEntry[] = [];
  readonly timings: TimingEntry[] = [];
  /** Names of the `*Sync` interfaces called before the first page was ready. */
  readonly syncCallsBeforeReady: string[] = [];
  private firstPageReady = false;

  exception(origin: ExceptionOrigin, reason: unknown): ExceptionEntry {
    const entry = { origin, ...describeError(reason) };
    this.exceptions.push(entry);
    this.emit('exception', entry);
    return entry;
  }

  log(type: string, args: unknown[]): void {
    const entry = { type, args };
    this.console.push(entry);
    this.emit('log', entry);
  }

  syncCall(name: string): void {
    if (!this.firstPageReady) this.syncCallsBeforeReady.push(name);
  }

  pageReady(): void {
    this.firstPageReady = true;
  }

  /** Run `work` and note its wall time, also when it throws. */
  time<T>(owner: string, name: string, work: () => T): T {
    const start = performance.now();
    try {
      return work();
    } finally {
      this.timings.push({ owner, name, ms: performance.now() - start });
    }
  }
}

/** Message and stack of anything thrown, from whichever realm it comes. */
export function describeError(reason: unknown): { message: string; stack: string } {
  if (typeof reason === 'object' && reason !== null) {
    const { message, errMsg, stack } = reason as Record<string, unknown>;
    const text = message ?? errMsg;
    return {
      message: typeof text === 'string' ? text : JSON.stringify(reason),
      stack: typeof stack === 'string' ? stack : '',
    };
  }
  return { message: String(reason), stack: '' };
}
