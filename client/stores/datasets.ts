import { makeAutoObservable } from 'mobx';
import type { ActionOutput } from '../../typings/api';
import type {
  DatasetApplication,
  DatasetRelease,
  FigureColumn,
  PublishedTrend,
  ReleaseFormat,
} from '../../typings/datasets';
import { type Cloud, requestKey } from '../cloud';
import { Resource } from './resource';

/** 研究数据 as researchers take it: what is published, what they applied for, what they download. */
export class DatasetsStore {
  readonly catalogue = new Resource<ActionOutput<'datasets.catalogue'>>();
  readonly applied = new Resource<ActionOutput<'datasets.applied'>>();
  readonly published = new Resource<ActionOutput<'datasets.published'>>();
  readonly columns = new Resource<ActionOutput<'datasets.columns'>>();
  readonly trend = new Resource<PublishedTrend>();
  readonly application = new Resource<DatasetApplication>();
  readonly links = new Resource<ActionOutput<'datasets.download'>>();
  found: DatasetRelease[] = [];
  /** of the application being written: sent again, it stays one */
  private key = requestKey();

  constructor(private readonly cloud: Cloud) {
    makeAutoObservable<DatasetsStore, 'cloud' | 'key'>(this, { cloud: false, key: false });
  }

  async list(): Promise<void> {
    await Promise.all([
      this.showFirst(),
      this.applied.load(() => this.cloud.call('datasets.applied', {})),
    ]);
  }

  async more(): Promise<void> {
    const cursor = this.catalogue.value?.next;
    if (!cursor || this.catalogue.loading) return;
    const before = this.found;
    const page = await this.catalogue.load(() => this.cloud.call('datasets.catalogue', { cursor }));
    if (page) this.show([...before, ...page.items]);
  }

  async open(releaseId: string): Promise<void> {
    if (this.published.value?.release.id !== releaseId) this.published.clear();
    for (const resource of [this.application, this.links, this.trend]) resource.clear();
    this.key = requestKey();
    await Promise.all([
      this.reload(releaseId),
      this.columns.value ? null : this.columns.load(() => this.cloud.call('datasets.columns', {})),
    ]);
  }

  /** The institution of the newest application: a researcher seldom has another. */
  get institution(): string {
    return this.applied.value?.applications[0]?.institution ?? '';
  }

  async look(releaseId: string, column: FigureColumn): Promise<void> {
    await this.trend.load(() => this.cloud.call('datasets.trend', { releaseId, column }));
  }

  /** Applies; says whether it was taken. */
  async apply(
    releaseId: string,
    asked: { institution: string; purpose: string; until: string },
  ): Promise<boolean> {
    const { key } = this;
    const taken = await this.application.load(() =>
      this.cloud.call('datasets.apply', { requestKey: key, releaseId, ...asked }),
    );
    if (!taken) return false;
    this.key = requestKey();
    await this.reload(releaseId);
    return true;
  }

  async accept({ id, releaseId }: DatasetApplication): Promise<void> {
    const licence = this.columns.value?.licence.id ?? '';
    const accepted = await this.application.load(() =>
      this.cloud.call('datasets.acceptLicence', { applicationId: id, licence }),
    );
    if (accepted) await this.reload(releaseId);
  }

  async download({ id, releaseId }: DatasetApplication, format: ReleaseFormat): Promise<void> {
    this.links.clear();
    const links = await this.links.load(() =>
      this.cloud.call('datasets.download', { applicationId: id, format }),
    );
    // Refused: what stood on the page has changed meanwhile.
    if (!links) await this.reload(releaseId);
  }

  leave(): void {
    for (const resource of [
      this.catalogue,
      this.applied,
      this.published,
      this.columns,
      this.trend,
      this.application,
      this.links,
    ]) {
      resource.clear();
    }
    this.show([]);
  }

  private async reload(releaseId: string): Promise<void> {
    await this.published.load(() => this.cloud.call('datasets.published', { releaseId }));
  }

  private async showFirst(): Promise<void> {
    const page = await this.catalogue.load(() => this.cloud.call('datasets.catalogue', {}));
    if (page) this.show(page.items);
  }

  private show(releases: DatasetRelease[]): void {
    this.found = releases;
  }
}
