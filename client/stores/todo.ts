import { makeAutoObservable } from 'mobx';
import type { TodoItem } from '../../typings/updates';
import type { Cloud } from '../cloud';
import { Resource } from './resource';

/** 待办: what the accounts that one runs have to do, as things stand. */
export class TodoStore {
  readonly resource = new Resource<{ items: TodoItem[] }>();

  constructor(private readonly cloud: Cloud) {
    makeAutoObservable<TodoStore, 'cloud'>(this, { cloud: false });
  }

  get items(): TodoItem[] {
    return this.resource.value?.items ?? [];
  }

  of(accountId: string): TodoItem[] {
    return this.items.filter((item) => item.accountId === accountId);
  }

  async load(): Promise<void> {
    await this.resource.load(() => this.cloud.call('inspections.todo', {}));
  }

  leave(): void {
    this.resource.clear();
  }
}
