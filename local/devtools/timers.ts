/** Delays up to this many milliseconds belong to the reaction to one action. */
const SHORT_DELAY = 100;
/** No action is waited on for longer than this, in milliseconds. */
const SETTLE_LIMIT = 1000;

interface Timer {
  handle: NodeJS.Timeout;
  repeats: boolean;
  delay: number;
}

/**
 * The clock of the hosted program. Because the host owns every timer and every pending call,
 * it knows when the program has come to rest after an action.
 */
export class Timers {
  private readonly timers = new Map<number, Timer>();
  private readonly tasks = new Set<NodeJS.Immediate>();
  private nextId = 1;
  private pending = 0;

  constructor(private readonly onError: (reason: unknown) => void) {}

  timeout(callback: () => void, delay = 0): number {
    const id = this.nextId++;
    const handle = setTimeout(() => {
      this.timers.delete(id);
      this.guard(callback);
    }, delay);
    this.timers.set(id, { handle, repeats: false, delay });
    return id;
  }

  interval(callback: () => void, delay = 0): number {
    const id = this.nextId++;
    const handle = setInterval(() => this.guard(callback), delay);
    this.timers.set(id, { handle, repeats: true, delay });
    return id;
  }

  clear(id: number): void {
    const timer = this.timers.get(id);
    if (!timer) return;
    clearTimeout(timer.handle);
    this.timers.delete(id);
  }

  /** Run `callback` in the next turn of the event loop. */
  soon(callback: () => void): void {
    const task = setImmediate(() => {
      this.tasks.delete(task);
      this.guard(callback);
    });
    this.tasks.add(task);
  }

  /** Count `work` as unfinished until it settles; its outcome is the caller's. */
  async during<T>(work: Promise<T>): Promise<T> {
    this.pending += 1;
    try {
      return await work;
    } finally {
      this.pending -= 1;
    }
  }

  /**
   * Resolve when no short timer, task or pending call is left and two turns of the event loop
   * stayed quiet, or when the limit is reached (a program that animates without end).
   */
  async settle(): Promise<void> {
    const deadline = performance.now() + SETTLE_LIMIT;
    for (let quiet = 0; quiet < 2 && performance.now() < deadline; ) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.busy()) {
        quiet = 0;
        await new Promise((resolve) => setTimeout(resolve, 1));
      } else {
        quiet += 1;
      }
    }
  }

  close(): void {
    for (const { handle } of this.timers.values()) clearTimeout(handle);
    for (const task of this.tasks) clearImmediate(task);
    this.timers.clear();
    this.tasks.clear();
  }

  private busy(): boolean {
    if (this.pending > 0 || this.tasks.size > 0) return true;
    for (const timer of this.timers.values()) {
      if (!timer.repeats && timer.delay <= SHORT_DELAY) return true;
    }
    return false;
  }

  private guard(callback: () => void): void {
    try {
      callback();
    } catch (reason) {
      this.onError(reason);
    }
  }
}
