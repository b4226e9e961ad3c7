import { makeAutoObservable } from 'mobx';
import type { ActionInput, ActionOutput } from '../../typings/api';
import type { ApplicationListing, DatasetDownload, DatasetRelease } from '../../typings/datasets';
import { type Cloud, requestKey } from '../cloud';
import { Paged } from './paged';
import { Resource } from './resource';

/** 研究数据 as supervisors give it: releases made, applications decided on, downloads looked through. */
export class ReleasesStore {
  readonly list = new Paged<DatasetRelease>();
  readonly waiting = new Resource<ActionOutput<'datasets.waiting'>>();
  readonly columns = new Resource<ActionOutput<'datasets.columns'>>();
  readonly created = new Resource<DatasetRelease>();
  readonly release = new Resource<DatasetRelease>();
  readonly withdrawal = new Resource<DatasetRelease>();
  readonly applications = new Paged<ApplicationListing>();
  readonly downloads = new Paged<DatasetDownload>();
  readonly decision = new Resource<ApplicationListing>();
  private key = requestKey();
  /** the release whose page is open; none is worked on behind it */
  private watched: string | null = null;

  constructor(private readonly cloud: Cloud) {
    makeAutoObservable<ReleasesStore, 'cloud' | 'key' | 'watched'>(this, {
      cloud: false,
      key: false,
      watched: false,
    });
  }

  async load(): Promise<void> {
    await Promise.all([
      this.list.start((cursor) => this.cloud.call('datasets.list', { cursor })),
      this.waiting.load(() => this.cloud.call('datasets.waiting', {})),
    ]);
  }

  async loadColumns(): Promise<void> {
    this.created.clear();
    this.key = requestKey();
    if (!this.columns.value) {
      await this.columns.load(() => this.cloud.call('datasets.columns', {}));
    }
  }

  /** Starts a release; answers with its id, or null when it was refused. */
  async create(asked: Omit<ActionInput<'datasets.create'>, 'requestKey'>): Promise<string | null> {
    const { key } = this;
    const made = await this.created.load(() =>
      this.cloud.call('datasets.create', { requestKey: key, ...asked }),
    );
    // A refused request may be asked anew with other contents.
    this.key = requestKey();
    return made?.id ?? null;
  }

  /** Opens a release, and takes one that is being made to its end while its page is open. */
  async open(releaseId: string): Promise<void> {
    this.watched = releaseId;
    if (this.release.value?.id !== releaseId) this.release.clear();
    this.decision.clear();
    this.withdrawal.clear();
    const release = await this.release.load(() => this.cloud.call('datasets.get', { releaseId }));
    if (release?.status === 'building') await this.finish(releaseId);
    await this.loadUse(releaseId);
  }

  close(): void {
    this.watched = null;
  }

  /** Withdraws a release; true when it was. */
  async withdraw(releaseId: string, reason: string): Promise<boolean> {
    const withdrawn = await this.withdrawal.load(() =>
      this.cloud.call('datasets.withdraw', { releaseId, reason }),
    );
    if (withdrawn) this.release.show(withdrawn);
    return withdrawn !== null;
  }

  async decide(
    { id, releaseId }: ApplicationListing,
    approve: boolean,
    reason?: string,
  ): Promise<void> {
    const decided = await this.decision.load(() =>
      this.cloud.call('datasets.decide', {
        applicationId: id,
        approve,
        ...(reason ? { reason } : {}),
      }),
    );
    await this.afterDecision(decided, releaseId);
  }

  async revoke({ id, releaseId }: ApplicationListing, reason: string): Promise<void> {
    const revoked = await this.decision.load(() =>
      this.cloud.call('datasets.revoke', { applicationId: id, reason }),
    );
    await this.afterDecision(revoked, releaseId);
  }

  leave(): void {
    this.watched = null;
    for (const resource of [
      this.list,
      this.waiting,
      this.columns,
      this.created,
      this.release,
      this.withdrawal,
      this.applications,
      this.downloads,
      this.decision,
    ]) {
      resource.clear();
    }
  }

  /** Loads what came of a decision, one's own or that of somebody who was first. */
  private async afterDecision(own: ApplicationListing | null, releaseId: string): Promise<void> {
    if (own || this.decision.error?.code === 'conflict') await this.loadUse(releaseId);
  }

  private async finish(releaseId: string): Promise<void> {
    while (this.watched === releaseId) {
      const release = await this.release.load(() =>
        this.cloud.call('datasets.advance', { releaseId }),
      );
      if (release?.status !== 'building') return;
    }
  }

  private async loadUse(releaseId: string): Promise<void> {
    await Promise.all([
      this.applications.start(
        (cursor) => this.cloud.call('datasets.applications', { releaseId, cursor }),
        releaseId,
      ),
      this.downloads.start(
        (cursor) => this.cloud.call('datasets.downloads', { releaseId, cursor }),
        releaseId,
      ),
    ]);
  }
}
