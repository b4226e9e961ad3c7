import type { RegionScope, Scope } from '../../../typings/membership';
import type { Department, Level, RegionCode } from '../../../typings/vocabulary';

/** Where something lies: what a scope is held against. */
export interface Place {
  /** the agency that it belongs to; null when it is wider than one agency */
  agencyId: string | null;
  /** region code, or the prefix of one; '' is the whole country */
  region: RegionCode;
  /** null when it is not of one level */
  level: Level | null;
  department: Department | null;
  /** vendors with a contract on it */
  vendorIds: string[];
}

/** Whether a scope reaches what lies in a place. */
export function reaches(scope: Scope, place: Place): boolean {
  switch (scope.kind) {
    case 'agency':
      return scope.agencyId === place.agencyId;
    case 'region':
      return (
        place.region.startsWith(scope.regionPrefix) &&
        (!scope.levels || (place.level !== null && scope.levels.includes(place.level))) &&
        (!scope.department || scope.department === place.department)
      );
    case 'vendor':
      return place.vendorIds.includes(scope.vendorId);
    case 'datasets':
      return false;
  }
}

/** Whether two region scopes have a place in common. */
export function overlap(one: RegionScope, other: RegionScope): boolean {
  return (
    (one.regionPrefix.startsWith(other.regionPrefix) ||
      other.regionPrefix.startsWith(one.regionPrefix)) &&
    (!one.levels || !other.levels || one.levels.some((level) => other.levels?.includes(level))) &&
    (!one.department || !other.department || one.department === other.department)
  );
}

/** The places that a region scope is made of: who passes a scope on must reach them all. */
export function placesOf({ regionPrefix, levels, department }: RegionScope): Place[] {
  return (levels ?? [null]).map((level) => ({
    agencyId: null,
    region: regionPrefix,
    level,
    department: department ?? null,
    vendorIds: [],
  }));
}

export type { RegionScope };
