import type { ReleaseProgress } from '../../../typings/datasets';
import { type Moment, momentOf, stopwatch } from '../../platform/clock';
import {
  type DatasetBuild,
  endLease,
  findBuild,
  idleBuilds,
  keepStep,
  leaseBuild,
} from '../../records/dataset-builds';
import { endBuild, findRelease } from '../../records/dataset-releases';
import { outcomeOf, steps } from './steps';
import { workshopFor } from './workshop';

/** Milliseconds of work: a person waits for a call; a timer may use most of the function's limit. */
const perCall = 4_000;
const perTimer = 40_000;
/** Longer than a call of the function can last: after it, nobody is at work on the build. */
const leaseLength = 70_000;

const stageLabels: Record<DatasetBuild['stage'], string> = {
  collect: '正在读取账号',
  plan: '正在核对每组的账号数',
  weigh: '正在核对每个数字的账号数',
  write: '正在写出数据',
  assemble: '正在汇成文件',
  document: '正在写数据字典',
  clean: '正在清理',
};

export async function progressOf(releaseId: string): Promise<ReleaseProgress | null> {
  const build = await findBuild(releaseId);
  return build && { step: stageLabels[build.stage], accounts: build.accounts };
}

/** Takes a release further, as far as one call may; another call at work on it is left alone. */
export async function advanceRelease(releaseId: string, now: Moment): Promise<void> {
  const build = await findBuild(releaseId);
  if (build) await takeFurther(build, now, perCall);
}

/** What the timer does: every release under way goes on, within the time of one firing. */
export async function continueBuilds(now: Moment): Promise<void> {
  const elapsed = stopwatch();
  for (const build of await idleBuilds(now.instant)) {
    if (elapsed() >= perTimer) return;
    await takeFurther(build, now, perTimer - elapsed());
  }
}

async function takeFurther(build: DatasetBuild, now: Moment, budget: number): Promise<void> {
  const elapsed = stopwatch();
  const release = await findRelease(build._id);
  const until = momentOf(Date.parse(now.instant) + leaseLength).instant;
  if (!release || build.leasedUntil > now.instant || !(await leaseBuild(build, until))) return;
  const workshop = workshopFor(release);
  let current = build;
  try {
    while (elapsed() < budget) {
      const next = await steps[current.stage](current, workshop);
      if (next === null) {
        await endBuild(release, outcomeOf(current, workshop, now.instant));
        return;
      }
      if (!(await keepStep(current, next))) return;
      current = next;
    }
  } finally {
    await endLease(build._id, until);
  }
}
