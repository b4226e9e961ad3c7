import { placesOf, reaches } from '../../domain/access/scopes';
import { found } from '../../handler/refusal';
import type { StoredMembership } from '../../records/memberships';
import { findReport, type ReportDocument } from '../../records/reports';
import { type ScopeSubject, scopeSubject } from '../shared/scope-subject';
import { supervisedBy } from '../shared/supervised';

/** The report that a supervisor's action is about: it lies where its scope does. */
export async function theReport({
  reportId,
}: {
  reportId: string;
}): Promise<(ScopeSubject & { report: ReportDocument }) | null> {
  const report = await findReport(reportId);
  const subject = report && scopeSubject(report.scope);
  return report && subject && { ...subject, report };
}

export function supervises(memberships: StoredMembership[], { scope }: ReportDocument): boolean {
  const own = supervisedBy(memberships);
  return placesOf(scope).every((place) => own.some((one) => reaches(one, place)));
}

/** A report that the caller supervises, or that is published. */
export async function readable(
  id: string,
  memberships: StoredMembership[],
): Promise<ReportDocument> {
  const report = found(await findReport(id));
  const isOpen = report.state === 'published' || supervises(memberships, report);
  return found(isOpen ? report : null);
}
