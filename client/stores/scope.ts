import { makeAutoObservable } from 'mobx';
import type { ScopeState } from '../../typings/supervision';
import type { Cloud } from '../cloud';
import { Resource } from './resource';

/** 监管概览: where one of the supervisor's scopes stands. */
export class ScopeStore {
  readonly state = new Resource<ScopeState>();
  private membershipId: string | undefined;

  constructor(private readonly cloud: Cloud) {
    makeAutoObservable<ScopeStore, 'cloud' | 'membershipId'>(this, {
      cloud: false,
      membershipId: false,
    });
  }

  /** Asks anew; what stands stays on the screen meanwhile. */
  async load(): Promise<void> {
    const { membershipId } = this;
    await this.state.load(() => this.cloud.call('scores.scope', { membershipId }));
  }

  async choose(membershipId: string): Promise<void> {
    this.membershipId = membershipId;
    await this.load();
  }

  leave(): void {
    this.membershipId = undefined;
    this.state.clear();
  }
}
