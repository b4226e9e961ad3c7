import type { ReleasePlan, ReleasePlanner, ReleaseShape } from '../../domain/datasets/plan-release';
import type { StoredRelease } from '../../records/dataset-releases';
import { shapeOf } from './collect';

/** What the steps of one call share: a plan is read once. */
export interface Workshop {
  release: StoredRelease;
  shape: ReleaseShape;
  plan: ReleasePlan | null;
  /** the planner, and the kept tally of what it has counted */
  planning: { planner: ReleasePlanner; tally: string } | null;
}

export function workshopFor(release: StoredRelease): Workshop {
  return { release, shape: shapeOf(release), plan: null, planning: null };
}

/** Where the steps keep what is not published. */
export const workFolder = ({ id }: StoredRelease): string => `datasets/${id}/work`;
