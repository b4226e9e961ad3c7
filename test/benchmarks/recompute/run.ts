import { performance } from 'node:perf_hooks';
import type { Recomputation } from '../../../typings/recomputation';
import { BenchCloud } from '../cloud';

const usage = '用法：npm run bench -- recompute [-- 账号数 月数]';
const scheme = 'zhengwei-1';
const openid = 'bench-country';

/** Takes the recomputation as far as one call may; null when the server went away meanwhile. */
async function take(cloud: BenchCloud, requestKey: string): Promise<Recomputation | null> {
  const answer = await cloud.attempt(openid, 'scores.recompute', {
    requestKey,
    scheme,
    reason: '基准测试',
  });
  if (answer && !answer.ok) throw new Error(answer.error.message);
  return answer?.data ?? null;
}

const everyMilliseconds = 60_000;

function report(done: number, seconds: number, of: number): void {
  const scoresPerSecond = Math.round(done / seconds);
  console.log(JSON.stringify({ done, of, seconds: Math.round(seconds), scoresPerSecond }));
}

async function main(): Promise<void> {
  const [accounts = 20_000, months = 12] = process.argv.slice(2).map(Number);
  if (!Number.isInteger(accounts) || !Number.isInteger(months) || accounts < 1 || months < 1) {
    console.error(usage);
    process.exit(2);
  }
  const cloud = await BenchCloud.create();
  const { checkScores, writeHistory } = await import('./history');
  const { grantMembership } = await import('../../../cloudfunctions/records/bulk');

  const loading = performance.now();
  const expected = cloud.load((documents) => writeHistory(documents, { accounts, months, scheme }));
  const loadSeconds = (performance.now() - loading) / 1000;
  console.log(JSON.stringify({ loaded: expected.rows, seconds: Math.round(loadSeconds) }));

  await cloud.start();
  const scope = { kind: 'region', regionPrefix: '' } as const;
  await grantMembership(openid, { role: 'supervisor', scope, label: '全国' });

  const killAt = Math.round(expected.rows * (0.2 + 0.6 * Math.random()));
  const requestKey = `bench-${Date.now()}`;
  let seconds = 0;
  let isKilled = false;
  let told = performance.now();
  let job: Recomputation | null = null;
  while (job?.state !== 'finished') {
    const started = performance.now();
    const dies = !isKilled && (job?.done ?? 0) >= killAt;
    if (dies) {
      const call = take(cloud, requestKey);
      await new Promise((resolve) => setTimeout(resolve, 200 + Math.random() * 2000));
      await cloud.stop('SIGKILL');
      await call;
      isKilled = true;
      await cloud.start();
      continue;
    }
    job = (await take(cloud, requestKey)) ?? job;
    seconds += (performance.now() - started) / 1000;
    cloud.notePeaks();
    if (job && performance.now() - told > everyMilliseconds) {
      told = performance.now();
      report(job.done, seconds, expected.rows);
    }
  }
  await cloud.stop();

  const { heads, revisions, counted } = checkScores(cloud);
  await cloud.remove();
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
      serverPeakMB: cloud.peaks.server,
      functionPeakMB: cloud.peaks.functions,
      killedAround: killAt,
      checksum: heads.toString(),
      sameAfterKill: isSame,
    }),
  );
  process.exit(isSame ? 0 : 1);
}

void main();
