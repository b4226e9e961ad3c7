import { makeAutoObservable } from 'mobx';
import type { Answer, Page } from '../../typings/answer';
import { Resource } from './resource';

type Ask<T> = (cursor: string | undefined) => Promise<Answer<Page<T>>>;

/** A list that comes a page at a time; a new question starts it over. */
export class Paged<T> {
  readonly page = new Resource<Page<T>>();
  rows: T[] = [];
  private ask: Ask<T> | null = null;
  private about = '';

  constructor() {
    makeAutoObservable<Paged<T>, 'ask' | 'about'>(this, { ask: false, about: false });
  }

  /** Rows stay until the new ones are there, unless they are about something else. */
  async start(ask: Ask<T>, about = ''): Promise<void> {
    if (about !== this.about) this.clear();
    this.ask = ask;
    this.about = about;
    const page = await this.page.load(() => ask(undefined));
    if (page) this.show(page.items);
  }

  get hasMore(): boolean {
    return this.page.value?.next != null;
  }

  /** Adds the next page to the rows. */
  async more(): Promise<void> {
    const cursor = this.page.value?.next;
    const { ask } = this;
    if (!cursor || !ask || this.page.loading) return;
    const before = this.rows;
    const page = await this.page.load(() => ask(cursor));
    if (page) this.show([...before, ...page.items]);
  }

  clear(): void {
    this.ask = null;
    this.rows = [];
    this.page.clear();
  }

  private show(rows: T[]): void {
    this.rows = rows;
  }
}
