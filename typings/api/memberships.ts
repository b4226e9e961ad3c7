import type { Page } from '../answer';
import type { Invitation, MemberListing, Membership, Scope } from '../membership';
import type { Role } from '../vocabulary';

export interface MembershipsApi {
  'memberships.mine': (input: Record<string, never>) => { memberships: Membership[] };
  'memberships.invite': (input: {
    requestKey: string;
    role: Role;
    scope: Scope;
    validDays: number;
  }) => { code: string; invitation: Invitation };
  'memberships.accept': (input: { code: string }) => Membership;
  'memberships.list': (input: { cursor?: string }) => Page<MemberListing>;
  'memberships.revoke': (input: { membershipId: string }) => { revoked: true };
}
