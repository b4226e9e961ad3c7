import { makeAutoObservable } from 'mobx';
import type { Invitation, MemberListing, Membership, Scope } from '../../typings/membership';
import type { Role } from '../../typings/vocabulary';
import { type Cloud, requestKey } from '../cloud';
import { Paged } from './paged';
import { Resource } from './resource';

/** Who may do what: invitations given and taken, and the members under one's scope. */
export class MembersStore {
  readonly acceptance = new Resource<Membership>();
  readonly invitation = new Resource<{ code: string; invitation: Invitation }>();
  readonly list = new Paged<MemberListing>();
  readonly revocation = new Resource<{ revoked: true }>();

  constructor(
    private readonly cloud: Cloud,
    private readonly onAccepted: () => void,
  ) {
    makeAutoObservable<MembersStore, 'cloud' | 'onAccepted'>(this, {
      cloud: false,
      onAccepted: false,
    });
  }

  /** Takes up an invitation; blanks and case of the code do not matter. */
  async accept(code: string): Promise<Membership | null> {
    const plain = code.replace(/[\s-]/g, '').toUpperCase();
    const membership = await this.acceptance.load(() =>
      this.cloud.call('memberships.accept', { code: plain }),
    );
    if (membership) this.onAccepted();
    return membership;
  }

  async invite(role: Role, scope: Scope, validDays: number): Promise<void> {
    const key = requestKey();
    await this.invitation.load(() =>
      this.cloud.call('memberships.invite', { requestKey: key, role, scope, validDays }),
    );
  }

  async load(): Promise<void> {
    await this.list.start((cursor) => this.cloud.call('memberships.list', { cursor }));
  }

  async revoke(membershipId: string): Promise<void> {
    const done = await this.revocation.load(() =>
      this.cloud.call('memberships.revoke', { membershipId }),
    );
    if (done) await this.load();
  }

  leave(): void {
    for (const one of [this.acceptance, this.invitation, this.list, this.revocation]) one.clear();
  }
}
