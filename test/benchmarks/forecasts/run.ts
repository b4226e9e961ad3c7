import {
  findScheme,
  forecast,
  type PastPeriod,
  parsePeriod,
  recordSoFar,
  type Scheme,
  score,
} from '../../../cloudfunctions/domain/indices';
import { madeAccounts } from '../../../scripts/sample-data/made-accounts';
import { sampleMonth } from '../../../scripts/sample-data/months';
import { type Random, seededRandom } from '../../../scripts/sample-data/random';
import type { ScoringItem } from '../../../typings/indices';
import type { Day, PeriodId } from '../../../typings/vocabulary';

/**
 * How often the interval of a running month's forecast holds what the month came to. Every month of an
 * account after the twelfth is forecast from its first days and the twelve before; `borrowed` has but
 * two months of its own and those of other accounts.
 */
const months: PeriodId[] = Array.from({ length: 15 }, (_, index) =>
  new Date(Date.UTC(2025, 7 + index, 1)).toISOString().slice(0, 7),
);
const pastCount = 12;
const cuts = [7, 14, 21];

function schemeOf(id: string): Scheme {
  const found = findScheme(id);
  if (!found.ok) throw new Error(found.error.message);
  return found.value;
}

const scheme = schemeOf('wci-14.2');

function daysOf(id: PeriodId): Day[] {
  const period = parsePeriod(id);
  const count = period.ok ? period.value.days : 0;
  return Array.from({ length: count }, (_, day) => `${id}-${String(day + 1).padStart(2, '0')}`);
}

function valueAfter(id: PeriodId, items: ScoringItem[], days: number): number {
  const period = parsePeriod(id);
  if (!period.ok) throw new Error(period.error.message);
  const length = Math.min(days, period.value.days);
  const scored = score(scheme, recordSoFar({ items, measure: 'times' }, period.value, length));
  if (!scored.ok) throw new Error(scored.error.message);
  return scored.value.value ?? Number.NaN;
}

type History = ScoringItem[][];

/** The model of the sample data. */
function sampleHistories(): History[] {
  const random = seededRandom(7);
  return madeAccounts(random).map((account) =>
    months.map((id) =>
      sampleMonth(account, daysOf(id), account.followers, random).items.map((item) => ({
        ...item,
        publishedAt: item.publishedAt ?? undefined,
      })),
    ),
  );
}

/** Articles on workdays far more than at weekends, and one in forty read thirty times as often. */
function burstHistories(): History[] {
  const random = seededRandom(11);
  return Array.from({ length: 300 }, () => {
    const usual = random.logNormal(800, 1);
    return months.map((id) => daysOf(id).flatMap((day) => burstDay(day, usual, random)));
  });
}

function burstDay(day: Day, usual: number, random: Random): ScoringItem[] {
  const weekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
  if (!random.chance(weekend ? 0.15 : 0.8)) return [];
  const burst = random.chance(1 / 40) ? 30 : 1;
  const reads = Math.round(usual * burst * random.logNormal(1, 0.6));
  const likes = Math.round(reads * 0.008 * random.logNormal(1, 0.4));
  const wows = Math.round(likes * 0.8);
  return [{ publishedAt: day, headline: true, reads, likes: Math.min(likes, reads), wows }];
}

function report(name: string, histories: History[], days: number, borrowed: boolean): void {
  let covered = 0;
  let total = 0;
  let width = 0;
  let error = 0;
  const all = histories.map((history) =>
    history.map((items, index): PastPeriod => {
      const id = months[index] ?? '';
      return { soFar: valueAfter(id, items, days), final: valueAfter(id, items, 31) };
    }),
  );
  for (const [account, periods] of all.entries()) {
    for (let at = pastCount; at < periods.length; at += 1) {
      const running = periods[at];
      if (!running) continue;
      const own = periods.slice(borrowed ? at - 2 : at - pastCount, at);
      const others = all.filter((_, other) => other !== account);
      const peers = borrowed
        ? others.slice(0, 100).flatMap((other) => other.slice(at - 1, at))
        : [];
      const predicted = forecast(running.soFar, own, { peers });
      if (!predicted) continue;
      const [low, high] = predicted.interval;
      total += 1;
      if (running.final >= low && running.final <= high) covered += 1;
      width += high - low;
      error += Math.abs(predicted.value - running.final);
    }
  }
  console.log(
    JSON.stringify({
      data: name,
      history: borrowed ? 'two own months, 100 of peers' : 'twelve own months',
      daysSoFar: days,
      forecasts: total,
      nominal: 0.8,
      coverage: Number((covered / total).toFixed(3)),
      meanWidth: Number((width / total).toFixed(1)),
      meanError: Number((error / total).toFixed(1)),
    }),
  );
}

for (const [name, histories] of [
  ['sample', sampleHistories()],
  ['weekly rhythm and bursts', burstHistories()],
] as const) {
  for (const days of cuts) {
    report(name, histories, days, false);
    report(name, histories, days, true);
  }
}
