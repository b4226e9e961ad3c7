import { type Place, placesOf, type RegionScope } from '../../domain/access/scopes';
import type { Subject } from '../../handler/action';

/** A scope that must be reached whole. */
export interface ScopeSubject extends Subject {
  /** all that the scope is made of: who acts on it must reach each */
  places: Place[];
}

/** Where a scope lies. */
export function scopeSubject(scope: RegionScope): ScopeSubject | null {
  const places = placesOf(scope);
  const [place] = places;
  return place ? { place, places } : null;
}

/** The scope that the caller named. */
export async function namedScope({ scope }: { scope: RegionScope }): Promise<ScopeSubject | null> {
  const subject = scopeSubject(scope);
  return subject && { ...subject, named: true };
}
