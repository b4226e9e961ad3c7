import type { RegionScope } from '../../domain/access/scopes';
import type { StoredMembership } from '../../records/memberships';

/** The region scopes that someone supervises. */
export function supervisedBy(memberships: StoredMembership[]): RegionScope[] {
  return memberships.flatMap(({ role, scope }) =>
    role === 'supervisor' && scope.kind === 'region' ? [scope] : [],
  );
}
