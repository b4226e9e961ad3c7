import type { Recomputation, SchemeRecomputation } from '../../../typings/recomputation';
import {
  nextPageSize,
  type Pace,
  paceAfter,
  summariseScheme,
  unknownPace,
} from '../../domain/indices';
import { isUnderWay, reasonOf, recomputable } from '../../domain/submissions/recompute';
import { scoredSchemes } from '../../domain/submissions/scored-schemes.data';
import { found, unwrap } from '../../handler/refusal';
import type { Moment } from '../../platform/clock';
import { stopwatch } from '../../platform/clock';
import {
  findRecomputation,
  findRecomputations,
  isMet,
  orderRecomputation,
  type RecomputationDocument,
  recomputationsUnderWay,
  shownRecomputation,
  stopRecomputation,
} from '../../records/recomputations';
import { newReaders, recomputeFurther } from '../../records/recompute-further';
import type { Answered } from '../../records/requests';

/** Milliseconds of work: a person waits for a call; a timer may use most of the function's limit. */
const perCall = 15_000;
const perTimer = 40_000;

/** Orders a recomputation, unless it was ordered before, and takes it as far as one call may. */
export async function orderAndRun(
  asked: { requestKey: string; scheme: string; reason?: string },
  who: string,
  now: Moment,
): Promise<Recomputation> {
  const scheme = unwrap(recomputable(asked.scheme));
  const { requestKey } = asked;
  const standing = await findRecomputation(scheme);
  const job =
    standing && isMet(standing, asked)
      ? standing
      : unwrap(
          await orderRecomputation({
            scheme,
            reason: unwrap(reasonOf(scheme, asked.reason)),
            requestKey,
            orderedBy: who,
            orderedAt: now.instant,
          }),
        );
  return shownRecomputation(await takeFurther(job, now, perCall));
}

/** Calls one off, and counts what it has written as far as one call may. */
export async function stopAndCount(
  asked: { scheme: string; reason: string },
  request: Answered,
  now: Moment,
): Promise<Recomputation> {
  const scheme = unwrap(recomputable(asked.scheme));
  const stopped = { at: now.instant, reason: asked.reason };
  unwrap(await stopRecomputation(scheme, stopped, request));
  const job = found(await findRecomputation(scheme));
  return shownRecomputation(await takeFurther(job, now, perCall));
}

/** How far each scheme whose scores are kept is brought to what was filed before its version. */
export async function schemeRecomputations(): Promise<SchemeRecomputation[]> {
  const schemes = scoredSchemes.map((id) => unwrap(recomputable(id)));
  const jobs = await findRecomputations(schemes);
  return schemes.map((scheme) => {
    const { id, version, name, notice } = summariseScheme(scheme);
    const job = jobs.find((one) => one.scheme === id && one.version === version);
    return {
      scheme: id,
      version,
      name,
      notice,
      recomputation: job ? shownRecomputation(job) : null,
    };
  });
}

/** What the timer does: every recomputation under way goes on, within the time of one firing. */
export async function continueRecomputations(now: Moment): Promise<void> {
  const elapsed = stopwatch();
  for (const job of await recomputationsUnderWay()) {
    await takeFurther(job, now, perTimer - elapsed());
  }
}

async function takeFurther(
  ordered: RecomputationDocument,
  now: Moment,
  budget: number,
): Promise<RecomputationDocument> {
  const scheme = unwrap(recomputable(ordered.scheme));
  const elapsed = stopwatch();
  let job = ordered;
  const readers = newReaders();
  let pace: Pace = unknownPace;
  while (isUnderWay(job)) {
    const size = nextPageSize(pace, budget - elapsed());
    if (size === 0) break;
    const started = elapsed();
    const next = await recomputeFurther(scheme, job, { limit: size, now: now.instant, readers });
    const rows = Math.max(0, next.done - job.done);
    pace = paceAfter(pace, { rows, milliseconds: elapsed() - started });
    job = next;
  }
  return job;
}
