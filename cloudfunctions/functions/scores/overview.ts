import type { Overview, StoredScore } from '../../../typings/overview';
import type { Figures } from '../../../typings/submission';
import type { Day } from '../../../typings/vocabulary';
import { findAnomalies, freshness, previousPeriod } from '../../domain/indices';
import { clockOf } from '../../domain/inspections';
import { scoringRecord } from '../../domain/submissions/scoring';
import { type StoredAccount, shown } from '../../records/accounts';
import { findActivity } from '../../records/activity';
import { findScoreHead, recentScores } from '../../records/scores';
import { filedPeriods, findHead, headsUntil, type SubmissionHead } from '../../records/submissions';
import { type Chosen, choose, storedScore } from './chosen';
import { standingOf } from './standing';
import { trendOf } from './trend';

const periodsShown = 36;
/** a year, and the same period of the year before */
const trendLength = 13;
const dayLength = 86_400_000;

/**
 * All that the overview page shows, in three rounds of reads whatever the number of accounts; an
 * account without figures is shown as such.
 */
export async function overviewOf(
  account: StoredAccount,
  asked: { period?: string; scheme?: string },
  today: Day,
): Promise<Overview> {
  const [filed, activity] = await Promise.all([
    filedPeriods(account.id, periodsShown),
    findActivity(account.id),
  ]);
  const clock = clockOf({ region: account.agency.region, kind: account.kind }, today);
  const common = {
    account: shown(account),
    periods: filed.map(({ period }) => period),
    freshness: freshness(activity?.lastPublished ?? null, today, clock?.days),
    today,
  };
  const [newest] = filed;
  if (!newest) {
    const nothing = { score: null, previous: null, trend: [], standing: null, flags: [] };
    return { ...common, ...nothing, period: asked.period ?? '', figuresAgeDays: null };
  }
  const chosen = await choose(account.id, { ...asked, period: asked.period ?? newest.period });
  const { period, scheme, head } = chosen;
  const kind = { accountId: account.id, scheme: scheme.id, kind: period.kind };
  const [heads, kept, standing] = await Promise.all([
    headsUntil(account.id, period, trendLength),
    recentScores(kind, period.to, trendLength),
    standingOf(account, chosen),
  ]);
  const scoreOf = (id: string | null, own = heads.find((one) => one.period === id)) =>
    own ? storedScore(scheme.id, own, kept.find((one) => one.period === id) ?? null) : null;
  const before = previousPeriod(period.id);
  return {
    ...common,
    period: period.id,
    score: scoreOf(period.id, head),
    previous: scoreOf(before.ok ? before.value.id : null),
    trend: trendOf(period, kept),
    standing,
    flags: flagsOf(head, heads),
    figuresAgeDays: ageInDays(head.figures, today),
  };
}

/** The score of the period just before, under the same scheme; null when it was not filed. */
export async function previousScore({ head, period, scheme }: Chosen): Promise<StoredScore | null> {
  const before = previousPeriod(period.id);
  if (!before.ok) return null;
  const [earlier, kept] = await Promise.all([
    findHead(head.accountId, before.value.id),
    findScoreHead(head.accountId, before.value.id, scheme.id),
  ]);
  return earlier && storedScore(scheme.id, earlier, kept);
}

/** Flags against the account's own past. */
function flagsOf(head: SubmissionHead, heads: SubmissionHead[]): Overview['flags'] {
  const record = ({ period, figures }: SubmissionHead) => scoringRecord(period, figures);
  const past = heads.filter(({ to }) => to < head.to).reverse();
  const flags = findAnomalies(record(head), past.map(record));
  return flags.ok ? flags.value : [];
}

function ageInDays(figures: Figures, today: Day): number | null {
  const newest = Object.values(figures)
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1);
  return newest === undefined
    ? null
    : Math.max(0, (Date.parse(today) - Date.parse(newest)) / dayLength);
}
