import type { RunningForecast } from '../../../typings/overview';
import type { Submission } from '../../../typings/submission';
import type { Day } from '../../../typings/vocabulary';
import {
  briefScore,
  findScheme,
  forecast,
  isEnoughPast,
  type PastPeriod,
  type Period,
  parsePeriod,
  periodOf,
  type Scheme,
} from '../../domain/indices';
import { defaultScheme } from '../../domain/submissions/scored-schemes.data';
import { scoringRecord } from '../../domain/submissions/scoring';
import { knownDays, listsAllArticles, submissionSoFar } from '../../domain/submissions/so-far';
import { unwrap } from '../../handler/refusal';
import type { StoredAccount } from '../../records/accounts';
import { scoresBeside } from '../../records/scores';
import { findRevisions, headsUntil, revisionId } from '../../records/submissions';
import { choose } from './chosen';
import { amongPeers, groupsAbout } from './standing';

const monthsBack = 12;
/** nearest peers on either side whose last month is borrowed; their articles are read, so few */
const eachSide = 30;

/**
 * What the running month will come to, from its days so far and how earlier months went on from
 * there; with too few of its own, its nearest peers' last month is looked at beside them. Null while
 * the running month has no articles, or too few earlier months have.
 */
export async function forecastOf(
  account: StoredAccount,
  schemeId: string | undefined,
  today: Day,
): Promise<RunningForecast> {
  const period = unwrap(periodOf(today, 'month'));
  const scheme = unwrap(findScheme(schemeId ?? defaultScheme));
  const heads = await headsUntil(account.id, period, monthsBack + 1);
  const submissions = await findRevisions(
    heads.map((head) => revisionId(account.id, head.period, head.revision)),
  );
  const running = submissions.find((one) => one.period === period.id);
  const earlier = submissions.filter((one) => one !== running);
  const last = earlier.sort((one, other) => other.period.localeCompare(one.period))[0];
  const daysSoFar = running ? knownDays(period, running) : 0;
  const soFar = running ? valueAfter(scheme, period, running, daysSoFar) : null;
  const past = earlier.flatMap((one) => pastPeriod(scheme, one, daysSoFar));
  const borrows = soFar !== null && last !== undefined && !isEnoughPast(past);
  const peers = borrows ? await peersPast(account, scheme, last, daysSoFar) : [];
  return {
    period: period.id,
    daysSoFar,
    soFar,
    previous: last ? previousOf(scheme, last) : null,
    pastPeriods: past.length,
    forecast: soFar === null ? null : forecast(soFar, past, { peers }),
  };
}

/** The same month of the accounts nearest in the peer group, as they went on from the same day. */
async function peersPast(
  account: StoredAccount,
  scheme: Scheme,
  { period }: Submission,
  days: number,
): Promise<PastPeriod[]> {
  const chosen = await choose(account.id, { period, scheme: scheme.id });
  const placed = await amongPeers(account, chosen);
  if (!placed?.counted) return [];
  const { cells } = groupsAbout(placed, placed.counted, chosen);
  const beside = await scoresBeside(placed.kept, cells, eachSide);
  const submissions = await findRevisions(
    beside.map((one) => revisionId(one.accountId, one.period, one.submissionRevision)),
  );
  return submissions.flatMap((one) => pastPeriod(scheme, one, days));
}

function previousOf(scheme: Scheme, submission: Submission): RunningForecast['previous'] {
  const scored = briefScore(scheme, scoringRecord(submission));
  return { period: submission.period, value: scored.ok ? scored.value.value : null };
}

function pastPeriod(scheme: Scheme, submission: Submission, days: number): PastPeriod[] {
  const period = parsePeriod(submission.period);
  if (!period.ok) return [];
  const after = (count: number) =>
    valueAfter(scheme, period.value, submission, Math.min(count, period.value.days));
  const [soFar, final] = [after(days), after(period.value.days)];
  return soFar === null || final === null ? [] : [{ soFar, final }];
}

/** The value after so many days; null without all articles, which alone tell when something was read. */
function valueAfter(
  scheme: Scheme,
  period: Period,
  submission: Submission,
  days: number,
): number | null {
  if (!listsAllArticles(submission) || days === 0) return null;
  const scored = briefScore(scheme, submissionSoFar(period, submission, days));
  return scored.ok ? scored.value.value : null;
}
