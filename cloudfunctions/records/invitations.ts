import type { ApiError } from '../../typings/answer';
import type { Invitation, Scope } from '../../typings/membership';
import type { Result } from '../../typings/result';
import type { Instant, Role } from '../../typings/vocabulary';
import type { Place } from '../domain/access/scopes';
import { idOf } from '../platform/random';
import { collection, inOneUnit } from './collection';
import {
  fromDocument,
  type MembershipDocument,
  type StoredMembership,
  toDocument,
} from './memberships';

interface InvitationDocument extends Invitation {
  /** the code's keyed hash: the code itself is kept nowhere */
  _id: string;
  seat: Place;
  createdBy: string;
  acceptedBy: string | null;
}

const invitations = collection<InvitationDocument>('invitations');

const unknown: ApiError = { code: 'not-found', message: '邀请码不正确，请核对后重新输入。' };
const used: ApiError = {
  code: 'conflict',
  message: '邀请码已被使用，请向主管部门索取新的邀请码。',
};
const expired: ApiError = {
  code: 'conflict',
  message: '邀请码已过期，请向主管部门索取新的邀请码。',
};

/** Keeps an invitation under its code's hash; one that stands already stays as it is. */
export async function addInvitation(
  codeHash: string,
  invitation: { role: Role; scope: Scope; label: string; expiresAt: Instant },
  { seat, createdBy }: { seat: Place; createdBy: string },
): Promise<Invitation> {
  const document = { _id: codeHash, ...invitation, seat, createdBy, acceptedBy: null };
  if (await invitations.addOnce(document)) return invitation;
  const { role, scope, label, expiresAt } = (await invitations.find(codeHash)) ?? invitation;
  return { role, scope, label, expiresAt };
}

/**
 * Makes the one membership that an invitation is for; the same person again is given the same one.
 * Errors: `not-found`, and `conflict` for a code that is used or expired.
 */
export function acceptInvitation(
  codeHash: string,
  who: string,
  now: Instant,
): Promise<Result<StoredMembership>> {
  return inOneUnit(async (unit) => {
    const invitation = await unit.find<InvitationDocument>('invitations', codeHash);
    if (!invitation) return { ok: false, error: unknown };
    const id = idOf('membership', codeHash);
    if (invitation.acceptedBy === who) {
      const standing = await unit.find<MembershipDocument>('memberships', id);
      if (standing && standing.revokedAt === null)
        return { ok: true, value: fromDocument(standing) };
    }
    if (invitation.acceptedBy !== null) return { ok: false, error: used };
    if (invitation.expiresAt <= now) return { ok: false, error: expired };
    const membership: StoredMembership = {
      id,
      role: invitation.role,
      scope: invitation.scope,
      label: invitation.label,
      grantedAt: now,
      member: who,
      alias: aliasOf(who),
      seat: invitation.seat,
      grantedBy: invitation.createdBy,
      revokedAt: null,
    };
    await unit.change('invitations', codeHash, { acceptedBy: who });
    await unit.add('memberships', toDocument(membership));
    return { ok: true, value: membership };
  });
}

/** Four letters that tell members apart without saying who they are. */
export function aliasOf(who: string): string {
  return `成员 ${who.slice(0, 4).toUpperCase()}`;
}
