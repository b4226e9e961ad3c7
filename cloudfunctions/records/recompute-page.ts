import type { Instant } from '../../typings/vocabulary';
import { parsePeriod, type Scheme } from '../domain/indices';
import { recompute } from '../domain/submissions/recompute';
import { accounts } from './accounts';
import { inOneUnit, type Unit } from './collection';
import { keepScores } from './keep-scores';
import { keptScore, type ScoredFrom } from './kept-score';
import type { RecomputationDocument } from './recomputations';
import { type KeptScore, scoreHeadId } from './scores';
import { headsAfter, type SubmissionHead } from './submissions';

/** One page's new score revisions. */
interface PageWritten {
  kept: KeptScore[];
  unchanged: number;
  refused: number;
}

/**
 * Takes a recomputation one page further: the page's scores, their counts and the job's own place are
 * written together or not at all, so that a run that is killed anywhere goes on to the same end. When
 * someone else took the page meanwhile, nothing is written. Answers with the job as it stands.
 */
export async function recomputePage(
  scheme: Scheme,
  job: RecomputationDocument,
  limit: number,
  now: Instant,
): Promise<RecomputationDocument> {
  const page = await headsAfter(job.at, limit);
  const owners = await ownersOf(page);
  return inOneUnit(async (unit) => {
    const standing = await unit.find<RecomputationDocument>('recomputations', job._id);
    if (!standing || !isSamePlace(standing, job)) return standing ?? job;
    const written = await pageOf(unit, { scheme, job, page, owners });
    const { kept, unchanged, refused } = written;
    await keepScores(unit, kept);
    const last = page.at(-1);
    const next: RecomputationDocument = {
      ...standing,
      at: last ? { period: last.period, id: last._id } : standing.at,
      done: standing.done + page.length,
      written: standing.written + kept.length,
      unchanged: standing.unchanged + unchanged,
      refused: standing.refused + refused,
      ...(last ? {} : { state: 'finished', finishedAt: now }),
    };
    await unit.put('recomputations', next);
    return next;
  });
}

function isSamePlace(one: RecomputationDocument, other: RecomputationDocument): boolean {
  return one.state === 'running' && one.run === other.run && one.at?.id === other.at?.id;
}

type Owners = Map<string, ScoredFrom['account']>;

async function ownersOf(page: SubmissionHead[]): Promise<Owners> {
  const ids = [...new Set(page.map(({ accountId }) => accountId))];
  const found = await accounts.listIn('_id', ids, ['agency', 'kind', 'operation']);
  return new Map(
    found.map(({ _id, agency, kind, operation }) => [_id, { agency, kind, operation }]),
  );
}

interface Page {
  scheme: Scheme;
  job: RecomputationDocument;
  page: SubmissionHead[];
  owners: Owners;
}

async function pageOf(unit: Unit, { scheme, job, page, owners }: Page): Promise<PageWritten> {
  const ids = page.map(({ accountId, period }) => scoreHeadId(accountId, period, scheme.id));
  const heads = await unit.findMany<KeptScore>('score-heads', ids);
  const byId = new Map(heads.map((head) => [head._id, head]));
  const written: PageWritten = { kept: [], unchanged: 0, refused: 0 };
  for (const submission of page) {
    const { accountId } = submission;
    const before = byId.get(scoreHeadId(accountId, submission.period, scheme.id)) ?? null;
    const account = owners.get(accountId);
    const period = parsePeriod(submission.period);
    const result = recompute(scheme, submission, before);
    if (result.outcome !== 'scored' || !account || !period.ok) {
      written[result.outcome === 'unchanged' ? 'unchanged' : 'refused'] += 1;
      continue;
    }
    const from = { account, period: period.value, submission };
    const { reason, orderedAt: computedAt } = job;
    const revision = (before?.revision ?? 0) + 1;
    written.kept.push(keptScore(from, result.score, { revision, reason, computedAt }));
  }
  return written;
}
