import type { RunningForecast } from '../../../typings/overview';
import type { Submission } from '../../../typings/submission';
import type { Day } from '../../../typings/vocabulary';
import {
  findScheme,
  forecast,
  type PastPeriod,
  type Period,
  parsePeriod,
  periodOf,
  type Scheme,
  score,
} from '../../domain/indices';
import { defaultScheme } from '../../domain/submissions/scored-schemes.data';
import { knownDays, submissionSoFar } from '../../domain/submissions/so-far';
import { unwrap } from '../../handler/refusal';
import { findRevisions, headsUntil, revisionId } from '../../records/submissions';

const monthsBack = 12;

/**
 * What the running month will come to, from its days so far and how earlier months went on from
 * there. Null while the running month has no articles, or too few earlier months have.
 */
export async function forecastOf(accountId: string, today: Day): Promise<RunningForecast> {
  const period = unwrap(periodOf(today, 'month'));
  const scheme = unwrap(findScheme(defaultScheme));
  const heads = await headsUntil(accountId, period, monthsBack + 1);
  const submissions = await findRevisions(
    heads.map((head) => revisionId(accountId, head.period, head.revision)),
  );
  const running = submissions.find((one) => one.period === period.id);
  const daysSoFar = running ? knownDays(period, running) : 0;
  const soFar = running ? valueAfter(scheme, period, running, daysSoFar) : null;
  const past = submissions
    .filter((one) => one !== running)
    .flatMap((one) => pastPeriod(scheme, one, daysSoFar));
  return {
    period: period.id,
    daysSoFar,
    forecast: soFar === null ? null : forecast(soFar, past),
  };
}

function pastPeriod(scheme: Scheme, submission: Submission, days: number): PastPeriod[] {
  const period = parsePeriod(submission.period);
  if (!period.ok) return [];
  const after = (count: number) =>
    valueAfter(scheme, period.value, submission, Math.min(count, period.value.days));
  const [soFar, final] = [after(days), after(period.value.days)];
  return soFar === null || final === null ? [] : [{ soFar, final }];
}

/** The value after so many days; null without articles, which alone tell when something was read. */
function valueAfter(
  scheme: Scheme,
  period: Period,
  submission: Submission,
  days: number,
): number | null {
  if (submission.items.length === 0 || days === 0) return null;
  const scored = score(scheme, submissionSoFar(period, submission, days));
  return scored.ok ? scored.value.value : null;
}
