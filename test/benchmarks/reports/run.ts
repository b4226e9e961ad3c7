import { setTimeout as pause } from 'node:timers/promises';
import type { Report } from '../../../typings/reports';
import { BenchCloud } from '../cloud';

const usage = '用法：npm run bench -- reports [-- 账号数 中断次数]，例如 200000 10；默认 20000 5';
const openid = 'bench-country';
const scheme = 'zhengwei-1';
const months = 2;

const round = (seconds: number) => Math.round(seconds * 10) / 10;
const since = (start: number) => (performance.now() - start) / 1000;

interface Made {
  report: Report;
  seconds: number;
  longest: number;
  kills: number;
}

/** Orders a report and calls until it is finished, as the screen does; kills on the way where asked. */
async function make(cloud: BenchCloud, period: string, killAt: number[]): Promise<Made> {
  const waiting = [...killAt];
  const input = {
    requestKey: `bench-${performance.now()}`.replace('.', '-'),
    scope: { kind: 'region' as const, regionPrefix: '' },
    period,
    scheme,
  };
  const start = performance.now();
  let report = await cloud.call(openid, 'reports.order', input);
  let seconds = since(start);
  let longest = seconds;
  while (report.state === 'running') {
    const start = performance.now();
    const dying = waiting[0] !== undefined && seconds >= waiting[0];
    const call = cloud.attempt(openid, 'reports.continue', { reportId: report.id });
    if (dying) {
      waiting.shift();
      await pause(Math.random() * 3000);
      await cloud.stop('SIGKILL');
    }
    const answer = await call;
    if (answer && !answer.ok) throw new Error(JSON.stringify(answer.error));
    report = answer?.ok ? answer.data : report;
    const took = since(start);
    seconds += took;
    if (!dying) longest = Math.max(longest, took);
    cloud.notePeaks();
    if (dying) await cloud.start();
  }
  return { report, seconds, longest, kills: killAt.length - waiting.length };
}

async function measurePaper(cloud: BenchCloud, reportId: string, format: 'docx' | 'xlsx') {
  const start = performance.now();
  const { url } = await cloud.call(openid, 'reports.download', { reportId, format });
  const seconds = round(since(start));
  const bytes = (await (await fetch(url)).arrayBuffer()).byteLength;
  cloud.notePeaks();
  return { seconds, kilobytes: Math.round(bytes / 1024) };
}

async function main(): Promise<void> {
  const [size = 20_000, kills = 5] = process.argv.slice(2).map(Number);
  if (![size, kills].every((one) => Number.isInteger(one) && one >= 0) || size < 1) {
    console.error(usage);
    process.exit(2);
  }
  const cloud = await BenchCloud.create();
  const { monthsUntil, writeCountry } = await import('../country');
  const { grantMembership } = await import('../../../cloudfunctions/records/bulk');
  const periods = monthsUntil(months);
  const period = periods.at(-1) ?? '';
  cloud.load((documents) => writeCountry(documents, { size, periods, scheme, late: 0 }));
  await cloud.start();
  const scope = { kind: 'region', regionPrefix: '' } as const;
  await grantMembership(openid, { role: 'supervisor', scope, label: '全国' });

  const whole = await make(cloud, period, []);
  const { functions, server } = cloud.peaks;
  const opening = performance.now();
  const opened = await cloud.call(openid, 'reports.get', { reportId: whole.report.id });
  const openSeconds = round(since(opening));
  const docx = await measurePaper(cloud, whole.report.id, 'docx');
  const xlsx = await measurePaper(cloud, whole.report.id, 'xlsx');
  const killAt = Array.from({ length: kills }, () => Math.random() * whole.seconds * 0.9);
  const broken = await make(
    cloud,
    period,
    killAt.sort((a, b) => a - b),
  );
  const isSame = broken.report.checksum === whole.report.checksum;
  console.log(
    JSON.stringify({
      benchmark: 'reports',
      accounts: size,
      months,
      done: whole.report.done,
      seconds: round(whole.seconds),
      accountsPerSecond: Math.round(whole.report.done / whole.seconds),
      longestCallSeconds: round(whole.longest),
      serverPeakMB: server,
      functionPeakMB: functions,
      figures: opened.content?.figures.length,
      contentKilobytes: Math.round(JSON.stringify(opened).length / 1024),
      openSeconds,
      docx,
      xlsx,
      peakWithPapersMB: cloud.peaks.functions,
      kills: broken.kills,
      sameAfterKills: isSame,
      checksum: whole.report.checksum,
    }),
  );
  await cloud.remove();
  process.exit(isSame ? 0 : 1);
}

void main();
