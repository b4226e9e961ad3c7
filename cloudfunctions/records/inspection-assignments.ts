import type { JudgementInput } from '../../typings/inspections';
import { collection, command, type Document } from './collection';

/** One record for one inspector. `slot` c is the third, who decides. */
export interface AssignmentDocument extends Document {
  recordId: string;
  inspectionId: string;
  slot: 'a' | 'b' | 'c';
  /** keyed hash of the inspector's openid */
  inspector: string;
  done: boolean;
  /** re-checks first, then a lot of this inspector's own, so that two lists never tell what they share */
  order: string;
  judgement: JudgementInput | null;
}

const assignments = collection<AssignmentDocument>('inspection-assignments');

export const assignmentId = (recordId: string, slot: AssignmentDocument['slot']): string =>
  `${recordId}-${slot}`;

export function findAssignment(id: string): Promise<AssignmentDocument | null> {
  return assignments.find(id);
}

/** Adds assignments that are not there yet. */
export async function addAssignments(documents: AssignmentDocument[]): Promise<void> {
  await assignments.addMissing(documents);
}

/** What an inspector has still to judge, in the order of that inspector's lots. */
export async function openAssignments(
  inspector: string,
  after: string | null,
  limit: number,
): Promise<{ items: AssignmentDocument[]; next: string | null }> {
  const order = command.gt(after ?? '');
  const found = await assignments.list(
    { inspector, done: false, order },
    { limit: limit + 1, order: ['order', 'asc'] },
  );
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.order ?? null) : null };
}
