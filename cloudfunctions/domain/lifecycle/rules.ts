import type { LifecycleRules } from '../../../typings/lifecycle';
import type { Day, RegionCode } from '../../../typings/vocabulary';
import { ruleSets } from './rules.data';

/** The rules of a region in force on a day: those of the smallest region around it. */
export function rulesFor(region: RegionCode, on: Day): LifecycleRules {
  const fitting = ruleSets.filter(
    ({ regionPrefix, effectiveFrom }) =>
      region.startsWith(regionPrefix) && (effectiveFrom ?? '') <= on,
  );
  const [first, ...rest] = fitting.length > 0 ? fitting : ruleSets;
  if (!first) throw new Error('no rules of the life cycle');
  return rest.reduce(
    (near, one) => (one.regionPrefix.length > near.regionPrefix.length ? one : near),
    first,
  );
}
