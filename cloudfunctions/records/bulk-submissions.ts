import type { Account } from '../../typings/registry';
import type { Submission } from '../../typings/submission';
import { parsePeriod, previousPeriod } from '../domain/indices';
import { scoresOf } from '../domain/submissions/scoring';
import type { StoredAccount } from './accounts';
import { addActivity, type Told } from './activity';
import { collection, inOneUnit } from './collection';
import { grown } from './keep-scores';
import { keptScore } from './kept-score';
import { addMonitors } from './monitors';
import type { PeerCounter } from './peer-counters';
import { headOf, type Recorded, toldBy } from './record-submission';
import { countersOf, countInto, recount } from './recount';
import { type KeptScore, scoreHeadId } from './scores';
import { revisionId, type SubmissionDocument, type SubmissionHead } from './submissions';
import { listsFor } from './word-lists';

/**
 * Writes first revisions of many accounts and periods that have none yet, with their scores and
 * counts: sample data, or a history kept elsewhere. Throws on figures that cannot be true together.
 */
export async function recordSubmissions(
  accounts: Account[],
  submissions: Submission[],
): Promise<void> {
  const byId = new Map(accounts.map((account) => [account.id, { ...account, vendorIds: [] }]));
  const recorded = submissions.flatMap((submission): Recorded[] => {
    const account = byId.get(submission.accountId);
    const period = parsePeriod(submission.period);
    const scores = scoresOf(submission);
    if (!account || !period.ok) return [];
    if (!scores.ok)
      throw new Error(
        `${submission.accountId} ${submission.period}: ${JSON.stringify(scores.error)}`,
      );
    return [{ account, period: period.value, submission, scores: scores.value }];
  });
  const kept = withGrowth(
    recorded.flatMap((one) =>
      one.scores.map((score) => {
        const { enteredAt: computedAt } = one.submission;
        return keptScore(one, score, { revision: 1, computedAt });
      }),
    ),
  );
  await collection<SubmissionDocument>('submissions').add(
    recorded.map(({ submission }) => ({
      _id: revisionId(submission.accountId, submission.period, submission.revision),
      ...submission,
    })),
  );
  const heads = recorded.map(headOf);
  await collection<SubmissionHead>('submission-heads').add(heads);
  await addActivity(newestTold(recorded, heads));
  const lists = await listsFor('', '9999-12-31');
  await addMonitors(recorded.map((one) => ({ ...one, lists })));
  await collection<KeptScore>('scores').add(
    kept.map((score) => ({ ...score, _id: `${score._id}:1` })),
  );
  await collection<KeptScore>('score-heads').add(kept);
  await countNew(kept);
}

/** Counts scores that none counts yet, a board at a time. */
async function countNew(scores: KeptScore[]): Promise<void> {
  for (const board of new Set(scores.map((score) => score.board))) {
    const own = scores.filter((score) => score.board === board);
    await inOneUnit((unit) =>
      recount(
        unit,
        own.map((score) => [null, score]),
      ),
    );
  }
}

/** The latest publication of each account that the submissions tell of. */
function newestTold(recorded: Recorded[], heads: SubmissionHead[]) {
  const newest = new Map<string, { account: StoredAccount; told: Told }>();
  for (const [index, { account }] of recorded.entries()) {
    const head = heads[index];
    const told = head && toldBy(head);
    const known = newest.get(account.id)?.told.lastPublished ?? '';
    if (told && told.lastPublished > known) newest.set(account.id, { account, told });
  }
  return [...newest.values()];
}

/** Scores with their growth on those of the period before among them. */
export function withGrowth(scores: KeptScore[]): KeptScore[] {
  const byId = new Map(scores.map((score) => [score._id, score]));
  return scores.map((score) => {
    const { accountId, scheme, period } = score;
    const before = previousPeriod(period);
    const id = before.ok ? scoreHeadId(accountId, before.value.id, scheme) : '';
    return grown(score, byId.get(id) ?? null);
  });
}

/** Counts scores into counters by their ids; those that are missing are added. */
export function countAll(counters: Map<string, PeerCounter>, scores: KeptScore[]): void {
  for (const score of scores) {
    for (const empty of countersOf(score)) {
      const counter = counters.get(empty._id) ?? empty;
      counters.set(empty._id, counter);
      countInto(counter, score, 1);
    }
  }
}
