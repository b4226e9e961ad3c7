import type { ApiError } from '../../../typings/answer';
import type { Result } from '../../../typings/result';
import type { Day } from '../../../typings/vocabulary';
import { dayName } from '../day-name';
import { findScheme, type Period, parsePeriod, type Scheme } from '../indices';
import { scoredSchemes } from '../submissions/scored-schemes.data';

/** What a report is made on, once it may be. */
export interface ReportGrounds {
  period: Period;
  scheme: Scheme;
}

/**
 * Whether a report can be made. Errors: `invalid` for a scheme whose scores are not kept or that was not
 * in force at the period's end, and for a period that is no month, quarter or year or is not over.
 */
export function reportGrounds(
  asked: { period: string; scheme: string },
  today: Day,
): Result<ReportGrounds> {
  const period = parsePeriod(asked.period);
  if (!period.ok) return period;
  const { kind, to } = period.value;
  if (kind !== 'month' && kind !== 'quarter' && kind !== 'year') {
    return refuse('period', '发展报告按月、季或年编写，请换一个周期。');
  }
  if (to >= today) return refuse('period', `这一期到${dayName(to)}才结束，结束后才能编写报告。`);
  const scheme = findScheme(asked.scheme);
  if (!scheme.ok || !scoredSchemes.includes(asked.scheme)) {
    return refuse('scheme', '这个方案没有留存得分，不能编写报告。');
  }
  const { from, to: until } = scheme.value.effective;
  if ((from !== null && from > to) || (until !== null && until < to)) {
    return refuse('scheme', `「${scheme.value.name}」在${dayName(to)}没有生效，不能用于这一期。`);
  }
  return { ok: true, value: { period: period.value, scheme: scheme.value } };
}

function refuse(field: string, message: string): { ok: false; error: ApiError } {
  return { ok: false, error: { code: 'invalid', message, fields: { [field]: message } } };
}
