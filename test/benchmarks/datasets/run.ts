import { performance } from 'node:perf_hooks';
import { leastK } from '../../../cloudfunctions/domain/datasets/admission';
import type { DatasetRelease, OptionalColumn } from '../../../typings/datasets';
import { BenchCloud } from '../cloud';

const usage = '用法：npm run bench -- datasets [-- 账号数]，例如 200000；默认 20000';
const openid = 'bench-country';
const scheme = 'zhengwei-1';
const columns: OptionalColumn[] = ['communicationIndex', 'articles', 'followers'];

const round = (seconds: number) => Math.round(seconds * 10) / 10;

async function main(): Promise<void> {
  const [size = 20_000] = process.argv.slice(2).map(Number);
  if (!Number.isInteger(size) || size < 1) {
    console.error(usage);
    process.exit(2);
  }
  const cloud = await BenchCloud.create();
  const { monthsUntil, writeCountry } = await import('../country');
  const { writeHeads } = await import('./heads');
  const { grantMembership } = await import('../../../cloudfunctions/records/bulk');
  const [period = ''] = monthsUntil(1);
  cloud.load((documents) => {
    writeCountry(documents, { size, periods: [period], scheme, late: 0 });
    writeHeads(documents, size, period);
  });
  await cloud.start();
  const scope = { kind: 'region', regionPrefix: '' } as const;
  await grantMembership(openid, { role: 'supervisor', scope, label: '全国' });

  const start = performance.now();
  const asked = { requestKey: 'bench-release', period, scope, columns, k: leastK };
  let release: DatasetRelease = await cloud.call(openid, 'datasets.create', asked);
  let longest = performance.now() - start;
  while (release.status === 'building') {
    const began = performance.now();
    release = await cloud.call(openid, 'datasets.advance', { releaseId: release.id });
    longest = Math.max(longest, performance.now() - began);
    cloud.notePeaks();
  }
  const { disclosure, status, reason, files, checksum } = release;
  const share = disclosure && disclosure.suppressed / disclosure.accounts;
  console.log(
    JSON.stringify({
      benchmark: 'datasets',
      accounts: size,
      status,
      reason,
      seconds: round((performance.now() - start) / 1000),
      longestCallSeconds: round(longest / 1000),
      functionPeakMB: cloud.peaks.functions,
      serverPeakMB: cloud.peaks.server,
      files: files.length,
      megabytes: round(files.reduce((sum, { bytes }) => sum + bytes, 0) / 2 ** 20),
      smallestCell: disclosure?.smallestClass ?? null,
      suppressedShare: share && Math.round(share * 1e5) / 1e5,
      disclosure,
      checksum,
    }),
  );
  await cloud.remove();
  process.exit(0);
}

void main();
