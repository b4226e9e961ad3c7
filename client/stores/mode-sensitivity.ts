import { makeAutoObservable } from 'mobx';
import type { SensitivityTable } from '../../typings/recommendation';
import type { Cloud } from '../cloud';
import { Resource } from './resource';

/** 敏感性: which numbers of the model, and which facts, could turn the recommendation. */
export class ModeSensitivityStore {
  readonly table = new Resource<SensitivityTable>();

  constructor(private readonly cloud: Cloud) {
    makeAutoObservable<ModeSensitivityStore, 'cloud'>(this, { cloud: false });
  }

  async open(accountId: string): Promise<void> {
    this.table.clear();
    await this.table.load(() => this.cloud.call('modes.sensitivity', { accountId }));
  }

  leave(): void {
    this.table.clear();
  }
}
