import type { ApiError } from '../../../typings/answer';
import type { Score } from '../../../typings/indices';
import type { StoredScore } from '../../../typings/overview';
import type { Result } from '../../../typings/result';
import { scoreAgain } from '../../domain/submissions/scoring';
import type { KeptScore } from '../../records/scores';
import { findRevision, type SubmissionHead } from '../../records/submissions';

const unlike: ApiError = {
  code: 'internal',
  message: '这一期的指数与原始数据对不上，已停止显示。请联系管理员核查。',
};

/**
 * A kept score with its explanation, computed again from the revision that it came from. A value that
 * does not come out again to the last digit is never shown.
 */
export async function storedScore(
  kept: KeptScore,
  head: SubmissionHead | null,
): Promise<Result<StoredScore>> {
  const { accountId, period, submissionRevision } = kept;
  const isNewest = head?.period === period && head.revision === submissionRevision;
  const source = isNewest ? head : await findRevision(accountId, period, submissionRevision);
  const again = source && scoreAgain(kept.scheme, period, source.figures);
  if (!again?.ok || again.value.value !== kept.value) return { ok: false, error: unlike };
  return { ok: true, value: withRecord(again.value, kept) };
}

function withRecord(score: Score, kept: KeptScore): StoredScore {
  const { accountId, period, submissionRevision, revision, reason, computedAt } = kept;
  return { ...score, accountId, period, submissionRevision, revision, reason, computedAt };
}
