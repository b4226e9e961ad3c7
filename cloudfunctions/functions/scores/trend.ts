import type { StoredScore, TrendPoint } from '../../../typings/overview';
import type { Day, Force } from '../../../typings/vocabulary';
import { type Period, parsePeriod, previousPeriod } from '../../domain/indices';

const forces: Force[] = ['dissemination', 'service', 'interaction'];

/** A gap of years is not drawn period by period. */
const mostPoints = 24;

/** What happened on a day, to be pinned to the period that it lies in. */
export interface Pinned {
  day: Day;
  text: string;
}

/**
 * The trend up to a period, oldest first. A period between two filed ones that was not filed stands
 * in it without a value (漏报), a corrected one says so, and what happened in a period is pinned to
 * it. Custom periods do not follow each other: none is missing between them.
 *
 * @param scores of periods of one kind
 */
export function trendOf(period: Period, scores: StoredScore[], pinned: Pinned[]): TrendPoint[] {
  const byPeriod = new Map(scores.map((score) => [score.period, score]));
  const periods = period.kind === 'custom' ? periodsIn(scores) : periodsTo(period, scores);
  return periods.map((one) => {
    const score = byPeriod.get(one.id);
    const notes = [...(score ? notesOn(score) : ['漏报']), ...pinnedIn(one, pinned)];
    return {
      period: one.id,
      value: score?.value ?? null,
      forces: score ? forcesOf(score) : {},
      ...(notes.length > 0 ? { note: notes.join('；') } : {}),
    };
  });
}

function periodsTo(newest: Period, scores: StoredScore[]): Period[] {
  const oldest = periodsIn(scores)[0]?.to ?? newest.to;
  const periods: Period[] = [];
  for (let current = newest; current.to >= oldest && periods.length < mostPoints; ) {
    periods.unshift(current);
    const before = previousPeriod(current.id);
    if (!before.ok) break;
    current = before.value;
  }
  return periods;
}

function periodsIn(scores: StoredScore[]): Period[] {
  const periods = scores.flatMap(({ period }) => {
    const parsed = parsePeriod(period);
    return parsed.ok ? [parsed.value] : [];
  });
  return periods.sort((a, b) => (a.to < b.to ? -1 : 1));
}

function notesOn({ revision, reason, composedOf }: StoredScore): string[] {
  if (composedOf) return ['由各月合成'];
  if (revision === 1) return [];
  return [reason?.startsWith('方案换版') ? '方案换版' : `更正：${reason ?? '重新计算'}`];
}

function pinnedIn({ from, to }: Period, pinned: Pinned[]): string[] {
  return pinned.flatMap(({ day, text }) => (day >= from && day <= to ? [text] : []));
}

function forcesOf({ parts }: StoredScore): TrendPoint['forces'] {
  const known = forces.filter((force) => force in parts);
  return Object.fromEntries(known.map((force) => [force, parts[force]?.value ?? null]));
}
