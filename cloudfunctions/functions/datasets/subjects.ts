import type { RegionScope } from '../../../typings/membership';
import { type Place, placesOf, reaches } from '../../domain/access/scopes';
import type { Subject } from '../../handler/action';
import { findApplication, type StoredApplication } from '../../records/dataset-applications';
import { findRelease, type StoredRelease } from '../../records/dataset-releases';

/** A scope that must be reached whole. */
export interface ScopeSubject extends Subject {
  places: Place[];
}

export interface ReleaseSubject extends ScopeSubject {
  release: StoredRelease;
}

export interface ApplicationSubject extends ReleaseSubject {
  application: StoredApplication;
}

/** The scope that a release is to be made of. */
export async function theScope({ scope }: { scope: RegionScope }): Promise<ScopeSubject | null> {
  const places = placesOf(scope);
  const [place] = places;
  return place ? { place, places } : null;
}

/** The release that a supervisor's action is about. */
export async function theRelease({
  releaseId,
}: {
  releaseId: string;
}): Promise<ReleaseSubject | null> {
  const release = await findRelease(releaseId);
  const subject = release && (await theScope(release));
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
