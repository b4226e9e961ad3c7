import type { ScoringItem, ScoringRecord } from '../../../typings/indices';
import type { IntakeItem } from '../../../typings/intake';
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
  recordSoFar,
  type Scheme,
  score,
} from '../../domain/indices';
import { defaultScheme } from '../../domain/submissions/scored-schemes.data';
import { scoringRecord } from '../../domain/submissions/scoring';
import { unwrap } from '../../handler/refusal';
import { earlierHeads, findRevision } from '../../records/submissions';

const monthsBack = 12;

/** What the running month will come to, from its days so far and how earlier months went on. */
export async function forecastOf(accountId: string, today: Day): Promise<RunningForecast> {
  const period = unwrap(periodOf(today, 'month'));
  const scheme = unwrap(findScheme(defaultScheme));
  const daysSoFar = Number(today.slice(8));
  const answer = { period: period.id, daysSoFar };
  const running = await findRevisionOf(accountId, period);
  const soFar = running && valueAfter(scheme, period, running, daysSoFar);
  if (soFar === null) return { ...answer, forecast: null };

  const heads = await earlierHeads(accountId, period, monthsBack);
  const past = await Promise.all(
    heads.map(({ period: id, revision }) => findRevision(accountId, id, revision)),
  );
  const periods = past.flatMap((one) => (one ? pastPeriod(scheme, one, daysSoFar) : []));
  return { ...answer, forecast: forecast(soFar, periods) };
}

async function findRevisionOf(accountId: string, period: Period): Promise<Submission | null> {
  const next = { ...period, from: `${period.to}~` };
  const [head] = await earlierHeads(accountId, next, 1);
  return head?.period === period.id ? findRevision(accountId, period.id, head.revision) : null;
}

function pastPeriod(scheme: Scheme, submission: Submission, days: number): PastPeriod[] {
  const period = parsePeriod(submission.period);
  if (!period.ok) return [];
  const soFar = valueAfter(scheme, period.value, submission, days);
  const final = valueAfter(scheme, period.value, submission, period.value.days);
  return soFar === null || final === null ? [] : [{ soFar, final }];
}

/** The value after so many days; null without articles, which alone tell when something was read. */
function valueAfter(
  scheme: Scheme,
  period: Period,
  { figures, items }: Submission,
  days: number,
): number | null {
  if (items.length === 0) return null;
  const record: ScoringRecord = {
    ...withoutTotals(scoringRecord(period.id, figures)),
    items: items.map(scoringItem),
  };
  const scored = score(scheme, recordSoFar(record, period, days));
  return scored.ok ? scored.value.value : null;
}

/** Totals that the articles give again for the days so far. */
function withoutTotals(record: ScoringRecord): ScoringRecord {
  const { measure, followers, serviceEntries, workingServiceEntries, medianReplyHours } = record;
  return { measure, followers, serviceEntries, workingServiceEntries, medianReplyHours };
}

function scoringItem({ title, publishedAt, headline, ...figures }: IntakeItem): ScoringItem {
  const { reads, shares, likes, wows, comments, favourites } = figures;
  const read = { reads, shares, likes, wows, comments, favourites };
  return { title, publishedAt: publishedAt ?? undefined, headline, ...read };
}
