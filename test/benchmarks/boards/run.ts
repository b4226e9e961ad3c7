import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import type { Account } from '../../../typings/registry';
import { BenchCloud } from '../cloud';
import { Redis } from './redis';

const usage =
  '用法：npm run bench -- boards [-- 账号数 月数]，例如 200000 12；默认 2000、20000 各 12 个月';
const openid = 'bench-country';
const scheme = 'zhengwei-1';
const late = 31;
const kills = 10;

const round = (seconds: number) => Math.round(seconds * 10) / 10;

async function measure(size: number, months: number): Promise<void> {
  const report = (figures: object) =>
    console.log(JSON.stringify({ benchmark: 'boards', accounts: size, months, ...figures }));
  const cloud = await BenchCloud.create();
  const { writeCountry, monthsUntil, countryAccount } = await import('../country');
  const { HandWritten, addToRedis } = await import('./by-hand');
  const { measureHop, measureReads } = await import('./reads');
  const { countWritten, measureSubmissions } = await import('./writes');
  const { measurePublishing } = await import('./publishing');
  const { grantMembership } = await import('../../../cloudfunctions/records/bulk');

  const periods = monthsUntil(months);
  const period = periods.at(-1) ?? '';
  const redis = await Redis.start();
  const sql = new HandWritten(join(cloud.folder, 'by-hand.sqlite'));
  const accounts: Account[] = Array.from({ length: size }, (_, index) => countryAccount(index));

  const start = performance.now();
  const writing: Promise<void>[] = [];
  sql.addNames(accounts);
  const addPage: Parameters<typeof writeCountry>[2] = (id, page) => {
    sql.add(id, page);
    if (!redis || id !== period) return;
    writing.push(addToRedis(redis, 'board', page));
    const byKey = new Map<string, typeof page>();
    for (const score of page) {
      const key = `board:${score.province}:${score.traits.department}`;
      byKey.set(key, [...(byKey.get(key) ?? []), score]);
    }
    for (const [key, list] of byKey) writing.push(addToRedis(redis, key, list));
  };
  cloud.load((documents) => writeCountry(documents, { size, periods, scheme, late }, addPage));
  await Promise.all(writing);
  report({ loadedInSeconds: round((performance.now() - start) / 1000), redis: redis !== null });

  await cloud.start();
  await grantMembership(openid, {
    role: 'supervisor',
    scope: { kind: 'region', regionPrefix: '' },
    label: '全国',
  });
  const lateOnes = accounts.map((account, index) => ({ account, index })).slice(size - late);
  for (const { account } of lateOnes) {
    const scope = { kind: 'agency', agencyId: account.agency.id } as const;
    await grantMembership(openid, { role: 'staff', scope, label: account.agency.name });
  }
  const query = { scheme, period, measure: 'index' } as const;
  const sides = { cloud, openid, sql, redis, query, accounts: accounts.slice(0, size - late) };
  report({ measure: 'the way to a function and back', function: await measureHop(sides) });
  for await (const figures of measureReads(sides)) report(figures);
  const submitter = { cloud, openid, query, late: lateOnes, month: months - 1 };
  const written = await countWritten(submitter);
  report({ ...(await measureSubmissions(submitter)), measure: 'a submission' });
  const total = Object.values(written).reduce((sum, count) => sum + count, 0);
  report({ measure: 'documents written by a submission', total, written });
  report({
    measure: 'publishing the national board',
    ...(await measurePublishing(cloud, openid, query, kills)),
  });
  sql.close();
  await redis?.stop();
  await cloud.remove();
}

async function main(): Promise<void> {
  const [size, months = 12] = process.argv.slice(2).map(Number);
  if ([size ?? 1, months].some((one) => !Number.isInteger(one) || one < 1)) {
    console.error(usage);
    process.exit(2);
  }
  for (const accounts of size === undefined ? [2000, 20_000] : [size]) {
    await measure(accounts, months);
  }
  process.exit(0);
}

void main();
