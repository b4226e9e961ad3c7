import { metricFacts } from './metrics.data';
import type { Term } from './scheme';
import { isUnit } from './transforms';

/** The most that a term's transformed quantity can be; null where it has no end. */
export function greatestOf({ quantity, transform }: Term): number | null {
  if (isUnit(transform)) return 1;
  const [only, ...rest] = quantity.of;
  const whole = rest.length === 0 && quantity.over === undefined && quantity.times === undefined;
  if (transform.kind !== 'identity' || !whole || only === undefined) return null;
  const { most } = metricFacts[only];
  return most <= 100 ? most : null;
}
