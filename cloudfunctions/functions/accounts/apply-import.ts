import type { ApiError } from '../../../typings/answer';
import type { Result } from '../../../typings/result';
import type { Moment } from '../../platform/clock';
import { writeAccounts } from '../../records/import-accounts';
import {
  findImport,
  finishImport,
  type ImportCounts,
  type ImportJob,
  importId,
  startImport,
  takeOverImport,
} from '../../records/imports';
import { moveScores } from '../../records/move-scores';
import type { ImportPlan } from './import-plan';

interface Requested {
  who: string;
  requestKey: string;
  digest: string;
  now: Moment;
}

/** Longer than a call of the function can last: after it, nobody is at work on the import. */
const abandonedAfter = 90_000;

const stale: ApiError = {
  code: 'conflict',
  message: '预览之后登记表有了变化，请重新上传预览，确认后再导入。',
};
const underWay: ApiError = { code: 'conflict', message: '这份表正在导入，请稍等片刻再看结果。' };
const partly: ApiError = {
  code: 'conflict',
  message: '部分账号的微信号或 AppID 刚刚被登记在别处，其余已导入。请重新上传预览。',
};

/**
 * Applies the plan that was previewed, once for a request; sent again, a broken import goes on where
 * it stood, and a finished one answers what it did.
 */
export async function applyImport(
  { who, requestKey, digest, now }: Requested,
  planNow: () => Promise<Result<ImportPlan>>,
): Promise<Result<ImportCounts>> {
  const id = importId(who, requestKey);
  const standing = await findImport(id);
  if (standing?.done) return sameAsBefore(standing, digest);
  const plan = await planNow();
  if (!plan.ok) return plan;
  const taken = standing
    ? await takeOver(standing, digest, now)
    : await takeUp(id, plan.value, digest, now);
  if (!taken.ok) return taken;
  const refused = await writeAccounts(plan.value.states, { who });
  const written = plan.value.states.filter((state) => !refused.includes(state));
  await moveScores(written.filter(({ revision }) => revision > 1));
  if (refused.length > 0) return { ok: false, error: partly };
  await finishImport(id);
  return taken;
}

function sameAsBefore(job: ImportJob, digest: string): Result<ImportCounts> {
  return job.digest === digest ? { ok: true, value: job.counts } : { ok: false, error: stale };
}

async function takeUp(
  _id: string,
  plan: ImportPlan,
  digest: string,
  now: Moment,
): Promise<Result<ImportCounts>> {
  if (plan.digest !== digest) return { ok: false, error: stale };
  const { added, changed, unchanged } = plan.counts;
  const counts = { added, changed, unchanged };
  const started = await startImport({ _id, digest, counts, startedAt: now.instant });
  return started ? { ok: true, value: counts } : { ok: false, error: underWay };
}

async function takeOver(
  job: ImportJob,
  digest: string,
  now: Moment,
): Promise<Result<ImportCounts>> {
  const isRunning = Date.parse(now.instant) - Date.parse(job.startedAt) < abandonedAfter;
  if (isRunning || !(await takeOverImport(job, now.instant))) return { ok: false, error: underWay };
  return sameAsBefore(job, digest);
}
