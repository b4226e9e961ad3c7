import type { ColumnSummary, Disclosure, ReleaseFile } from '../../typings/datasets';
import type { Instant } from '../../typings/vocabulary';
import { collection, command, type Document } from './collection';

/** A file of a release, with where the storage keeps it. */
export interface StoredReleaseFile extends ReleaseFile {
  fileId: string;
}

export type BuildStage = 'collect' | 'plan' | 'weigh' | 'write' | 'assemble' | 'document' | 'clean';

/**
 * A release being made: what is done next. Every step writes the same files when it is done again, so
 * that a killed one is simply repeated.
 */
export interface DatasetBuild extends Document {
  stage: BuildStage;
  /** number of the next chunk or part of the stage */
  next: number;
  /** of the pseudonyms; goes with this document when the release is done */
  key: string;
  /** place of the last account read; null before the first */
  after: string | null;
  /** accounts read */
  accounts: number;
  /** chunks of collected rows */
  chunks: string[];
  /** files of what the plan's steps counted, each with all before it */
  tallies: string[];
  /** the kept plan's file */
  plan: string | null;
  /** files of published rows, by part and chunk */
  spread: string[][];
  files: StoredReleaseFile[];
  /** of the plan */
  disclosure: Disclosure | null;
  summaries: ColumnSummary[];
  /** Chinese: why the release must not be; null while nothing speaks against it */
  refusal: string | null;
  sample: boolean;
  /** until then another call is at work on it */
  leasedUntil: Instant;
}

/** A release before its first step. */
export function newBuild(releaseId: string, key: string): DatasetBuild {
  return {
    _id: releaseId,
    stage: 'collect',
    next: 0,
    key,
    after: null,
    accounts: 0,
    chunks: [],
    tallies: [],
    plan: null,
    spread: [],
    files: [],
    disclosure: null,
    summaries: [],
    refusal: null,
    sample: false,
    leasedUntil: '',
  };
}

const builds = collection<DatasetBuild>('dataset-builds');

const mostAtOnce = 20;

export function findBuild(releaseId: string): Promise<DatasetBuild | null> {
  return builds.find(releaseId);
}

/** Builds that nobody is at work on. */
export function idleBuilds(now: Instant): Promise<DatasetBuild[]> {
  return builds.list({ leasedUntil: command.lt(now) }, { limit: mostAtOnce });
}

/** Takes a build to work on; false when another call has it. */
export async function leaseBuild(build: DatasetBuild, until: Instant): Promise<boolean> {
  const { _id, leasedUntil } = build;
  return (await builds.change({ _id, leasedUntil }, { leasedUntil: until })) > 0;
}

export async function endLease(id: string, leasedUntil: Instant): Promise<void> {
  await builds.change({ _id: id, leasedUntil }, { leasedUntil: '' });
}

/** Keeps what a step did, if the build still stands where the step began; says whether it did. */
export async function keepStep(before: DatasetBuild, after: DatasetBuild): Promise<boolean> {
  const { _id, stage, next } = before;
  const { _id: _, leasedUntil, ...fields } = after;
  const whole = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, command.set(value)]),
  );
  return (await builds.change({ _id, stage, next }, whole)) > 0;
}
