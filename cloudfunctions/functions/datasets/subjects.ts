import type { RegionScope } from '../../../typings/membership';
import { placesOf, reaches } from '../../domain/access/scopes';
import { findApplication, type StoredApplication } from '../../records/dataset-applications';
import { findRelease, type StoredRelease } from '../../records/dataset-releases';
import { type ScopeSubject, scopeSubject } from '../shared/scope-subject';

export interface ReleaseSubject extends ScopeSubject {
  release: StoredRelease;
}

export interface ApplicationSubject extends ReleaseSubject {
  application: StoredApplication;
}

/** The release that a supervisor's action is about. */
export async function theRelease({
  releaseId,
}: {
  releaseId: string;
}): Promise<ReleaseSubject | null> {
  const release = await findRelease(releaseId);
  const subject = release && scopeSubject(release.scope);
  return release && subject && { ...subject, release };
}

/** The application that a supervisor's action is about: it lies where its release does. */
export async function theApplication({
  applicationId,
}: {
  applicationId: string;
}): Promise<ApplicationSubject | null> {
  const application = await findApplication(applicationId);
  const subject = application && (await theRelease(application));
  return application && subject && { ...subject, application };
}

/** Whether something lies whole within one of the scopes. */
export function within(scopes: readonly RegionScope[]) {
  return ({ scope }: { scope: RegionScope }): boolean =>
    scopes.some((own) => placesOf(scope).every((place) => reaches(own, place)));
}
