import type { MetricDefinition, SchemeSummary } from '../indices';
import type { Attribution, PeerStanding, RankUncertainty, TargetPlan } from '../insights';
import type { Overview, RunningForecast, ScoreDetail, StoredScore } from '../overview';
import type { Recomputation, SchemeRecomputation } from '../recomputation';
import type { ScopeState } from '../supervision';
import type { MetricName, PeriodId, PeriodKind } from '../vocabulary';

export interface AccountPeriod {
  accountId: string;
  /** the newest period with figures when absent */
  period?: PeriodId;
  /** the product's default scheme when absent */
  scheme?: string;
}

export interface ScoresApi {
  'scores.schemes': (input: Record<string, never>) => { schemes: SchemeSummary[] };
  /** `kind` asks for the newest period of a kind; a `period` has its own */
  'scores.overview': (input: AccountPeriod & { kind?: PeriodKind }) => Overview;
  'scores.detail': (input: AccountPeriod) => ScoreDetail;
  'scores.revision': (input: {
    accountId: string;
    period: PeriodId;
    scheme: string;
    revision: number;
  }) => StoredScore;
  'scores.compare': (input: {
    accountId: string;
    period: PeriodId;
    otherAccountId?: string;
    otherPeriod?: PeriodId;
    scheme?: string;
  }) => Attribution;
  'scores.peers': (input: AccountPeriod) => PeerStanding;
  /** null when the account has no value, or nobody to be ranked among */
  'scores.rank': (input: AccountPeriod) => { rank: RankUncertainty | null };
  'scores.metrics': (input: Record<string, never>) => { metrics: MetricDefinition[] };
  /** `limits`: the farthest that a lever may be planned to, by its metric */
  'scores.target': (
    input: AccountPeriod & { target: number; limits?: Partial<Record<MetricName, number>> },
  ) => TargetPlan;
  /** one of the caller's own scopes, by its membership; the first when absent */
  'scores.scope': (input: { membershipId?: string }) => ScopeState;
  'scores.forecast': (input: { accountId: string; scheme?: string }) => RunningForecast;
  /** orders a recomputation, for which a reason is due, or takes a running one further; a key orders once */
  'scores.recompute': (input: {
    requestKey: string;
    scheme: string;
    reason?: string;
  }) => Recomputation;
  /**
   * Calls a running recomputation off: what it has written stays and is counted, then it is `stopped`.
   * `conflict` when none is running.
   */
  'scores.stopRecomputation': (input: {
    requestKey: string;
    scheme: string;
    reason: string;
  }) => Recomputation;
  /** how far each scheme's present version is brought to what was filed before it */
  'scores.recomputations': (input: Record<string, never>) => { schemes: SchemeRecomputation[] };
}
