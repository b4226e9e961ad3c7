import { makeAutoObservable } from 'mobx';
import type { RuleSet } from '../../typings/inspection-rules';
import type { Cloud } from '../cloud';
import { Resource } from './resource';

/** 检查细则: the same for everyone, so they are asked for once. */
export class RuleSets {
  readonly asked = new Resource<{ ruleSets: RuleSet[] }>();

  constructor(private readonly cloud: Cloud) {
    makeAutoObservable<RuleSets, 'cloud'>(this, { cloud: false });
  }

  get all(): RuleSet[] {
    return this.asked.value?.ruleSets ?? [];
  }

  /** null while they are not known */
  find(id: string): RuleSet | null {
    return this.all.find((one) => one.id === id) ?? null;
  }

  async load(): Promise<void> {
    if (this.asked.value) return;
    await this.asked.load(() => this.cloud.call('inspections.ruleSets', {}));
  }
}
