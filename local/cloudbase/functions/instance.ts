import { type ChildProcess, fork } from 'node:child_process';
import { dirname, join } from 'node:path';
import type { InstanceTask } from './invocation';
import type { FunctionLog } from './log';
import type { FunctionSettings } from './registry';

/** Why an invocation gave no result. After any but `thrown` the instance is gone. */
export type FailureReason = 'thrown' | 'crashed' | 'unloadable' | 'memory' | 'timeout';

/** What came of an invocation: a result as JSON text, or a failure. */
export type Outcome =
  | { type: 'result'; result: string }
  | { type: 'failure'; reason: FailureReason; message: string };

const program = join(__dirname, 'instance.cjs');
const startTimeout = 30_000;
/** What a program needs of the machine; nothing else of ours reaches a function. */
const inherited = ['PATH', 'HOME', 'TMPDIR', 'TEMP', 'SYSTEMROOT', 'LANG'];

/** A process that has loaded one function and handles one event at a time. */
export class Instance {
  readonly #child: ChildProcess;
  /** Receives the answer to what the process does now: loading at first, then an event. */
  #settle: ((outcome: Outcome | { type: 'ready' }) => void) | null = null;
  #timer: NodeJS.Timeout | undefined;
  #alive = true;

  constructor(
    readonly settings: FunctionSettings,
    environment: Record<string, string>,
    log: FunctionLog,
  ) {
    const { entry, handler, memorySize, envVariables } = settings;
    this.#child = fork(program, [entry, handler, String(memorySize)], {
      cwd: dirname(entry),
      execArgv: [`--max-old-space-size=${memorySize}`],
      env: { ...machineEnvironment(), ...environment, ...envVariables },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => log.write(chunk));
    this.#child.stderr?.on('data', (chunk: Buffer) => log.write(chunk));
    this.#child.on('message', (message: Outcome | { type: 'ready' }) => this.#answer(message));
    this.#child.on('error', (error) => this.#end('crashed', error.message));
    this.#child.on('exit', (code, signal) => {
      const outOfMemory = signal === 'SIGABRT' || code === 134;
      this.#end(outOfMemory ? 'memory' : 'crashed', `the process exited (${signal ?? code})`);
    });
  }

  /** Whether another event can be given to it. */
  get alive(): boolean {
    return this.#alive;
  }

  /** Waits until the function is loaded. */
  loaded(): Promise<Outcome | { type: 'ready' }> {
    return this.#expect(startTimeout);
  }

  /** Runs one event to its end or to the function's time limit. */
  async run(task: InstanceTask): Promise<Outcome> {
    const answer = this.#expect(this.settings.timeout * 1000);
    this.#child.send(task, () => {});
    const outcome = await answer;
    return outcome.type === 'ready'
      ? { type: 'failure', reason: 'crashed', message: 'the process started anew' }
      : outcome;
  }

  /** Ends the process at once. */
  kill(): void {
    this.#alive = false;
    this.#child.kill('SIGKILL');
  }

  #expect(milliseconds: number): Promise<Outcome | { type: 'ready' }> {
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.#timer = setTimeout(() => this.#end('timeout', ''), milliseconds);
      if (!this.#alive) this.#end('crashed', 'the process has ended');
    });
  }

  #answer(message: Outcome | { type: 'ready' }): void {
    if (message.type === 'failure' && message.reason !== 'thrown') this.#alive = false;
    clearTimeout(this.#timer);
    this.#settle?.(message);
    this.#settle = null;
  }

  #end(reason: FailureReason, message: string): void {
    this.kill();
    this.#answer({ type: 'failure', reason, message });
  }
}

function machineEnvironment(): Record<string, string> {
  const environment: Record<string, string> = {};
  for (const name of inherited) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
