import { type RegionScope, reaches } from '../../domain/access/scopes';
import type { Inspector } from '../../domain/inspections';
import { notFound, Refusal } from '../../handler/refusal';
import { findMembership, membershipsOf } from '../../records/memberships';

/** The people behind memberships in one's scope, with the agencies that they may not judge. */
export async function chosenInspectors(
  membershipIds: string[],
  scopes: RegionScope[],
): Promise<Inspector[]> {
  const chosen = await Promise.all(membershipIds.map(findMembership));
  return Promise.all(
    chosen.map(async (membership) => {
      const inScope =
        membership !== null &&
        membership.revokedAt === null &&
        (membership.role === 'supervisor' || membership.role === 'staff') &&
        scopes.some((scope) => reaches(scope, membership.seat));
      if (!inScope) throw new Refusal(notFound);
      const held = await membershipsOf(membership.member);
      const agencyIds = held.flatMap(({ scope }) =>
        scope.kind === 'agency' ? [scope.agencyId] : [],
      );
      return { member: membership.member, agencyIds };
    }),
  );
}
