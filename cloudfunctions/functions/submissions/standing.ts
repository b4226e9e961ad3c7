import type { Result } from '../../../typings/result';
import type { Figures, Submission } from '../../../typings/submission';
import type { PeriodId } from '../../../typings/vocabulary';
import { satisfactionFigures, together } from '../../domain/feedback';
import { type Period, parsePeriod } from '../../domain/indices';
import { startingFrom } from '../../domain/submissions/answered';
import type { StoredAccount } from '../../records/accounts';
import { daysBetween } from '../../records/feedback';
import {
  earlierHeads,
  findHead,
  findRevision,
  type SubmissionHead,
} from '../../records/submissions';
import { inspectedFigures } from './inspected';

/** What is known of a period before anything new is said of it. */
export interface Standing {
  period: Period;
  head: SubmissionHead | null;
  /** with its articles */
  submission: Submission | null;
  /** the account's last period of the same kind */
  previous: SubmissionHead | null;
  /** what citizens' answers give to the period */
  answered: Figures;
  /** what inspections tell of the period */
  inspected: Figures;
  /** figures that the form starts from */
  known: { current: Figures; previous: Figures };
}

/** Errors: `invalid` for what is no period, has not begun, or lies after the account's closing. */
export async function standingOf(
  account: StoredAccount,
  id: PeriodId,
  today: string,
): Promise<Result<Standing>> {
  const parsed = parsePeriod(id);
  if (!parsed.ok) return parsed;
  const period = parsed.value;
  if (period.from > today) return refuse('这一期还没有开始，请选择已经开始的周期。');
  if (account.closedOn !== null && period.from > account.closedOn) {
    return refuse(`该账号已于 ${account.closedOn} 关停，之后的周期不再填报。`);
  }
  const asOf = period.to < today ? period.to : today;
  const [head, [previous = null], days, inspected] = await Promise.all([
    findHead(account.id, id),
    earlierHeads(account.id, period, 1),
    daysBetween(account.id, period.from, period.to),
    inspectedFigures(account.id, asOf),
  ]);
  const answered = satisfactionFigures(together(days), asOf);
  const submission = head && (await findRevision(account.id, id, head.revision));
  const current = startingFrom(head?.figures ?? {}, answered);
  const known = { current, previous: previous?.figures ?? {} };
  return { ok: true, value: { period, head, submission, previous, answered, inspected, known } };
}

function refuse(message: string): Result<never> {
  return { ok: false, error: { code: 'invalid', message, fields: { period: message } } };
}
