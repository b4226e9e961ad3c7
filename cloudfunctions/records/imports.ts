import type { Instant } from '../../typings/vocabulary';
import { idOf } from '../platform/random';
import { collection, type Document } from './collection';

export interface ImportCounts {
  added: number;
  changed: number;
  unchanged: number;
}

/** A bulk import under way or done. */
export interface ImportJob extends Document {
  digest: string;
  counts: ImportCounts;
  startedAt: Instant;
  done: boolean;
}

const imports = collection<ImportJob>('imports');

export const importId = (who: string, requestKey: string): string => idOf(who, requestKey);

export function findImport(id: string): Promise<ImportJob | null> {
  return imports.find(id);
}

/** Takes an import to run; false when another call has it. */
export function startImport(job: Omit<ImportJob, 'done'>): Promise<boolean> {
  return imports.addOnce({ ...job, done: false });
}

/** Takes over an import that was left unfinished; false when another call did so first. */
export async function takeOverImport(job: ImportJob, startedAt: Instant): Promise<boolean> {
  return (await imports.change({ _id: job._id, startedAt: job.startedAt }, { startedAt })) > 0;
}

export async function finishImport(id: string): Promise<void> {
  await imports.change({ _id: id }, { done: true });
}
