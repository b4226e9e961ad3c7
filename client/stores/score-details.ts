import { makeAutoObservable } from 'mobx';
import type { Attribution, PeerStanding, SchemeSummary, TargetPlan } from '../../typings/indices';
import type { RunningForecast, ScoreDetail, StoredScore } from '../../typings/overview';
import type { PeriodId } from '../../typings/vocabulary';
import type { Cloud } from '../cloud';
import { Resource } from './resource';

/** Which score the detail pages speak of. */
export interface ScoreSubject {
  accountId: string;
  period: PeriodId;
  scheme?: string;
}

/** What stands behind a score, asked for page by page. */
export class ScoreDetailsStore {
  readonly detail = new Resource<ScoreDetail>();
  readonly attribution = new Resource<Attribution>();
  readonly peers = new Resource<PeerStanding>();
  readonly target = new Resource<TargetPlan>();
  readonly forecast = new Resource<RunningForecast>();
  readonly schemes = new Resource<{ schemes: SchemeSummary[] }>();
  readonly revision = new Resource<StoredScore>();
  subject: ScoreSubject | null = null;

  constructor(private readonly cloud: Cloud) {
    makeAutoObservable<ScoreDetailsStore, 'cloud'>(this, { cloud: false });
  }

  /** Says which score the pages speak of; what was known of another is forgotten. */
  about(subject: ScoreSubject): void {
    const { subject: before } = this;
    const same =
      before?.accountId === subject.accountId &&
      before.period === subject.period &&
      before.scheme === subject.scheme;
    this.subject = subject;
    if (!same) this.forget();
  }

  /** A submission may have changed every one of them. */
  forget(): void {
    for (const resource of [
      this.detail,
      this.attribution,
      this.peers,
      this.target,
      this.forecast,
      this.revision,
    ]) {
      resource.clear();
    }
  }

  async loadDetail(): Promise<void> {
    const { subject } = this;
    if (subject) await this.detail.load(() => this.cloud.call('scores.detail', subject));
  }

  /** The difference to another period, term by term. */
  async compareWith(otherPeriod: PeriodId): Promise<void> {
    const { subject } = this;
    if (!subject) return;
    await this.attribution.load(() =>
      this.cloud.call('scores.compare', { ...subject, otherPeriod }),
    );
  }

  async loadPeers(): Promise<void> {
    const { subject } = this;
    if (subject) await this.peers.load(() => this.cloud.call('scores.peers', subject));
  }

  async planFor(target: number): Promise<void> {
    const { subject } = this;
    if (!subject) return;
    await this.target.load(() => this.cloud.call('scores.target', { ...subject, target }));
  }

  async loadForecast(): Promise<void> {
    const { subject } = this;
    if (!subject) return;
    const { accountId } = subject;
    await this.forecast.load(() => this.cloud.call('scores.forecast', { accountId }));
  }

  async loadSchemes(): Promise<void> {
    if (this.schemes.value) return;
    await this.schemes.load(() => this.cloud.call('scores.schemes', {}));
  }

  async loadRevision(revision: number): Promise<void> {
    const { subject } = this;
    const scheme = this.detail.value?.score.scheme ?? subject?.scheme;
    if (!subject || !scheme) return;
    const { accountId, period } = subject;
    await this.revision.load(() =>
      this.cloud.call('scores.revision', { accountId, period, scheme, revision }),
    );
  }
}
