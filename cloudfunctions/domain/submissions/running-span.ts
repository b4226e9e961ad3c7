import type { Result } from '../../../typings/result';
import type { Figures, RunningSpan } from '../../../typings/submission';
import type { Day } from '../../../typings/vocabulary';
import type { Period } from '../indices';
import { reachOf } from './scoring';

/**
 * What may be stated as the last day of a running period's figures; null for a period that is over.
 *
 * @param fromFiles what the files alone give; empty without files
 */
export function runningSpan(period: Period, fromFiles: Figures, today: Day): RunningSpan | null {
  if (period.to < today) return null;
  const reach = reachOf(fromFiles);
  if (reach === undefined) return { from: period.from, to: today, through: today };
  const last = reach > today ? today : reach;
  return { from: last, to: today, through: last };
}

/** Errors: `invalid` for a day outside the span, and for any day once the period is over. */
export function statedThrough(
  span: RunningSpan | null,
  stated: Day | undefined,
): Result<Day | undefined> {
  if (stated === undefined) return { ok: true, value: undefined };
  if (span === null) return refuse('这一期已经结束，不用写截至日期。');
  const { from, to } = span;
  if (stated >= from && stated <= to) return { ok: true, value: stated };
  return refuse(`截至日期须在 ${from} 至 ${to} 之间，不早于文件里最后一天，不晚于今天。`);
}

function refuse(message: string): Result<never> {
  return { ok: false, error: { code: 'invalid', message, fields: { through: message } } };
}
