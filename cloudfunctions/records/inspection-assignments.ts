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

/** How much of an inspection someone has still to judge. */
export function countOpen(inspectionId: string, inspector: string): Promise<number> {
  return assignments.count({ inspector, done: false, inspectionId });
}

/** What of an inspection someone has still to judge, from an order on. */
export function openOf(
  inspectionId: string,
  inspector: string,
  after: string,
  limit: number,
): Promise<AssignmentDocument[]> {
  const filter = { inspector, done: false, order: command.gt(after), inspectionId };
  return assignments.list(filter, { limit, order: ['order', 'asc'] });
}

/** Everybody's part in some records. */
export function assignmentsOf(recordIds: string[]): Promise<AssignmentDocument[]> {
  const slots = ['a', 'b', 'c'] as const;
  return assignments.listIn(
    '_id',
    recordIds.flatMap((id) => slots.map((slot) => assignmentId(id, slot))),
  );
}

/** Gives to another what someone has not judged; what is judged meanwhile stays. */
export async function handOver(
  { _id, inspector }: AssignmentDocument,
  to: Pick<AssignmentDocument, 'inspector' | 'order'>,
): Promise<void> {
  await assignments.change({ _id, inspector, done: false }, to);
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
