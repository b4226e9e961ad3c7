import type { ApiError } from '../../typings/answer';
import type { Score } from '../../typings/indices';
import type { Result } from '../../typings/result';
import type { Submission, SubmissionReceipt } from '../../typings/submission';
import type { Period } from '../domain/indices';
import { dayOfInstant } from '../domain/indices/days';
import type { ListMatcher } from '../domain/monitors';
import { contentsDigest } from '../domain/submissions/combine';
import { defaultScheme } from '../domain/submissions/scored-schemes.data';
import type { StoredAccount } from './accounts';
import { recordActivity, type Told } from './activity';
import type { Unit } from './collection';
import { keepScores } from './keep-scores';
import { keptScore } from './kept-score';
import { recordMonitors } from './monitors';
import { countPending } from './pending-counts';
import { type Answered, answeredOnce } from './requests';
import { type KeptScore, scoreHeadId } from './scores';
import { headId, revisionId, type SubmissionDocument, type SubmissionHead } from './submissions';

/** A submission and what follows from it. */
export interface Recorded {
  account: StoredAccount;
  period: Period;
  submission: Submission;
  scores: Score[];
}

/** A submission with the word lists that its titles are held against. */
export interface Checked extends Recorded {
  lists: ListMatcher[];
}

const overtaken: ApiError = {
  code: 'conflict',
  message: '这一期刚刚有人提交过，您填的内容还在。请刷新看过对方的数据后再提交。',
};

/**
 * Appends a revision with its scores: all or nothing, once for a request; then they are counted. Two people
 * at once: the second is told `conflict` and nothing of the first is lost. Contents that stand already
 * are answered with the standing revision.
 */
export async function recordSubmission(
  recorded: Checked,
  request: Answered,
): Promise<Result<SubmissionReceipt>> {
  const answer = await answeredOnce(request, (unit) => write(unit, recorded));
  await countPending();
  return answer;
}

async function write(unit: Unit, recorded: Checked): Promise<Result<SubmissionReceipt>> {
  const { submission, scores } = recorded;
  const { accountId, period, revision } = submission;
  const communicationIndex = scores.find(({ scheme }) => scheme === defaultScheme)?.value ?? null;
  const receipt = { accountId, period, communicationIndex };
  const standing = await unit.find<SubmissionHead>('submission-heads', headId(accountId, period));
  const head = headOf(recorded);
  if (standing?.digest === head.digest) {
    return { ok: true, value: { ...receipt, revision: standing.revision, unchanged: true } };
  }
  if ((standing?.revision ?? 0) !== revision - 1) return { ok: false, error: overtaken };
  await unit.add<SubmissionDocument>('submissions', {
    _id: revisionId(accountId, period, revision),
    ...submission,
  });
  await unit.put('submission-heads', head);
  const told = toldBy(head);
  if (told) await recordActivity(unit, recorded.account, told);
  await recordMonitors(unit, recorded);
  await keepScores(unit, await nextScores(unit, recorded));
  return { ok: true, value: { ...receipt, revision, unchanged: false } };
}

async function nextScores(unit: Unit, recorded: Recorded): Promise<KeptScore[]> {
  const { accountId, period, reason, enteredAt: computedAt } = recorded.submission;
  const idOf = (scheme: string) => scoreHeadId(accountId, period, scheme);
  const ids = recorded.scores.map(({ scheme }) => idOf(scheme));
  const heads = await unit.findMany<KeptScore>('score-heads', ids);
  return recorded.scores.map((score) => {
    const head = heads.find(({ _id }) => _id === idOf(score.scheme));
    return keptScore(recorded, score, { revision: (head?.revision ?? 0) + 1, reason, computedAt });
  });
}

/** The head that a submission leaves. */
export function headOf({ submission, period }: Recorded): SubmissionHead {
  const { items, followerDays, ...head } = submission;
  return {
    _id: headId(submission.accountId, submission.period),
    ...head,
    kind: period.kind,
    to: period.to,
    digest: contentsDigest(submission),
    lastPublished:
      items
        .flatMap(({ publishedAt }) => publishedAt ?? [])
        .sort()
        .at(-1) ?? null,
    countsByDay: followerDays !== undefined,
  };
}

/** The last publication that a submission's files tell of; null when they name no article. */
export function toldBy({ lastPublished, to, enteredBy, enteredAt }: SubmissionHead): Told | null {
  if (lastPublished === null) return null;
  const enteredOn = dayOfInstant(enteredAt);
  const asOf = to < enteredOn ? to : enteredOn;
  return { lastPublished, source: 'file', asOf, confirmed: false, who: enteredBy, at: enteredAt };
}
