import { makeAutoObservable, observable } from 'mobx';
import type { MetricDefinition, SchemeSummary } from '../../typings/indices';
import type {
  Attribution,
  PeerStanding,
  RankUncertainty,
  TargetPlan,
} from '../../typings/insights';
import type { RunningForecast, ScoreDetail, StoredScore } from '../../typings/overview';
import type { Account } from '../../typings/registry';
import type { MetricName, PeriodId } from '../../typings/vocabulary';
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
  /** the same of the period before */
  readonly peersBefore = new Resource<PeerStanding>();
  readonly rank = new Resource<{ rank: RankUncertainty | null }>();
  readonly metrics = new Resource<{ metrics: MetricDefinition[] }>();
  /** accounts found to be compared with */
  readonly others = new Resource<{ items: Account[] }>();
  readonly target = new Resource<TargetPlan>();
  /** the farthest that a lever may be planned to, as the person said */
  limits: Partial<Record<MetricName, number>> = {};
  readonly forecast = new Resource<RunningForecast>();
  readonly schemes = new Resource<{ schemes: SchemeSummary[] }>();
  readonly revision = new Resource<StoredScore>();
  subject: ScoreSubject | null = null;

  constructor(private readonly cloud: Cloud) {
    makeAutoObservable<ScoreDetailsStore, 'cloud'>(this, {
      cloud: false,
      subject: observable.ref,
    });
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
    this.limits = {};
    for (const resource of [
      this.detail,
      this.attribution,
      this.peers,
      this.peersBefore,
      this.rank,
      this.others,
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
    this.attribution.clear();
    await this.attribution.load(() =>
      this.cloud.call('scores.compare', { ...subject, otherPeriod }),
    );
  }

  async loadPeers(): Promise<void> {
    const { subject } = this;
    if (subject) await this.peers.load(() => this.cloud.call('scores.peers', subject));
  }

  async loadPeersBefore(period: PeriodId): Promise<void> {
    const { subject } = this;
    if (!subject) return;
    await this.peersBefore.load(() => this.cloud.call('scores.peers', { ...subject, period }));
  }

  /** The difference to another account in the same period. */
  async compareWithAccount(otherAccountId: string): Promise<void> {
    const { subject } = this;
    if (!subject) return;
    this.attribution.clear();
    await this.attribution.load(() =>
      this.cloud.call('scores.compare', { ...subject, otherAccountId }),
    );
  }

  /** A supervisor finds any account in scope by its name. */
  async findOthers(query: string): Promise<void> {
    await this.others.load(() => this.cloud.call('accounts.search', { query }));
  }

  async loadRank(): Promise<void> {
    const { subject } = this;
    if (subject) await this.rank.load(() => this.cloud.call('scores.rank', subject));
  }

  async loadMetrics(): Promise<void> {
    if (this.metrics.value) return;
    await this.metrics.load(() => this.cloud.call('scores.metrics', {}));
  }

  /** A metric's unit, once its definitions have come. */
  unitOf(metric: MetricName): string | null {
    return this.metrics.value?.metrics.find((one) => one.metric === metric)?.unit ?? null;
  }

  async planFor(target: number): Promise<void> {
    const { subject } = this;
    if (!subject) return;
    const limits = { ...this.limits };
    await this.target.load(() => this.cloud.call('scores.target', { ...subject, target, limits }));
  }

  /** Sets how far a lever may go, or with null leaves it to the usual limit. */
  limit(metric: MetricName, most: number | null): void {
    if (most === null) delete this.limits[metric];
    else this.limits[metric] = most;
  }

  async loadForecast(): Promise<void> {
    const { subject } = this;
    if (!subject) return;
    const { accountId, scheme } = subject;
    await this.forecast.load(() => this.cloud.call('scores.forecast', { accountId, scheme }));
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
