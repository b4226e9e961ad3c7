import { traitNames } from '../../../cloudfunctions/domain/datasets/generalise';
import {
  type CollectedRow,
  figuresNamed,
  ReleasePlanner,
  type ReleaseShape,
} from '../../../cloudfunctions/domain/datasets/plan-release';
import type { Traits } from '../../../typings/datasets';
import type { RegionCode } from '../../../typings/vocabulary';

export const traits = (region: RegionCode, changes: Partial<Traits> = {}): Traits => ({
  level: 'county',
  region,
  department: 'education',
  kind: 'subscription',
  mode: 'independent',
  ...changes,
});

export const shape = (figures: string[], k = 5, withMode = false): ReleaseShape => ({
  traits: traitNames(withMode),
  figures: figuresNamed(figures),
  k,
});

/** Plans as a release is planned: in batches, both passes. */
export function planOf(rows: CollectedRow[], planned: ReleaseShape, batch = 7) {
  const planner = new ReleasePlanner(planned);
  const batches = Array.from({ length: Math.ceil(rows.length / batch) }, (_, index) =>
    rows.slice(index * batch, (index + 1) * batch),
  );
  for (const rows of batches) planner.countTraits(rows);
  planner.settleTraits();
  for (const rows of batches) planner.countFigures(rows);
  return planner.plan();
}
