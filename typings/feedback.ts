import type { FollowerDay } from './submission';
import type { Day } from './vocabulary';

/** 好 / 一般 / 不好 */
export type Rating = 'good' | 'fair' | 'poor';

/** 内容价值 / 有趣 / 情感共鸣 / 更新速度 / 界面美观 */
export type FeedbackAspect = 'worth' | 'interest' | 'resonance' | 'updates' | 'appearance';

/** 服务：找到了 / 办成了 / 没办成 */
export type ServiceOutcome = 'found' | 'finished' | 'failed';

/** A citizen's ten seconds: every part may be left out, but not all. */
export interface FeedbackInput {
  ratings: { [K in FeedbackAspect]?: Rating };
  service?: ServiceOutcome;
  /** one optional sentence */
  comment?: string;
}

/**
 * What became of an answer's sentence: `pending` waits for the platform's content check and is not shown
 * until then; `refused` did not pass it and is not kept.
 */
export type CommentOutcome = 'none' | 'kept' | 'pending' | 'refused';

/** Kept: nothing of the person but a keyed hash used up in the key; the sentence stands elsewhere. */
export interface FeedbackAnswer extends FeedbackInput {
  accountId: string;
  /** ISO week, `2026-W47` */
  week: string;
  day: Day;
}

/** Answers counted together, so that no read goes through them one by one. */
export interface FeedbackTally {
  answers: number;
  satisfied: number;
  aspects: Record<FeedbackAspect, Record<Rating, number>>;
  service: Record<ServiceOutcome, number>;
}

export interface Proportion {
  count: number;
  of: number;
  share: number;
  /** Wilson's 95 % interval */
  low: number;
  high: number;
}

export interface FeedbackSummary {
  answers: number;
  /** answers needed before anything is shown */
  minimum: number;
  /** null under the minimum */
  aspects: Record<FeedbackAspect, Proportion | null> | null;
  service: Record<ServiceOutcome, Proportion | null> | null;
  satisfied: Proportion | null;
  comments: string[];
}

/** How many people left on a day; null when no file says. */
export type LossDay = Pick<FollowerDay, 'day' | 'lostFollowers'>;

export interface DatedPost {
  id: string;
  title: string;
  day: Day;
}

/** 取关高峰: a hint, not a verdict. */
export interface UnfollowPeak {
  day: Day;
  lostFollowers: number;
  usual: number;
  /** robust standard deviations above the usual */
  residual: number;
  /** 头条 of the day itself and of the day before */
  postsBefore: DatedPost[];
  /** the usual, and what came first, in a sentence */
  text: string;
}

/** What a citizen sees in ten seconds: is the account worth following? */
export interface FeedbackCard {
  accountId: string;
  name: string;
  agency: string;
  /** 示例数据 */
  sample: boolean;
  /** articles a week over the last period; null when unknown */
  articlesPerWeek: number | null;
  lastPublished: Day | null;
  workingServiceEntries: number | null;
  /** share of comments and messages answered, 0–1 */
  replyShare: number | null;
  /** citizens' answers; null under the minimum count */
  satisfied: Proportion | null;
  /** this person has answered this week */
  answeredThisWeek: boolean;
  /** null while the account is in use */
  closedOn: Day | null;
}

/** 受众反馈, for the agency and its supervisor. */
export interface FeedbackReport {
  accountId: string;
  name: string;
  /** of the weeks shown */
  summary: FeedbackSummary;
  /** by ISO week, oldest first; `satisfied` is null under the minimum count */
  weeks: { week: string; answers: number; satisfied: Proportion | null }[];
  /** sentences that wait for the content check */
  pending: number;
  /** of the weeks shown, oldest first; null when no daily figures were filed */
  unfollows: { days: LossDay[]; peaks: UnfollowPeak[] } | null;
}
