import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { limits } from '../limits';
import { ServiceError } from '../service-error';
import { type Caller, Sessions } from './identity';
import type { Outcome } from './instance';
import { baseEnvironment, instanceTask } from './invocation';
import { FunctionLog } from './log';
import { InstancePool } from './pool';
import type { FunctionRegistry, FunctionSettings } from './registry';

/** A call of a function: its event is JSON text, empty for none. */
export interface FunctionCall {
  envName: string;
  name: string;
  event: string;
  caller: Caller;
}

/** Runs functions for callers. */
export class Functions {
  readonly sessions = new Sessions();
  readonly #pools = new Map<string, InstancePool>();
  readonly #logs = new Map<string, FunctionLog>();
  readonly #running = new Set<Promise<string>>();

  constructor(
    private readonly registry: FunctionRegistry,
    private readonly options: { logFolder: string; serviceUrl: string },
  ) {}

  /**
   * Runs a function to its end and gives what it returned, as JSON text.
   *
   * @throws ServiceError with the service's code: EXCEED_MAX_PAYLOAD_SIZE, INVALID_PARAM,
   * FUNCTION_NOT_FOUND, FUNCTIONS_EXECUTE_FAIL, FUNCTIONS_TIME_LIMIT_EXCEEDED,
   * FUNCTIONS_MEMORY_LIMIT_EXCEEDED, FUNCTION_EXCEED_RESOURCE_LIMIT.
   */
  invoke(call: FunctionCall): Promise<string> {
    const running = this.#run(call);
    this.#running.add(running);
    const ended = () => this.#running.delete(running);
    running.then(ended, ended);
    return running;
  }

  /** Ends every instance, and waits for the calls that fail by it. */
  async close(): Promise<void> {
    for (const pool of this.#pools.values()) pool.close();
    await Promise.allSettled(this.#running);
  }

  async #run({ envName, name, event, caller }: FunctionCall): Promise<string> {
    checkEvent(event);
    const settings = this.registry.find(name);
    if (settings === null) {
      throw new ServiceError('FUNCTION_NOT_FOUND', `function ${name.slice(0, 80)} is not found`);
    }
    const requestId = randomUUID();
    const sessionToken = this.sessions.open(caller);
    const log = this.#log(name);
    const started = Date.now();
    try {
      const task = instanceTask(settings, {
        requestId,
        envName,
        event: event === '' ? '{}' : event,
        caller,
        sessionToken,
      });
      const outcome = await this.#pool(envName, name).run(settings, task);
      log.write(report(requestId, started, outcome));
      return resultOf(outcome, settings);
    } finally {
      this.sessions.close(sessionToken);
    }
  }

  #pool(envName: string, name: string): InstancePool {
    const key = JSON.stringify([envName, name]);
    const known = this.#pools.get(key);
    if (known) return known;
    const environment = baseEnvironment(envName, this.options.serviceUrl);
    const pool = new InstancePool(environment, this.#log(name));
    this.#pools.set(key, pool);
    return pool;
  }

  #log(name: string): FunctionLog {
    const known = this.#logs.get(name);
    if (known) return known;
    const log = new FunctionLog(join(this.options.logFolder, `${name}.log`));
    this.#logs.set(name, log);
    return log;
  }
}

function checkEvent(event: string): void {
  if (Buffer.byteLength(event) > limits.event) {
    throw new ServiceError('EXCEED_MAX_PAYLOAD_SIZE', `event data is over ${limits.event} bytes`);
  }
  if (event === '') return;
  try {
    JSON.parse(event);
  } catch {
    throw new ServiceError('INVALID_PARAM', 'event data is not JSON');
  }
}

function resultOf(outcome: Outcome, settings: FunctionSettings): string {
  if (outcome.type === 'failure') throw failureOf(outcome, settings);
  if (Buffer.byteLength(outcome.result) > limits.call) {
    throw new ServiceError('EXCEED_MAX_PAYLOAD_SIZE', `the result is over ${limits.call} bytes`);
  }
  return outcome.result;
}

function failureOf(
  { reason, message }: Extract<Outcome, { type: 'failure' }>,
  { timeout, memorySize }: FunctionSettings,
): ServiceError {
  switch (reason) {
    case 'timeout':
      return new ServiceError(
        'FUNCTIONS_TIME_LIMIT_EXCEEDED',
        `Invoking task timed out after ${timeout} seconds`,
      );
    case 'memory':
      return new ServiceError(
        'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
        `the function used more than ${memorySize} MB`,
      );
    default:
      return new ServiceError('FUNCTIONS_EXECUTE_FAIL', message);
  }
}

function report(requestId: string, started: number, outcome: Outcome): string {
  const end = outcome.type === 'result' ? 'OK' : outcome.reason;
  return `${new Date(started).toISOString()} ${requestId} ${end} ${Date.now() - started}ms\n`;
}
