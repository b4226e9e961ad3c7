import { createHash, randomUUID } from 'node:crypto';
import type { Assignment, Finding, Inspection } from '../../../typings/inspections';
import { BenchCloud } from '../cloud';

const usage =
  '用法：npm run bench -- inspections [-- 账号数 比例]，例如 200000 0.02；默认 20000 0.02';
const chief = 'bench-country';
const inspectors = ['bench-a', 'bench-b', 'bench-c', 'bench-d'];

const round = (seconds: number) => Math.round(seconds * 10) / 10;
const since = (start: number) => (performance.now() - start) / 1000;
const day = (offset: number) =>
  new Date(Date.now() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);

/** A step of the inspection and the calls that finish it, as the screen makes them. */
async function step(cloud: BenchCloud, first: () => Promise<Inspection>) {
  const start = performance.now();
  let inspection = await first();
  let longest = since(start);
  let calls = 1;
  cloud.notePeaks();
  while (inspection.job !== null) {
    const called = performance.now();
    inspection = await cloud.call(chief, 'inspections.advance', { inspectionId: inspection.id });
    longest = Math.max(longest, since(called));
    calls += 1;
    cloud.notePeaks();
  }
  return { inspection, seconds: round(since(start)), longestCallSeconds: round(longest), calls };
}

/** One account in twenty has a fault, the same for whoever looks. */
function findingsOf({ account }: Assignment): Finding[] {
  const digest = createHash('sha256').update(account.accountId).digest();
  if ((digest[0] ?? 0) >= 13) return [];
  const evidence = { figures: [], link: 'https://mp.weixin.qq.com/s/bench', fileIds: [] };
  return [{ ruleId: 'serious-misstatement', times: 1, evidence, note: null }];
}

/** Judges as a person does who is told to try again; the request stays the same. */
async function judge(cloud: BenchCloud, openid: string, one: Assignment): Promise<void> {
  const input = {
    requestKey: randomUUID(),
    assignmentId: one.id,
    judgement: { findings: [...one.automatic, ...findingsOf(one)], lastPublished: null },
  };
  for (;;) {
    const answer = await cloud.attempt(openid, 'inspections.judge', input);
    if (answer?.ok) return;
    if (answer?.error.code !== 'unavailable') throw new Error(JSON.stringify(answer));
  }
}

async function judgeOwn(cloud: BenchCloud, openid: string): Promise<number> {
  let judged = 0;
  for (;;) {
    const { items } = await cloud.call(openid, 'inspections.work', {});
    if (items.length === 0) return judged;
    for (const one of items) await judge(cloud, openid, one);
    judged += items.length;
  }
}

async function measurePaper(cloud: BenchCloud, inspectionId: string, format: 'docx' | 'xlsx') {
  const start = performance.now();
  const { url } = await cloud.call(chief, 'inspections.bulletin', { inspectionId, format });
  const seconds = round(since(start));
  const bytes = (await (await fetch(url)).arrayBuffer()).byteLength;
  cloud.notePeaks();
  return { seconds, kilobytes: Math.round(bytes / 1024) };
}

async function main(): Promise<void> {
  const [size = 20_000, share = 0.02] = process.argv.slice(2).map(Number);
  if (!Number.isInteger(size) || size < 1 || !(share > 0 && share <= 1)) {
    console.error(usage);
    process.exit(2);
  }
  const cloud = await BenchCloud.create();
  const { writeAccounts } = await import('../country');
  cloud.load((documents) => writeAccounts(documents, size));
  await cloud.start();
  const { grantMembership } = await import('../../../cloudfunctions/records/bulk');
  const scope = { kind: 'region', regionPrefix: '' } as const;
  for (const openid of [chief, ...inspectors]) {
    await grantMembership(openid, { role: 'supervisor', scope, label: openid });
  }
  const members = await cloud.call(chief, 'memberships.list', {});
  const membershipIds = members.items.map(({ id }) => id);

  const planned = await cloud.call(chief, 'inspections.plan', {
    requestKey: randomUUID(),
    title: '基准检查',
    ruleSetId: 'national-2019',
    scope,
    inspectionDay: day(0),
    share,
  });
  const inspectionId = planned.id;
  const frozen = await step(cloud, () =>
    cloud.call(chief, 'inspections.commit', { requestKey: randomUUID(), inspectionId }),
  );
  const drawn = await step(cloud, () =>
    cloud.call(chief, 'inspections.draw', {
      requestKey: randomUUID(),
      inspectionId,
      witness: '08 12',
    }),
  );
  const drawPeaks = { ...cloud.peaks };
  const assigned = await step(cloud, () =>
    cloud.call(chief, 'inspections.assign', {
      requestKey: randomUUID(),
      inspectionId,
      membershipIds,
    }),
  );
  const judging = performance.now();
  const judged = await Promise.all([chief, ...inspectors].map((openid) => judgeOwn(cloud, openid)));
  const judgements = judged.reduce((all, one) => all + one, 0);
  const judgingSeconds = since(judging);
  const published = await step(cloud, () =>
    cloud.call(chief, 'inspections.publish', {
      requestKey: randomUUID(),
      inspectionId,
      dueOn: day(8),
    }),
  );
  const docx = await measurePaper(cloud, inspectionId, 'docx');
  const xlsx = await measurePaper(cloud, inspectionId, 'xlsx');
  const told = ({ seconds, longestCallSeconds, calls }: typeof drawn) => ({
    seconds,
    longestCallSeconds,
    calls,
  });
  const { sample, statistics } = published.inspection;
  console.log(
    JSON.stringify({
      benchmark: 'inspections',
      accounts: size,
      share,
      sample: sample?.size,
      failed: statistics?.failed,
      freeze: told(frozen),
      draw: told(drawn),
      drawPeaksMB: drawPeaks,
      assign: told(assigned),
      judgements,
      judgementMilliseconds: Math.round((judgingSeconds * 1000) / judgements),
      publish: told(published),
      docx,
      xlsx,
      peaksMB: cloud.peaks,
    }),
  );
  await cloud.remove();
}

void main();
