import type { AnomalyFlag, ExplanationNode, Forecast, PeerStanding, Score } from './indices';
import type { Account } from './registry';
import type { Day, Force, Instant, PeriodId } from './vocabulary';

export interface TrendPoint {
  period: PeriodId;
  value: number | null;
  forces: Partial<Record<Force, number | null>>;
  /** pinned to the trend: 方案换版, 换运营单位, 漏报 */
  note?: string;
}

/** 更新时效: the day the account must publish by so that it does not fail the 14-day rule. */
export interface Freshness {
  lastPublished: Day | null;
  publishBy: Day | null;
  /** days left until `publishBy`; negative when it has passed */
  daysLeft: number | null;
  ruleDays: number;
}

/** A score as kept: which scheme version and which revision of the figures it came from. */
export interface StoredScore extends Score {
  accountId: string;
  period: PeriodId;
  submissionRevision: number;
  /** of the score itself: a late correction or a recomputation adds one */
  revision: number;
  reason?: string;
  computedAt: Instant;
}

/** All that the overview page shows, in one answer. */
export interface Overview {
  account: Account;
  period: PeriodId;
  /** periods with a submission, newest first */
  periods: PeriodId[];
  score: StoredScore | null;
  previous: StoredScore | null;
  trend: TrendPoint[];
  freshness: Freshness;
  standing: PeerStanding | null;
  flags: AnomalyFlag[];
  /** days since the newest figures were true */
  figuresAgeDays: number | null;
  today: Day;
}

export interface ScoreDetail {
  score: StoredScore;
  previous: StoredScore | null;
  /** each force's terms, in plain Chinese */
  explanation: ExplanationNode;
  revisions: { revision: number; value: number | null; reason?: string; computedAt: Instant }[];
}

export interface RunningForecast {
  period: PeriodId;
  daysSoFar: number;
  forecast: Forecast | null;
}
