import type { BoardMeasure, BoardTraits } from '../../typings/leaderboards';
import type { Submission } from '../../typings/submission';
import type { Instant } from '../../typings/vocabulary';
import { type BriefScore, findScheme, type Period, scoreInterval } from '../domain/indices';
import { boardOf, cellOf } from '../domain/leaderboards/cells';
import type { BoardValues } from '../domain/leaderboards/counting';
import { rankKey } from '../domain/leaderboards/rank-key';
import { seededGenerator } from '../domain/modes/generator';
import { bucketOf } from '../domain/submissions/peer-buckets';
import { figureBuckets } from '../domain/submissions/peer-figures';
import { defaultScheme } from '../domain/submissions/scored-schemes.data';
import { scoringRecord } from '../domain/submissions/scoring';
import { idOf } from '../platform/random';
import type { StoredAccount } from './accounts';
import { type KeptScore, partValues, scoreHeadId } from './scores';

/** What a score was computed from. */
export interface ScoredFrom {
  account: Pick<StoredAccount, 'agency' | 'kind' | 'operation'>;
  period: Period;
  /** without articles where only figures are at hand: the score's interval is not known then */
  submission: Pick<Submission, 'accountId' | 'period' | 'revision' | 'figures'> &
    Partial<Pick<Submission, 'items'>>;
}

/** When a score was computed, and why anew. */
export interface Computed {
  revision: number;
  reason?: string;
  computedAt: Instant;
}

/** A score as it is kept; its growth is told once the period before is known. */
export function keptScore(from: ScoredFrom, score: BriefScore, computed: Computed): KeptScore {
  const { submission, period } = from;
  const { accountId } = submission;
  const traits = traitsOf(from.account);
  return placed({
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
    growth: null,
    interval: intervalOf(from, score),
    doubts: score.flags.filter(({ severity }) => severity === 'warning').map(({ code }) => code),
    traits,
    ...(score.scheme === defaultScheme ? { figures: figureBuckets(submission) } : {}),
  });
}

export function traitsOf({ agency, kind, operation }: ScoredFrom['account']): BoardTraits {
  const { region, level, department } = agency;
  return { region, level, department, kind, mode: operation.mode };
}

type Unplaced = Omit<
  KeptScore,
  'board' | 'cell' | 'province' | 'city' | 'county' | 'order' | 'counted'
>;

/** A score with all that boards find, order and count it by. */
export function placed(score: Unplaced): KeptScore {
  const { scheme, accountId, traits } = score;
  const values = Object.entries(boardValues(score)) as [BoardMeasure, number | null][];
  const known = values.flatMap(([measure, value]) => (value === null ? [] : [{ measure, value }]));
  return {
    ...score,
    board: boardOf(scheme, score.period),
    cell: cellOf(traits),
    province: traits.region.slice(0, 2),
    city: traits.region.slice(0, 4),
    county: traits.region,
    order: Object.fromEntries(
      known.map(({ measure, value }) => [measure, rankKey(value, accountId)]),
    ),
    counted: Object.fromEntries(
      known.flatMap(({ measure, value }) => {
        const bucket = bucketOf(scheme, value);
        return bucket === null ? [] : [[measure, bucket]];
      }),
    ),
  };
}

/** Forces stand on boards where the scheme has them; without a value nothing does. */
export function boardValues({
  value,
  growth,
  parts,
}: Pick<KeptScore, 'value' | 'growth' | 'parts'>): BoardValues {
  const { dissemination = null, service = null, interaction = null } = parts;
  const ofIndex = { index: value, growth: value === null ? null : growth };
  return { ...ofIndex, dissemination, service, interaction };
}

/** By articles drawn from a seed of the score's own, so that it is the same when computed again. */
function intervalOf({ submission }: ScoredFrom, score: BriefScore): [number, number] | null {
  const { accountId, period, revision, items = [] } = submission;
  if (items.length < 2) return null;
  const scheme = findScheme(score.scheme);
  if (!scheme.ok) return null;
  const record = scoringRecord(submission);
  const seed = Number.parseInt(idOf(accountId, period, revision, score.scheme).slice(0, 8), 16);
  return scoreInterval(scheme.value, { record, items }, { random: seededGenerator(seed) });
}
