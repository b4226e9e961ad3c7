import type { Attribution, PeerStanding, SchemeSummary, TargetPlan } from '../indices';
import type { Overview, RunningForecast, ScoreDetail, StoredScore } from '../overview';
import type { Recomputation } from '../recomputation';
import type { ScopeState } from '../supervision';
import type { PeriodId } from '../vocabulary';

export interface AccountPeriod {
  accountId: string;
  /** the newest period with figures when absent */
  period?: PeriodId;
  /** the product's default scheme when absent */
  scheme?: string;
}

export interface ScoresApi {
  'scores.schemes': (input: Record<string, never>) => { schemes: SchemeSummary[] };
  'scores.overview': (input: AccountPeriod) => Overview;
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
  'scores.target': (input: AccountPeriod & { target: number }) => TargetPlan;
  /** one of the caller's own scopes, by its membership; the first when absent */
  'scores.scope': (input: { membershipId?: string }) => ScopeState;
  'scores.forecast': (input: { accountId: string }) => RunningForecast;
  /** orders a recomputation, or takes a running one further; the same key orders once */
  'scores.recompute': (input: {
    requestKey: string;
    scheme: string;
    reason?: string;
  }) => Recomputation;
  /** null when none was ever ordered for the scheme's present version */
  'scores.recomputation': (input: { scheme: string }) => { recomputation: Recomputation | null };
}
