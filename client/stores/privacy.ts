import { makeAutoObservable } from 'mobx';
import type { ActionOutput } from '../../typings/api';
import type { Erasure, PersonalField } from '../../typings/privacy';
import type { Cloud } from '../cloud';
import { Resource } from './resource';

/** 我的数据: what is kept of a person, to take along or to leave behind. */
export class PrivacyStore {
  readonly inventory = new Resource<{ fields: PersonalField[] }>();
  readonly exported = new Resource<ActionOutput<'privacy.export'>>();
  readonly erasure = new Resource<Erasure>();

  constructor(private readonly cloud: Cloud) {
    makeAutoObservable<PrivacyStore, 'cloud'>(this, { cloud: false });
  }

  async load(): Promise<void> {
    await this.inventory.load(() => this.cloud.call('privacy.inventory', {}));
  }

  async takeAlong(): Promise<void> {
    await this.exported.load(() => this.cloud.call('privacy.export', {}));
  }

  /** Leaves for good; says whether it was done. */
  async erase(): Promise<boolean> {
    const done = await this.erasure.load(() =>
      this.cloud.call('privacy.erase', { confirm: '注销' }),
    );
    return done !== null;
  }

  leave(): void {
    for (const resource of [this.inventory, this.exported, this.erasure]) resource.clear();
  }
}
