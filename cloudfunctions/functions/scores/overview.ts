import type { Overview, StoredScore } from '../../../typings/overview';
import type { Figures } from '../../../typings/submission';
import type { Day } from '../../../typings/vocabulary';
import { findAnomalies, freshness, previousPeriod } from '../../domain/indices';
import { scoringRecord } from '../../domain/submissions/scoring';
import { type StoredAccount, shown } from '../../records/accounts';
import { findScoreHead, recentScores } from '../../records/scores';
import { earlierHeads, findHead, recentHeads } from '../../records/submissions';
import { type Chosen, choose, scoreOf, storedScore } from './chosen';
import { standingOf } from './standing';
import { trendOf } from './trend';

const periodsShown = 36;
const trendLength = 13;
const dayLength = 86_400_000;

/** All that the overview page shows; an account without figures is shown as such. */
export async function overviewOf(
  account: StoredAccount,
  asked: { period?: string; scheme?: string },
  today: Day,
): Promise<Overview> {
  const heads = await recentHeads(account.id, periodsShown);
  const lastPublished =
    heads
      .flatMap((head) => head.lastPublished ?? [])
      .sort()
      .at(-1) ?? null;
  const common = {
    account: shown(account),
    periods: heads.map(({ period }) => period),
    freshness: freshness(lastPublished, today),
    today,
  };
  if (heads.length === 0) {
    const nothing = { score: null, previous: null, trend: [], standing: null, flags: [] };
    return { ...common, ...nothing, period: asked.period ?? '', figuresAgeDays: null };
  }
  const chosen = await choose(account.id, asked);
  const { period, scheme, head } = chosen;
  const kind = { accountId: account.id, scheme: scheme.id, kind: period.kind };
  const [score, previous, kept, standing, earlier] = await Promise.all([
    scoreOf(chosen),
    previousScore(chosen),
    recentScores(kind, period.to, trendLength),
    standingOf(account, chosen),
    earlierHeads(account.id, period, trendLength - 1),
  ]);
  const history = earlier.reverse().map((one) => scoringRecord(one.period, one.figures));
  const flags = findAnomalies(scoringRecord(head.period, head.figures), history);
  return {
    ...common,
    period: period.id,
    score,
    previous,
    trend: trendOf(period, kept),
    standing,
    flags: flags.ok ? flags.value : [],
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

function ageInDays(figures: Figures, today: Day): number | null {
  const newest = Object.values(figures)
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1);
  return newest === undefined
    ? null
    : Math.max(0, (Date.parse(today) - Date.parse(newest)) / dayLength);
}
