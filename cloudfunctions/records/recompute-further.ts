import type { Instant } from '../../typings/vocabulary';
import { parsePeriod, type Scheme } from '../domain/indices';
import { isUnderWay, recompute } from '../domain/submissions/recompute';
import { inOneUnit, type Unit } from './collection';
import { DeferredReader, deferCounts, dropDeferred } from './deferred-counts';
import { keepScores } from './keep-scores';
import { keptScore } from './kept-score';
import type { RecomputationDocument } from './recomputations';
import { type Page, PageReader, placeOf } from './recompute-pages';
import { type KeptScore, scoreHeadId } from './scores';

/** What the steps of one call read with: what was read ahead is not read again. */
export interface Readers {
  pages: PageReader;
  deferred: DeferredReader;
}

export const newReaders = (): Readers => ({
  pages: new PageReader(),
  deferred: new DeferredReader(),
});

/**
 * Takes a recomputation one step further: a page of scores; or, when a period is through, a part of its
 * counts. What a step writes and the job's own place are written together or not at all, so that a run
 * that is killed anywhere goes on to the same end. When someone else took the step meanwhile, nothing is
 * written. A version that was overtaken, and a run that was called off, counts what it has scored, and
 * ends. Answers with the job as it stands.
 */
export async function recomputeFurther(
  scheme: Scheme,
  job: RecomputationDocument,
  { limit, now, readers = newReaders() }: { limit: number; now: Instant; readers?: Readers },
): Promise<RecomputationDocument> {
  const { at, counting, state } = job;
  const goesOn = job.version === scheme.version && state === 'running';
  const { pages } = readers;
  const take = (page: Page) => {
    pages.readAhead(placeOf(page), limit);
    return takePage(scheme, job, page);
  };
  if (at && counting === null) {
    const page = goesOn ? await pages.after(at, limit) : null;
    if (page) return take(page);
    return advance(job, async () => ({ counting: countsOf(job, at.period) }));
  }
  if (at && counting !== null) {
    const counts = countsOf(job, at.period);
    await dropDeferred(counts, counting);
    const part = await readers.deferred.after(counts, counting);
    if (part) {
      return advance(job, async (unit) => {
        await part.changes.write(unit);
        return { counting: part.last };
      });
    }
  }
  const page = goesOn ? await pages.firstOf(at?.period ?? '', limit) : null;
  if (page) return take(page);
  return advance(job, async () =>
    state === 'stopping' ? { state: 'stopped' } : { state: 'finished', finishedAt: now },
  );
}

/** What the ids of a run's deferred counts of a period begin with. */
const countsOf = ({ _id, run }: RecomputationDocument, period: string): string =>
  `${_id}:${run}:${period}:`;

type Step = (unit: Unit) => Promise<Partial<RecomputationDocument>>;

function advance(job: RecomputationDocument, step: Step): Promise<RecomputationDocument> {
  return inOneUnit(async (unit) => {
    const standing = await unit.find<RecomputationDocument>('recomputations', job._id);
    if (!standing || !isSamePlace(standing, job)) return standing ?? job;
    const next: RecomputationDocument = { ...standing, ...(await step(unit)) };
    await unit.put('recomputations', next);
    return next;
  });
}

function isSamePlace(one: RecomputationDocument, other: RecomputationDocument): boolean {
  const isSameRun = isUnderWay(one) && one.state === other.state && one.run === other.run;
  return isSameRun && one.at?.id === other.at?.id && one.counting === other.counting;
}

/** Scores a page of submissions, all of one period. */
function takePage(
  scheme: Scheme,
  job: RecomputationDocument,
  page: Page,
): Promise<RecomputationDocument> {
  const at = placeOf(page);
  const place = { prefix: countsOf(job, at.period), page: job.done };
  return advance(job, async (unit) => {
    const { standing, kept, unchanged, refused } = await scoresOf(unit, { scheme, job, page });
    await keepScores(unit, kept, {
      standing,
      count: (within, moves) => deferCounts(within, place, moves),
    });
    return {
      at,
      counting: null,
      done: job.done + page.submissions.length,
      written: job.written + kept.length,
      unchanged: job.unchanged + unchanged,
      refused: job.refused + refused,
    };
  });
}

/** One page's scores: what stood, and the new revisions. */
interface PageScores {
  standing: KeptScore[];
  kept: KeptScore[];
  unchanged: number;
  refused: number;
}

async function scoresOf(
  unit: Unit,
  { scheme, job, page }: { scheme: Scheme; job: RecomputationDocument; page: Page },
): Promise<PageScores> {
  const { submissions, owners } = page;
  const ids = submissions.map(({ accountId, period }) => scoreHeadId(accountId, period, scheme.id));
  const standing = await unit.findMany<KeptScore>('score-heads', ids);
  const byId = new Map(standing.map((head) => [head._id, head]));
  const scores: PageScores = { standing, kept: [], unchanged: 0, refused: 0 };
  for (const submission of submissions) {
    const { accountId } = submission;
    const before = byId.get(scoreHeadId(accountId, submission.period, scheme.id)) ?? null;
    const account = owners.get(accountId);
    const period = parsePeriod(submission.period);
    const result = recompute(scheme, submission, before);
    if (result.outcome !== 'scored' || !account || !period.ok) {
      scores[result.outcome === 'unchanged' ? 'unchanged' : 'refused'] += 1;
      continue;
    }
    const from = { account, period: period.value, submission };
    const { reason, orderedAt: computedAt } = job;
    const revision = (before?.revision ?? 0) + 1;
    scores.kept.push(keptScore(from, result.score, { revision, reason, computedAt }));
  }
  return scores;
}
