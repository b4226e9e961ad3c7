import type { AnomalyFlag, ExplanationNode, Score } from './indices';
import type { Forecast, PeerStanding } from './insights';
import type { PeerComparison } from './peers';
import type { Account } from './registry';
import type { Day, Force, Instant, PeriodId, PeriodKind } from './vocabulary';

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
  /** absent when the period was filed itself */
  composedOf?: Composition;
}

/** 由各月合成: the months that a quarter or a year was put together from. */
export interface Composition {
  months: PeriodId[];
  /** months of the period without figures */
  missing: PeriodId[];
  /** of the months that have figures */
  days: number;
}

/** All that the overview page shows, in one answer. */
export interface Overview {
  account: Account;
  period: PeriodId;
  kind: PeriodKind;
  /** kinds of period that there is something of */
  kinds: PeriodKind[];
  /** periods of this kind that were filed or can be put together, newest first */
  periods: PeriodId[];
  /** what the number is called, and by which scheme */
  index: { label: string; scheme: string; schemeName: string; notice: string | null };
  score: StoredScore | null;
  /** Chinese: why the scheme takes no such figures; null when it does */
  refusal: string | null;
  previous: StoredScore | null;
  trend: TrendPoint[];
  freshness: Freshness;
  standing: PeerStanding | null;
  flags: AnomalyFlag[];
  /** null without figures; absent from what a device kept before it was told */
  peerComparison?: PeerComparison | null;
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
  /** the value over the days so far; null without articles */
  soFar: number | null;
  /** the newest month before it that has figures */
  previous: { period: PeriodId; value: number | null } | null;
  /** earlier months of the account that tell how it went on from the same day */
  pastPeriods: number;
  /** null without articles so far, or with too few earlier months, the peers' included */
  forecast: Forecast | null;
}
