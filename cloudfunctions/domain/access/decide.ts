import type { Membership } from '../../../typings/membership';
import type { Grant } from './grants.data';
import { type Place, reaches } from './scopes';

/** The membership that allowed (null where everyone may), or why not. */
export type Decision<M extends Membership = Membership> =
  | { allowed: true; by: M | null }
  | { allowed: false; refusal: 'not-found' | 'forbidden' };

/**
 * Decides on an action from the caller's memberships and the place of what it is about.
 *
 * What no membership reaches is `not-found`, whether it exists (a place) or not (null). What one
 * reaches without the right to this action is `forbidden`.
 */
export function decide<M extends Membership>(
  grant: Grant,
  memberships: readonly M[],
  place: Place | null,
): Decision<M> {
  if (grant.about === 'nothing') return decideAlone(grant, memberships);
  if (place === null) return { allowed: false, refusal: 'not-found' };
  const reaching = memberships.filter(({ scope }) => reaches(scope, place));
  const by = reaching.find(({ role }) => hasRight(grant, role));
  if (by) return { allowed: true, by };
  return { allowed: false, refusal: reaching.length > 0 ? 'forbidden' : 'not-found' };
}

function decideAlone<M extends Membership>(grant: Grant, memberships: readonly M[]): Decision<M> {
  if (grant.roles === 'everyone') return { allowed: true, by: null };
  const by = memberships.find(({ role }) => hasRight(grant, role));
  return by ? { allowed: true, by } : { allowed: false, refusal: 'forbidden' };
}

function hasRight(grant: Grant, role: Membership['role']): boolean {
  return grant.roles === 'everyone' || grant.roles.includes(role);
}
