import { overlap, type RegionScope } from '../../domain/access/scopes';
import { outsideScope, Refusal } from '../../handler/refusal';
import type { StoredMembership } from '../../records/memberships';

/** The region scopes that someone supervises. */
export function supervisedBy(memberships: StoredMembership[]): RegionScope[] {
  return memberships.flatMap(({ role, scope }) =>
    role === 'supervisor' && scope.kind === 'region' ? [scope] : [],
  );
}

/**
 * The region scopes that someone supervises, for a list narrowed to part of them; throws `forbidden`
 * when what is asked for lies outside of all.
 */
export function supervisedIn(
  memberships: StoredMembership[],
  { regionPrefix = '', levels, department }: Partial<Omit<RegionScope, 'kind'>>,
): RegionScope[] {
  const scopes = supervisedBy(memberships);
  const asked: RegionScope = { kind: 'region', regionPrefix, levels, department };
  if (!scopes.some((scope) => overlap(scope, asked))) throw new Refusal(outsideScope);
  return scopes;
}
