import { makeAutoObservable, observable } from 'mobx';
import type { RegionChoice } from '../../typings/registry';
import type { RegionCode } from '../../typings/vocabulary';
import type { Cloud } from '../cloud';
import { Resource } from './resource';

/** Regions by name, each list asked for once: they are no one's own and do not change. */
export class RegionsStore {
  readonly asking = new Resource<{ regions: RegionChoice[] }>();
  private readonly lists = observable.map<RegionCode, RegionChoice[]>({}, { deep: false });

  constructor(private readonly cloud: Cloud) {
    makeAutoObservable<RegionsStore, 'cloud' | 'lists'>(this, { cloud: false, lists: false });
  }

  /** The regions just below one; null until they are known. */
  below(prefix: RegionCode): RegionChoice[] | null {
    return this.lists.get(prefix) ?? null;
  }

  /** What a region is called, once the list that holds it is known. */
  nameOf(prefix: RegionCode): string | null {
    for (const list of this.lists.values()) {
      const found = list.find((one) => one.prefix === prefix);
      if (found) return found.name;
    }
    return null;
  }

  /** Its own name after those of the regions above it, as far as they are known; a municipality has no city. */
  pathTo(prefix: RegionCode): string[] {
    return [2, 4, 6].flatMap((length) =>
      length <= prefix.length ? (this.nameOf(prefix.slice(0, length)) ?? []) : [],
    );
  }

  async load(prefix: RegionCode): Promise<void> {
    if (this.lists.has(prefix)) return;
    const input = prefix === '' ? {} : { within: prefix };
    const found = await this.asking.load(() => this.cloud.call('accounts.regions', input));
    if (found) this.keep(prefix, found.regions);
  }

  /** Loads the lists that name a region and those above it. */
  async trace(prefix: RegionCode): Promise<void> {
    for (let length = 0; length < prefix.length; length += 2) {
      await this.load(prefix.slice(0, length));
    }
  }

  private keep(prefix: RegionCode, regions: RegionChoice[]): void {
    this.lists.set(prefix, regions);
  }
}
