import type { Overview, StoredScore } from '../../../typings/overview';
import type { Figures } from '../../../typings/submission';
import type { Day, PeriodKind } from '../../../typings/vocabulary';
import {
  findScheme,
  freshness,
  parsePeriod,
  previousPeriod,
  type Scheme,
  summariseScheme,
} from '../../domain/indices';
import { clockOf } from '../../domain/inspections';
import { defaultScheme } from '../../domain/submissions/scored-schemes.data';
import { unwrap } from '../../handler/refusal';
import { operatorsOf } from '../../records/account-revisions';
import { type StoredAccount, shown } from '../../records/accounts';
import { findActivity } from '../../records/activity';
import { findScoreHead, recentScores } from '../../records/scores';
import { type Chosen, choose, storedScore } from './chosen';
import { type FiledPeriod, filedUntil, findFiled } from './filed';
import { flagsOf } from './flags';
import { periodsByKind } from './periods';
import { standingOf } from './standing';
import { trendOf } from './trend';

/** a year, and the same period of the year before */
const trendLength = 13;
const dayLength = 86_400_000;

interface Asked {
  period?: string;
  kind?: PeriodKind;
  scheme?: string;
}

/**
 * All that the overview page shows, in a fixed number of reads whatever the number of accounts; an
 * account without figures is shown as such.
 */
export async function overviewOf(
  account: StoredAccount,
  asked: Asked,
  today: Day,
): Promise<Overview> {
  const scheme = unwrap(findScheme(asked.scheme ?? defaultScheme));
  const [periods, activity] = await Promise.all([
    periodsByKind(account.id),
    findActivity(account.id),
  ]);
  const clock = clockOf({ region: account.agency.region, kind: account.kind }, today);
  const { kind, id } = shownPeriod(asked, periods);
  const common = {
    account: shown(account),
    kind,
    kinds: kindsIn(periods),
    periods: periods[kind],
    index: indexOf(scheme),
    freshness: freshness(activity?.lastPublished ?? null, today, clock?.days),
    today,
  };
  if (id === undefined) {
    const nothing = {
      score: null,
      previous: null,
      trend: [],
      standing: null,
      figuresAgeDays: null,
    };
    const nothingFlagged = { flags: [], peerComparison: null };
    return { ...common, ...nothing, ...nothingFlagged, period: '', refusal: null };
  }
  const chosen = await choose(account.id, { scheme: scheme.id, period: id });
  return { ...common, ...(await shownOf(account, chosen, today)) };
}

/** What the page shows of one period. */
async function shownOf(account: StoredAccount, chosen: Chosen, today: Day) {
  const { period, scheme, filed } = chosen;
  const ofKind = { accountId: account.id, scheme: scheme.id, kind: period.kind };
  const filedBefore = filedUntil(account.id, period, trendLength);
  const [history, flagged, kept, standing, operators] = await Promise.all([
    filedBefore,
    filedBefore.then((history) => flagsOf(account, filed, history)),
    recentScores(ofKind, period.to, trendLength),
    standingOf(account, chosen),
    operatorsOf(account),
  ]);
  const scoreOf = (one: FiledPeriod) =>
    storedScore(scheme, one, kept.find((score) => score.period === one.period) ?? null);
  const scores = history.flatMap((one) => {
    const scored = scoreOf(one);
    return scored.ok ? [scored.value] : [];
  });
  const own = scoreOf(filed);
  const before = previousPeriod(period.id);
  const previous = before.ok && scores.find((score) => score.period === before.value.id);
  return {
    period: period.id,
    score: own.ok ? own.value : null,
    refusal: own.ok ? null : own.error.message,
    previous: previous || null,
    trend: trendOf(period, scores, operators),
    standing,
    ...flagged,
    figuresAgeDays: ageInDays(filed.figures, today),
  };
}

/** The period asked for; else the newest of its kind; else the newest month, or of whatever there is. */
function shownPeriod(
  { period, kind }: Asked,
  periods: Record<PeriodKind, string[]>,
): { kind: PeriodKind; id: string | undefined } {
  if (period !== undefined) return { kind: unwrap(parsePeriod(period)).kind, id: period };
  const usual = kind ?? kindsIn(periods).find((one) => one === 'month') ?? kindsIn(periods)[0];
  const found = usual ?? 'month';
  return { kind: found, id: periods[found][0] };
}

function kindsIn(periods: Record<PeriodKind, string[]>): PeriodKind[] {
  return (Object.keys(periods) as PeriodKind[]).filter((kind) => periods[kind].length > 0);
}

function indexOf(scheme: Scheme): Overview['index'] {
  const { id, name, notice } = summariseScheme(scheme);
  return { label: scheme.root.label, scheme: id, schemeName: name, notice };
}

/** The score of the period just before, under the same scheme; null when it was not filed. */
export async function previousScore({
  filed,
  period,
  scheme,
}: Chosen): Promise<StoredScore | null> {
  const before = previousPeriod(period.id);
  if (!before.ok) return null;
  const [earlier, kept] = await Promise.all([
    findFiled(filed.accountId, before.value),
    findScoreHead(filed.accountId, before.value.id, scheme.id),
  ]);
  const scored = earlier && storedScore(scheme, earlier, kept);
  return scored?.ok ? scored.value : null;
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
