import * as v from 'valibot';
import type { Membership } from '../../typings/membership';
import { grants } from '../domain/access/grants.data';
import { handler } from '../handler';
import { type ActionTable, action } from '../handler/action';
import { Refusal, unwrap } from '../handler/refusal';
import { momentOf } from '../platform/clock';
import { keyedHash } from '../platform/identity';
import { codeFrom, normalCode } from '../platform/random';
import { countFailedAttempt, failedAttempts } from '../records/attempts';
import { acceptInvitation, addInvitation } from '../records/invitations';
import {
  findMembership,
  membershipsWithin,
  revokeMembership,
  type StoredMembership,
} from '../records/memberships';
import { invitedPlace } from './memberships/invited-place';
import * as inputs from './shared/inputs';
import { supervisedBy } from './shared/supervised';

const dayLength = 86_400_000;
const mostDays = 30;
const pageSize = 30;
const mostFailures = 10;

export const actions = {
  mine: action({
    input: inputs.nothing,
    allow: grants['memberships.mine'],
    run: (_, { memberships }) => ({ memberships: memberships.map(shown) }),
  }),

  invite: action({
    input: v.strictObject({
      requestKey: inputs.requestKey,
      role: inputs.role,
      scope: inputs.scope,
      validDays: v.pipe(inputs.wholeNumber(mostDays), v.minValue(1, '至少一天。')),
    }),
    allow: grants['memberships.invite'],
    changes: true,
    subject: invitedPlace,
    async run({ requestKey, role, scope, validDays }, { who, subject, now, require }) {
      for (const place of subject.places) require(place);
      // The same request gives the same code, though the code is kept nowhere.
      const code = codeFrom(keyedHash('code', who, requestKey));
      const expiresAt = momentOf(Date.parse(now.instant) + validDays * dayLength).instant;
      const invitation = await addInvitation(
        keyedHash('invitation', code),
        { role, scope, label: subject.label, expiresAt },
        { seat: subject.place, createdBy: who },
      );
      return { code, invitation };
    },
  }),

  accept: action({
    input: v.strictObject({ code: inputs.text(40) }),
    allow: grants['memberships.accept'],
    changes: true,
    async run({ code }, { who, now }) {
      if ((await failedAttempts(who, now.instant)) >= mostFailures) {
        throw new Refusal({ code: 'rate-limited', message: '输错次数过多，请一小时后再试。' });
      }
      const hash = keyedHash('invitation', normalCode(code));
      const accepted = await acceptInvitation(hash, who, now.instant);
      if (!accepted.ok) await countFailedAttempt(who, now.instant);
      return shown(unwrap(accepted));
    },
  }),

  list: action({
    input: v.strictObject({ cursor: v.optional(inputs.cursor) }),
    allow: grants['memberships.list'],
    async run({ cursor }, { who, memberships }) {
      const page = await membershipsWithin(supervisedBy(memberships), cursor ?? null, pageSize);
      const items = page.items.map((membership) => ({
        ...shown(membership),
        alias: membership.alias,
        revocable: membership.member !== who,
      }));
      return { items, next: page.next };
    },
  }),

  revoke: action({
    input: v.strictObject({ membershipId: inputs.id }),
    allow: grants['memberships.revoke'],
    changes: true,
    async subject({ membershipId }) {
      const membership = await findMembership(membershipId);
      return membership && { membership, place: membership.seat };
    },
    async run({ membershipId }, { who, subject, now }) {
      if (subject.membership.member === who) {
        throw new Refusal({
          code: 'conflict',
          message: '不能撤销自己的身份，请由上级主管部门操作。',
        });
      }
      await revokeMembership(membershipId, now.instant);
      return { revoked: true as const };
    },
  }),
} satisfies ActionTable<'memberships'>;

export const main = handler('memberships', actions);

function shown({ id, role, scope, label, grantedAt }: StoredMembership): Membership {
  return { id, role, scope, label, grantedAt };
}
