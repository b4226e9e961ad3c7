import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';
import { indexes } from '../../../cloudfunctions/records/collections.data';
import { builds, root } from '../../../scripts/builds';
import type { Answer } from '../../../typings/answer';
import type { Recomputation } from '../../../typings/recomputation';

const usage = '用法：npm run bench -- recompute [-- 账号数 月数]';
const env = 'local';
const scheme = 'zhengwei-1';
const openid = 'bench-country';

interface Server {
  process: ChildProcess;
  serviceUrl: string;
}

/** The records read the service's address while they load, so one port serves every start. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  return typeof address === 'object' && address ? address.port : 0;
}

/** The largest that a process was, in MB; Linux alone tells. */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

function childrenOf(pid: number | undefined): number[] {
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .split('\n')
      .map(Number);
  } catch {
    return [];
  }
}

async function start(folder: string, port: number): Promise<Server> {
  const main = join(root, 'local', 'cloudbase', 'main.ts');
  const options = ['--port', String(port), '--data', join(folder, 'data'), '--env', env];
  const functions = ['--functions', join(root, builds.functions.output)];
  const config = ['--config', join(folder, 'cloudbaserc.json')];
  const declared = ['--indexes', join(folder, 'indexes.json')];
  const started = spawn(
    process.execPath,
    ['--import', 'tsx', main, ...options, ...functions, ...config, ...declared],
    { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [serviceUrl] = (await once(createInterface({ input: started.stdout }), 'line')) as [string];
  return { process: started, serviceUrl };
}

async function take({ serviceUrl }: Server, requestKey: string): Promise<Recomputation | null> {
  const response = await fetch(`${new URL(serviceUrl).origin}/client/functions/scores`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': openid },
    body: JSON.stringify({ action: 'recompute', input: { requestKey, scheme } }),
  }).catch(() => null);
  if (!response) return null;
  const { result } = (await response.json()) as { result: Answer<Recomputation> };
  return result.ok ? result.data : null;
}

async function stop(server: Server, signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
  server.process.kill(signal);
  if (server.process.exitCode === null) await once(server.process, 'exit');
}

/** The timers are left out: the calls alone drive, so that nothing is done twice and measured once. */
function writeConfig(folder: string): void {
  const config = JSON.parse(readFileSync(join(root, 'cloudbaserc.json'), 'utf8'));
  for (const one of config.functions) delete one.triggers;
  writeFileSync(join(folder, 'cloudbaserc.json'), JSON.stringify(config));
  writeFileSync(join(folder, 'indexes.json'), JSON.stringify(indexes));
}

async function main(): Promise<void> {
  const [accounts = 20_000, months = 12] = process.argv.slice(2).map(Number);
  if (!Number.isInteger(accounts) || !Number.isInteger(months) || accounts < 1 || months < 1) {
    console.error(usage);
    process.exit(2);
  }
  const folder = mkdtempSync(join(tmpdir(), 'recompute-'));
  const data = join(folder, 'data');
  mkdirSync(join(data, 'envs', env), { recursive: true });
  writeConfig(folder);

  const port = await freePort();
  process.env.CLOUDBASE_SERVICE_URL = `http://127.0.0.1:${port}/admin`;
  const { checkScores, openIn, writeHistory } = await import('./history');
  const { grantMembership } = await import('../../../cloudfunctions/records/bulk');

  const loading = performance.now();
  const loaded = openIn(data, env);
  const expected = writeHistory(loaded, { accounts, months, scheme });
  loaded.close();
  const loadSeconds = (performance.now() - loading) / 1000;
  console.log(JSON.stringify({ loaded: expected.rows, seconds: Math.round(loadSeconds) }));

  let server = await start(folder, port);
  const scope = { kind: 'region', regionPrefix: '' } as const;
  await grantMembership(openid, { role: 'supervisor', scope, label: '全国' });

  const killAt = Math.round(expected.rows * (0.2 + 0.6 * Math.random()));
  const requestKey = `bench-${Date.now()}`;
  let seconds = 0;
  let isKilled = false;
  let serverPeak = 0;
  let functionPeak = 0;
  let job: Recomputation | null = null;
  while (job?.state !== 'finished') {
    const started = performance.now();
    const dies = !isKilled && (job?.done ?? 0) >= killAt;
    if (dies) {
      const call = take(server, requestKey);
      await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 2000));
      await stop(server, 'SIGKILL');
      await call;
      isKilled = true;
      server = await start(folder, port);
      continue;
    }
    job = (await take(server, requestKey)) ?? job;
    seconds += (performance.now() - started) / 1000;
    serverPeak = Math.max(serverPeak, peakOf(server.process.pid));
    functionPeak = Math.max(functionPeak, ...childrenOf(server.process.pid).map(peakOf));
  }
  await stop(server, 'SIGTERM');

  const kept = openIn(data, env);
  const { heads, revisions, counted } = checkScores(kept);
  kept.close();
  rmSync(folder, { recursive: true, force: true });
  const texts = [heads.toString(), revisions.toString(), expected.toString()];
  const isSame = new Set(texts).size === 1 && counted === expected.rows;
  console.log(
    JSON.stringify({
      benchmark: 'recompute',
      accounts,
      months,
      scores: job.done,
      seconds: Math.round(seconds * 10) / 10,
      scoresPerSecond: Math.round(job.done / seconds),
      serverPeakMB: serverPeak,
      functionPeakMB: functionPeak,
      killedAround: killAt,
      checksum: heads.toString(),
      sameAfterKill: isSame,
    }),
  );
  process.exit(isSame ? 0 : 1);
}

void main();
