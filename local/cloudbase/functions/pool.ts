import { ServiceError } from '../service-error';
import { Instance, type Outcome } from './instance';
import type { InstanceTask } from './invocation';
import type { FunctionLog } from './log';
import type { FunctionSettings } from './registry';

const mostInstances = 4;
const mostWaiting = 200;
const idleFor = 5 * 60_000;

/**
 * The instances of one function in one environment: started when needed, kept warm, each with one
 * event at a time, replaced when the bundle changes.
 */
export class InstancePool {
  readonly #idle: Instance[] = [];
  readonly #busy = new Set<Instance>();
  readonly #waiting: (() => void)[] = [];
  readonly #idleTimers = new Map<Instance, NodeJS.Timeout>();
  #running = 0;
  #closed = false;

  constructor(
    private readonly environment: Record<string, string>,
    private readonly log: FunctionLog,
  ) {}

  /**
   * Runs one event, after those that wait already.
   *
   * @throws ServiceError FUNCTION_EXCEED_RESOURCE_LIMIT when too many wait.
   */
  async run(settings: FunctionSettings, task: InstanceTask): Promise<Outcome> {
    await this.#turn();
    try {
      if (this.#closed) throw new ServiceError('FUNCTIONS_EXECUTE_FAIL', 'the server is stopping');
      return await this.#runNow(settings, task);
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }

  /** Ends all instances; what they run, and what waits for them, fails. */
  close(): void {
    this.#closed = true;
    for (const instance of [...this.#idle, ...this.#busy]) this.#drop(instance);
    this.#idle.length = 0;
  }

  /** Waits for a place among those that run; whoever ends hands theirs on. */
  async #turn(): Promise<void> {
    if (this.#running < mostInstances) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.length >= mostWaiting) {
      throw new ServiceError('FUNCTION_EXCEED_RESOURCE_LIMIT', 'too many calls are waiting');
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  async #runNow(settings: FunctionSettings, task: InstanceTask): Promise<Outcome> {
    const { instance, isNew } = this.#take(settings);
    this.#busy.add(instance);
    try {
      if (isNew) {
        const start = await instance.loaded();
        if (start.type === 'failure') return start;
      }
      return await instance.run(task);
    } finally {
      this.#busy.delete(instance);
      this.#keep(instance);
    }
  }

  #take(settings: FunctionSettings): { instance: Instance; isNew: boolean } {
    for (let warm = this.#idle.pop(); warm; warm = this.#idle.pop()) {
      clearTimeout(this.#idleTimers.get(warm));
      this.#idleTimers.delete(warm);
      if (warm.alive && isSame(warm.settings, settings)) return { instance: warm, isNew: false };
      warm.kill();
    }
    return { instance: new Instance(settings, this.environment, this.log), isNew: true };
  }

  #keep(instance: Instance): void {
    if (!instance.alive) return;
    this.#idle.push(instance);
    const timer = setTimeout(() => {
      this.#idle.splice(this.#idle.indexOf(instance), 1);
      this.#drop(instance);
    }, idleFor);
    this.#idleTimers.set(instance, timer.unref());
  }

  #drop(instance: Instance): void {
    clearTimeout(this.#idleTimers.get(instance));
    this.#idleTimers.delete(instance);
    instance.kill();
  }
}

function isSame(one: FunctionSettings, other: FunctionSettings): boolean {
  return one.version === other.version && one.memorySize === other.memorySize;
}
