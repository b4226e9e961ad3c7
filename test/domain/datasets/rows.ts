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

/** Plans as a release is planned: both passes in batches, each by a planner of its own. */
export function planOf(rows: CollectedRow[], planned: ReleaseShape, batch = 7) {
  let planner = new ReleasePlanner(planned);
  const handOver = () => {
    planner = new ReleasePlanner(planned, JSON.parse(JSON.stringify(planner.tally())));
  };
  const batches = Array.from({ length: Math.ceil(rows.length / batch) }, (_, index) =>
    rows.slice(index * batch, (index + 1) * batch),
  );
  for (const rows of batches) {
    planner.countTraits(rows);
    handOver();
  }
  for (const rows of batches) {
    planner.countFigures(rows);
    handOver();
  }
  return planner.plan();
}
