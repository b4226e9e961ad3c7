import type { FunctionConfig } from '../project-config';
import { StartError } from '../start-error';
import { type Cron, nextMoment, parseCron } from './cron';

/** What a function is given when its timer fires; the names are the service's. */
export interface TimerEvent {
  Type: 'Timer';
  TriggerName: string;
  /** UTC, to the second. */
  Time: string;
  Message: string;
}

type Fire = (functionName: string, event: TimerEvent) => Promise<unknown>;

interface Timer {
  functionName: string;
  name: string;
  message: string;
  cron: Cron;
  /** Milliseconds since 1970; nothing when it will never fire again. */
  next: number | null;
  running: boolean;
}

const lookEvery = 500;

/**
 * The timers of `cloudbaserc.json`. One that still runs when it is due again is left out that once;
 * moments that passed while nobody looked (a sleeping laptop) are made up for once, not each.
 */
export class Timers {
  readonly #timers: Timer[];
  readonly #clock: () => number;
  readonly #fire: Fire;
  #looking: NodeJS.Timeout | undefined;
  #stopped = false;

  /** @throws StartError if an expression cannot be read. */
  constructor(functions: Iterable<FunctionConfig>, options: { clock: () => number; fire: Fire }) {
    this.#clock = options.clock;
    this.#fire = options.fire;
    const now = this.#clock();
    this.#timers = [...functions].flatMap((one) =>
      one.triggers.map(({ name, config, message }) => {
        const cron = readCron(one.name, config);
        const next = nextMoment(cron, now);
        return { functionName: one.name, name, message, cron, next, running: false };
      }),
    );
  }

  /** Looks at the clock from now on. */
  start(): void {
    if (this.#timers.length === 0) return;
    this.#looking = setInterval(() => void this.fireDue(), lookEvery);
    this.#looking.unref();
  }

  /** Looks no more; what still runs may end as it will. */
  stop(): void {
    this.#stopped = true;
    clearInterval(this.#looking);
  }

  /** Fires what is due by the clock and waits for it to end; a failing function fails alone. */
  async fireDue(): Promise<void> {
    const now = this.#clock();
    const due = this.#timers.filter(({ next }) => next !== null && next <= now);
    await Promise.all(due.map((timer) => this.#fireOne(timer, now)));
  }

  async #fireOne(timer: Timer, now: number): Promise<void> {
    const moment = timer.next ?? now;
    timer.next = nextMoment(timer.cron, now);
    if (timer.running) {
      console.error(`定时器 ${timer.functionName}/${timer.name} 上一次还没结束，跳过这一次。`);
      return;
    }
    timer.running = true;
    try {
      await this.#fire(timer.functionName, {
        Type: 'Timer',
        TriggerName: timer.name,
        Time: `${new Date(moment).toISOString().slice(0, 19)}Z`,
        Message: timer.message,
      });
    } catch (error) {
      if (this.#stopped) return;
      const message = error instanceof Error ? error.message : String(error);
      console.error(`定时器 ${timer.functionName}/${timer.name} 运行失败：${message}`);
    } finally {
      timer.running = false;
    }
  }
}

function readCron(functionName: string, expression: string): Cron {
  try {
    return parseCron(expression);
  } catch (error) {
    throw new StartError(
      `函数 ${functionName} 的触发器有误：${error instanceof Error ? error.message : error}`,
    );
  }
}
