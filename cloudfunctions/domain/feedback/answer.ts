import * as v from 'valibot';
import type { FeedbackAnswer, FeedbackInput } from '../../../typings/feedback';
import type { Result } from '../../../typings/result';
import type { Day } from '../../../typings/vocabulary';
import { periodOf } from '../indices/periods';
import { checkComment } from './comment';

const rating = v.optional(v.picklist(['good', 'fair', 'poor'], '应是 good、fair、poor 之一'));

/** valibot schema of `FeedbackInput`: shapes alone; `readAnswer` judges the rest. */
export const feedbackSchema = v.object({
  ratings: v.object({
    worth: rating,
    interest: rating,
    resonance: rating,
    updates: rating,
    appearance: rating,
  }),
  service: v.optional(v.picklist(['found', 'finished', 'failed'])),
  comment: v.optional(v.string()),
});

/**
 * Makes a kept answer of a citizen's input: the account, the day and its ISO week, a comment that
 * has passed `checkComment`. `invalid` when nothing is answered, the day is none, or the comment
 * may not be kept.
 */
export function readAnswer(
  input: FeedbackInput,
  accountId: string,
  day: Day,
): Result<FeedbackAnswer> {
  const week = weekOf(day);
  if (!week.ok) return week;
  const rated = Object.values(input.ratings).some((value) => value !== undefined);
  if (!rated && input.service === undefined) {
    const message = '请至少回答一项再提交';
    return { ok: false, error: { code: 'invalid', message, fields: { ratings: message } } };
  }
  const comment = checkComment(input.comment ?? '');
  if (!comment.ok) return comment;
  const { ratings, service } = input;
  return {
    ok: true,
    value: {
      accountId,
      day,
      week: week.value,
      ratings,
      ...(service === undefined ? {} : { service }),
      ...(comment.value === '' ? {} : { comment: comment.value }),
    },
  };
}

/** The ISO week, Monday to Sunday, that a Shanghai day lies in: `2026-W47`. */
export function weekOf(day: Day): Result<string> {
  const period = periodOf(day, 'week', 'iso');
  return period.ok ? { ok: true, value: period.value.id } : period;
}
