import { type Buckets, sizeOf, valueIn } from '../submissions/peer-buckets';
import type { GroupTally, Tally } from './tally';

/** A group of fewer accounts with an index tells nothing of their values: one would be seen through it. */
export const leastAccounts = 5;

/** How whole steps become values of a scheme's scale. */
export interface Scale {
  step: number;
  decimals: 0 | 1;
}

/** Scales to 100 are told to a tenth, open ones to 1. */
export function scaleOf(scheme: string): Scale {
  const step = valueIn(scheme, 'b1');
  return { step, decimals: step < 1 ? 1 : 0 };
}

/** What a measure is read from. */
export interface Reading {
  group: GroupTally;
  all: GroupTally;
  /** accounts that went from one mode to another, where that is the group */
  moved: number;
  tally: Tally;
  scale: Scale;
  /** the regions of the widest step, in the order of their codes */
  regions: Pick<GroupTally, 'now' | 'before'>[];
}

/** A number of steps as a value: whole steps, so that differences of shown values are true. */
export function inScale(steps: number | null, { step, decimals }: Scale): number | null {
  return steps === null ? null : Number((steps * step).toFixed(decimals));
}

export const enough = (buckets: Buckets): boolean => sizeOf({ buckets }) >= leastAccounts;

/** A statistic of a histogram with enough accounts; null else. */
export function ofEnough<T>(buckets: Buckets, statistic: (buckets: Buckets) => T | null): T | null {
  return enough(buckets) ? statistic(buckets) : null;
}

export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

export function difference(one: number | null, other: number | null): number | null {
  return one === null || other === null ? null : one - other;
}
