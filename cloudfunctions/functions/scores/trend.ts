import type { TrendPoint } from '../../../typings/overview';
import type { Force } from '../../../typings/vocabulary';
import { type Period, previousPeriod } from '../../domain/indices';
import type { KeptScore } from '../../records/scores';

const forces: Force[] = ['dissemination', 'service', 'interaction'];

/** A gap of years is not drawn period by period. */
const mostPoints = 24;

/**
 * The trend up to a period, oldest first. A period between two filed ones that was not filed stands
 * in it without a value (漏报), and a corrected one says so.
 *
 * @param kept newest first
 */
export function trendOf(period: Period, kept: KeptScore[]): TrendPoint[] {
  const byPeriod = new Map(kept.map((score) => [score.period, score]));
  const oldest = kept.at(-1)?.to ?? period.to;
  const points: TrendPoint[] = [];
  for (let current = period; current.to >= oldest && points.length < mostPoints; ) {
    const score = byPeriod.get(current.id);
    points.unshift(
      score ? pointOf(score) : { period: current.id, value: null, forces: {}, note: '漏报' },
    );
    const before = previousPeriod(current.id);
    if (!before.ok) break;
    current = before.value;
  }
  return points;
}

function pointOf({ period, value, parts, revision, reason }: KeptScore): TrendPoint {
  const known = forces.filter((force) => force in parts);
  return {
    period,
    value,
    forces: Object.fromEntries(known.map((force) => [force, parts[force] ?? null])),
    ...(revision > 1 ? { note: `更正：${reason ?? '重新计算'}` } : {}),
  };
}
