import { type CollectedRow, ReleasePlanner, type Tally } from '../../domain/datasets/plan-release';
import type { DatasetBuild } from '../../records/dataset-builds';
import { inLanes, keepJson, keptJson } from '../shared/work-files';
import { type Workshop, workFolder } from './workshop';

/** Chunks that one step of the plan counts: a step is a few seconds at most. */
const chunksCounted = 40;

/** The chunks that a step of the plan counts, from where the stage is. */
export function rowsToCount({ chunks, next }: DatasetBuild): Promise<CollectedRow[][]> {
  return inLanes(chunks.slice(next, next + chunksCounted), (chunk) =>
    keptJson<CollectedRow[]>(chunk),
  );
}

/** Where a counting stage stands after some more chunks. */
export function after(
  { stage, next, chunks }: DatasetBuild,
  counted: number,
  following: DatasetBuild['stage'],
): Pick<DatasetBuild, 'stage' | 'next'> {
  const at = next + counted;
  return at < chunks.length ? { stage, next: at } : { stage: following, next: 0 };
}

/** A planner that has counted what the steps before did. */
export async function plannerOf(
  { tallies }: DatasetBuild,
  { shape, planning }: Workshop,
): Promise<ReleasePlanner> {
  const last = tallies.at(-1);
  if (last === undefined) return new ReleasePlanner(shape);
  return planning?.tally === last
    ? planning.planner
    : new ReleasePlanner(shape, await keptJson<Tally>(last));
}

/** Keeps what is counted beside what was, so that a step which is done again begins as it did. */
export async function tallied(
  { tallies, stage, next }: DatasetBuild,
  workshop: Workshop,
  planner: ReleasePlanner,
): Promise<string[]> {
  const path = `${workFolder(workshop.release)}/${stage}-${next}.json`;
  const tally = await keepJson(path, planner.tally());
  workshop.planning = { planner, tally };
  return [...tallies, tally];
}
