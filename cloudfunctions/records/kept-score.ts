import type { Score } from '../../typings/indices';
import type { Submission } from '../../typings/submission';
import type { Instant } from '../../typings/vocabulary';
import type { Period } from '../domain/indices';
import { bucketOf } from '../domain/submissions/peer-buckets';
import type { StoredAccount } from './accounts';
import { type Group, groupId } from './peer-counters';
import { type KeptScore, partValues, scoreHeadId } from './scores';

/** What a score was computed from. */
export interface ScoredFrom {
  account: Pick<StoredAccount, 'agency' | 'kind'>;
  period: Period;
  submission: Pick<Submission, 'accountId' | 'period' | 'revision'>;
}

/** When a score was computed, and why anew. */
export interface Computed {
  revision: number;
  reason?: string;
  computedAt: Instant;
}

/** A score as it is kept. */
export function keptScore(from: ScoredFrom, score: Score, computed: Computed): KeptScore {
  const { submission, period } = from;
  const { accountId } = submission;
  const bucket = bucketOf(score.scheme, score.value);
  return {
    _id: scoreHeadId(accountId, submission.period, score.scheme),
    accountId,
    period: submission.period,
    kind: period.kind,
    to: period.to,
    scheme: score.scheme,
    version: score.version,
    value: score.value,
    coverage: score.coverage,
    parts: partValues(score),
    submissionRevision: submission.revision,
    revision: computed.revision,
    reason: computed.reason,
    computedAt: computed.computedAt,
    counted: bucket === null ? null : { group: groupId(groupOf(from, score)), bucket },
  };
}

/** The peer group that a score is counted in. */
export function groupOf(
  { account, submission }: ScoredFrom,
  { scheme }: Pick<Score, 'scheme'>,
): Group {
  const { level, department } = account.agency;
  const traits = { level, department, kind: account.kind };
  return { scheme, period: submission.period, traits };
}
