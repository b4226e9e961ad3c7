import type { Result } from '../../../typings/result';

/** How many answers are taken; the product's own choice, against floods from one scanner. */
export const feedbackLimits = {
  /** one person, one account, one week */
  answersPerWeek: 1,
  /** one person over all accounts in a day */
  answersPerPersonDay: 10,
  /** one account from everybody in an hour: more is no queue at a counter */
  answersPerAccountHour: 300,
} as const;

/** What has been taken already, counted by keyed hash. */
export interface AnswerCounts {
  byPersonThisWeek: number;
  byPersonToday: number;
  forAccountThisHour: number;
}

/** Whether another answer is taken: `conflict` for a second one this week, else `rate-limited`. */
export function admit(counts: AnswerCounts): Result<true> {
  if (counts.byPersonThisWeek >= feedbackLimits.answersPerWeek) {
    return {
      ok: false,
      error: { code: 'conflict', message: '您本周已经评价过这个账号，下周欢迎再来' },
    };
  }
  const flooded =
    counts.byPersonToday >= feedbackLimits.answersPerPersonDay ||
    counts.forAccountThisHour >= feedbackLimits.answersPerAccountHour;
  return flooded
    ? { ok: false, error: { code: 'rate-limited', message: '提交过于频繁，请稍后再试' } }
    : { ok: true, value: true };
}
