import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import {
  type CollectionName,
  collections,
  indexes,
} from '../../cloudfunctions/records/collections.data';
import { type DocumentService, openDocuments } from '../../local/cloudbase/documents';
import { type DocumentFill, fillDocuments } from '../../local/cloudbase/documents/fill';
import { Catalogue } from '../../local/cloudbase/documents/storage/catalogue';
import type { Document } from '../../local/cloudbase/documents/values/types';
import { builds, root } from '../../scripts/builds';
import type { ActionInput, ActionName, ActionOutput, Answer } from '../../typings/api';
import { endWithBenchmark } from './ending';

const env = 'local';

/** The largest that processes were, in MB; Linux alone tells. */
export interface Peaks {
  server: number;
  functions: number;
}

/**
 * A local CloudBase in a process of its own with the real function bundles, on data that a benchmark
 * writes into its file beforehand. Timers are left out: the calls alone drive, so that nothing is done
 * twice and measured once.
 */
export class BenchCloud {
  readonly peaks: Peaks = { server: 0, functions: 0 };
  private process: ChildProcess | null = null;
  private readonly forget: () => void;

  private constructor(
    readonly folder: string,
    private readonly port: number,
  ) {
    this.forget = endWithBenchmark(() => {
      for (const pid of [...childrenOf(this.process?.pid), this.process?.pid]) kill(pid);
      rmSync(folder, { recursive: true, force: true });
    });
  }

  static async create(): Promise<BenchCloud> {
    const folder = mkdtempSync(join(tmpdir(), 'zhengwei-bench-'));
    mkdirSync(join(folder, 'data', 'envs', env), { recursive: true });
    const config = JSON.parse(readFileSync(join(root, 'cloudbaserc.json'), 'utf8'));
    for (const one of config.functions) delete one.triggers;
    writeFileSync(join(folder, 'cloudbaserc.json'), JSON.stringify(config));
    writeFileSync(join(folder, 'indexes.json'), JSON.stringify(indexes));
    const port = await freePort();
    // The records read the service's address while they load, so one port serves every start.
    process.env.CLOUDBASE_SERVICE_URL = `http://127.0.0.1:${port}/admin`;
    return new BenchCloud(folder, port);
  }

  get file(): string {
    return join(this.folder, 'data', 'envs', env, 'documents.sqlite');
  }

  /** The documents themselves, while the server is not up. */
  open(): DocumentService {
    return openDocuments({ file: this.file, indexes });
  }

  /** Writes what a benchmark starts from, into a file that is not there yet. */
  load<T>(write: (documents: DocumentFill) => T): T {
    const fill = fillDocuments({
      file: this.file,
      collections: Object.keys(collections),
      indexes,
    });
    const written = write(fill);
    fill.close();
    return written;
  }

  /** Reads every document of a collection, while the server is not up. */
  scan(name: CollectionName, visit: (document: Document) => void): void {
    const catalogue = new Catalogue(this.file, indexes);
    for (const { document } of catalogue.require(name).scan()) visit(document);
    catalogue.close();
  }

  async start(): Promise<void> {
    const { folder, port } = this;
    const main = join(root, 'local', 'cloudbase', 'main.ts');
    const options = ['--port', String(port), '--data', join(folder, 'data'), '--env', env];
    const functions = ['--functions', join(root, builds.functions.output)];
    const config = ['--config', join(folder, 'cloudbaserc.json')];
    const declared = ['--indexes', join(folder, 'indexes.json')];
    const started = spawn(
      process.execPath,
      // As every command of this product is started (scripts/run.mjs).
      [
        '--max-semi-space-size=64',
        '--import',
        'tsx',
        main,
        ...options,
        ...functions,
        ...config,
        ...declared,
      ],
      { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.process = started;
    await once(createInterface({ input: started.stdout }), 'line');
  }

  async stop(signal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM'): Promise<void> {
    const running = this.process;
    this.process = null;
    if (!running || running.exitCode !== null) return;
    const children = childrenOf(running.pid);
    const ended = once(running, 'exit');
    running.kill(signal);
    if (signal === 'SIGKILL') for (const child of children) kill(child);
    await ended;
  }

  /** Calls an action as someone; null when the server went away meanwhile. */
  async attempt<A extends ActionName>(
    openid: string,
    name: A,
    input: ActionInput<A>,
  ): Promise<Answer<ActionOutput<A>> | null> {
    const [fn = '', action = ''] = name.split('.');
    const response = await fetch(`http://127.0.0.1:${this.port}/client/functions/${fn}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-openid': openid },
      body: JSON.stringify({ action, input }),
    }).catch(() => null);
    if (!response) return null;
    const text = await response.text().catch(() => null);
    if (text === null) return null;
    const answer: { result?: Answer<ActionOutput<A>> } = JSON.parse(text);
    if (!answer.result) throw new Error(`${name}: ${text}`);
    return answer.result;
  }

  async call<A extends ActionName>(
    openid: string,
    name: A,
    input: ActionInput<A>,
  ): Promise<ActionOutput<A>> {
    const answer = await this.attempt(openid, name, input);
    if (!answer?.ok) throw new Error(`${name}: ${JSON.stringify(answer?.error ?? 'no answer')}`);
    return answer.data;
  }

  /** Looks at how large the processes have been. */
  notePeaks(): void {
    const pid = this.process?.pid;
    this.peaks.server = Math.max(this.peaks.server, peakOf(pid));
    this.peaks.functions = Math.max(this.peaks.functions, ...childrenOf(pid).map(peakOf));
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
    this.forget();
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}

function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

function childrenOf(pid: number | undefined): number[] {
  if (pid === undefined) return [];
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .split('\n')
      .filter((line) => line !== '')
      .map(Number);
  } catch {
    return [];
  }
}

function kill(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It went with its parent.
  }
}

/** In milliseconds. */
export interface Percentiles {
  p50: number;
  p95: number;
}

export function percentiles(times: number[]): Percentiles {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(
      (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0) * 100,
    ) / 100;
  return { p50: at(0.5), p95: at(0.95) };
}
