import type { Freshness } from '../../../typings/overview';
import type { Day } from '../../../typings/vocabulary';
import { dayAt, dayNumber } from './days';

/**
 * 更新时效: the national inspection fails an account that has published nothing in the two weeks
 * before the check, so the last day to publish again is `ruleDays` after the last publication.
 * Local rules are stricter (10 days, 7 days): hand in theirs.
 */
export function freshness(lastPublished: Day | null, today: Day, ruleDays = 14): Freshness {
  const last = lastPublished === null ? null : dayNumber(lastPublished);
  const now = dayNumber(today);
  if (last === null || now === null) {
    return { lastPublished, publishBy: null, daysLeft: null, ruleDays };
  }
  const deadline = last + ruleDays;
  return { lastPublished, publishBy: dayAt(deadline), daysLeft: deadline - now, ruleDays };
}
