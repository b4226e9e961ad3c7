import { makeAutoObservable, runInAction } from 'mobx';
import type { Membership } from '../../typings/membership';
import type { Account } from '../../typings/registry';
import type { Role } from '../../typings/vocabulary';
import type { Cloud } from '../cloud';
import type { DeviceStorage } from '../device/storage';
import { Resource } from './resource';

const selectedKey = 'session.account';

/** Who is here: memberships, the accounts they work on, and the one that is looked at. */
export class SessionStore {
  readonly memberships = new Resource<{ memberships: Membership[] }>();
  readonly mine = new Resource<{ accounts: Account[] }>();
  selectedId: string | null = null;
  visited: Account | null = null;
  private restored = false;

  constructor(
    private readonly cloud: Cloud,
    private readonly storage: DeviceStorage,
  ) {
    makeAutoObservable<SessionStore, 'cloud' | 'storage' | 'restored'>(this, {
      cloud: false,
      storage: false,
      restored: false,
    });
  }

  /** one's own, and the one looked at last from a search */
  get accounts(): Account[] {
    const own = this.mine.value?.accounts ?? [];
    const { visited } = this;
    return visited && !own.some(({ id }) => id === visited.id) ? [visited, ...own] : own;
  }

  get account(): Account | null {
    return this.accounts.find(({ id }) => id === this.selectedId) ?? this.accounts[0] ?? null;
  }

  get ready(): boolean {
    return this.mine.value !== null;
  }

  hasRole(role: Role): boolean {
    return this.memberships.value?.memberships.some((held) => held.role === role) ?? false;
  }

  /** Remembers which account was looked at last. */
  async restore(): Promise<void> {
    if (this.restored) return;
    this.restored = true;
    const kept = await this.storage.get<string>(selectedKey);
    runInAction(() => {
      this.selectedId ??= kept;
    });
  }

  /** Loads accounts once, and again when told to. What is looked at is remembered, also when nobody chose it. */
  async open(again = false): Promise<void> {
    await this.restore();
    if (this.mine.loading || (this.ready && !again)) return;
    await this.mine.load(() => this.cloud.call('accounts.mine', {}));
    const { account } = this;
    if (account) this.select(account.id);
  }

  async loadMemberships(): Promise<void> {
    await this.memberships.load(() => this.cloud.call('memberships.mine', {}));
  }

  select(accountId: string): void {
    this.selectedId = accountId;
    void this.storage.set(selectedKey, accountId);
  }

  /** Looks at an account found by a search. */
  visit(account: Account): void {
    this.visited = account;
    this.select(account.id);
  }

  /** an account under one's supervision, not one's own */
  isVisited(accountId: string): boolean {
    return this.ready && !this.mine.value?.accounts.some(({ id }) => id === accountId);
  }

  /** No account is looked at any more but one's own. */
  forgetSelection(): void {
    this.selectedId = null;
    this.visited = null;
    void this.storage.remove(selectedKey);
  }

  /** Forgets the person: the next `open` asks anew. */
  leave(): void {
    this.memberships.clear();
    this.mine.clear();
    this.forgetSelection();
  }
}
