import type { RegionScopeInput } from '../../../typings/inspections';
import { type Place, placesOf } from '../../domain/access/scopes';
import type { Subject } from '../../handler/action';
import { findRecord, placeOfRecord, type RecordDocument } from '../../records/inspection-records';
import { findInspection, type InspectionDocument } from '../../records/inspections';
import type { StoredMembership } from '../../records/memberships';

export interface InspectionSubject extends Subject {
  inspection: InspectionDocument;
  /** all that the scope is made of: who acts on it must reach each */
  places: Place[];
}

export interface RecordSubject extends Subject {
  record: RecordDocument;
}

/** Where an inspection of a scope lies. */
export function scopeSubject(scope: RegionScopeInput): { place: Place; places: Place[] } | null {
  const places = placesOf(scope);
  const [place] = places;
  return place ? { place, places } : null;
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
