import type { Subject } from '../../handler/action';
import { findRecord, placeOfRecord, type RecordDocument } from '../../records/inspection-records';
import { findInspection, type InspectionDocument } from '../../records/inspections';
import type { StoredMembership } from '../../records/memberships';
import { type ScopeSubject, scopeSubject } from '../shared/scope-subject';

export interface InspectionSubject extends ScopeSubject {
  inspection: InspectionDocument;
}

export interface RecordSubject extends Subject {
  record: RecordDocument;
}

/** The inspection that an action is about. */
export async function theInspection({
  inspectionId,
}: {
  inspectionId: string;
}): Promise<InspectionSubject | null> {
  const inspection = await findInspection(inspectionId);
  const subject = inspection && scopeSubject(inspection.scope);
  return subject && { inspection, ...subject };
}

/** The record that an action is about. */
export async function theRecord({ recordId }: { recordId: string }): Promise<RecordSubject | null> {
  const record = await findRecord(recordId);
  return record && { record, place: placeOfRecord(record) };
}

/** The agencies that someone is of. */
export function agenciesOf(memberships: StoredMembership[]): string[] {
  return memberships.flatMap(({ scope }) => (scope.kind === 'agency' ? [scope.agencyId] : []));
}
