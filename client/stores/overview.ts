import { makeAutoObservable, runInAction } from 'mobx';
import type { Overview } from '../../typings/overview';
import type { PeriodId, PeriodKind } from '../../typings/vocabulary';
import type { Cloud } from '../cloud';
import type { DeviceStorage } from '../device/storage';
import { Resource } from './resource';

const choicesKey = 'overview.choices';
const keptKey = (accountId: string) => `overview.${accountId}`;

interface Choices {
  /** the scheme looked at last; null is the product's default */
  scheme: string | null;
  /** the kind of period looked at last; null is the usual one */
  kind: PeriodKind | null;
  /** the period looked at last, by account; absent is the newest */
  periods: Record<string, PeriodId>;
}

/** 概览: one account's score in one period, with what stood on the screen last when offline. */
export class OverviewStore {
  readonly resource = new Resource<Overview>();
  choices: Choices = { scheme: null, kind: null, periods: {} };
  /** what is shown was kept on the device and could not be asked for anew */
  fromDevice = false;
  private accountId: string | null = null;
  private restored = false;

  constructor(
    private readonly cloud: Cloud,
    private readonly storage: DeviceStorage,
  ) {
    makeAutoObservable<OverviewStore, 'cloud' | 'storage' | 'accountId' | 'restored'>(this, {
      cloud: false,
      storage: false,
      accountId: false,
      restored: false,
    });
  }

  get overview(): Overview | null {
    return this.resource.value;
  }

  /** Scheme and period as the detail pages ask for them. */
  get subject(): { accountId: string; period: PeriodId; scheme?: string } | null {
    const { overview } = this;
    if (!overview) return null;
    if (overview.period === '') return null;
    const { account, period, index } = overview;
    return { accountId: account.id, period, scheme: index.scheme };
  }

  /** Shows an account; asks only when it is not on the screen already. */
  async open(accountId: string): Promise<void> {
    const { resource } = this;
    const known = resource.loading || resource.error === null;
    if (accountId === this.accountId && known) return;
    this.accountId = accountId;
    resource.clear();
    await this.restoreChoices();
    await this.ask();
  }

  async refresh(): Promise<void> {
    if (this.accountId) await this.ask();
  }

  async choosePeriod(period: PeriodId): Promise<void> {
    if (!this.accountId) return;
    this.choices.periods[this.accountId] = period;
    this.keepChoices();
    await this.ask();
  }

  /** Turns to the newest period of a kind, for every account, until another is chosen. */
  async chooseKind(kind: PeriodKind): Promise<void> {
    this.choices.kind = kind;
    this.choices.periods = {};
    this.keepChoices();
    await this.ask();
  }

  async chooseScheme(scheme: string): Promise<void> {
    this.choices.scheme = scheme;
    this.keepChoices();
    await this.ask();
  }

  /** New figures were filed: shows their period the next time. */
  invalidate(accountId: string, period: PeriodId): void {
    this.choices.periods[accountId] = period;
    this.keepChoices();
    this.leave();
  }

  leave(): void {
    this.accountId = null;
    this.fromDevice = false;
    this.resource.clear();
  }

  private async ask(): Promise<void> {
    const { accountId } = this;
    if (!accountId) return;
    const period = this.choices.periods[accountId];
    const scheme = this.choices.scheme ?? undefined;
    const kind = this.choices.kind ?? undefined;
    const answer = await this.resource.load(() =>
      this.cloud.call('scores.overview', { accountId, period, kind, scheme }),
    );
    if (answer) {
      runInAction(() => {
        this.fromDevice = false;
      });
      void this.storage.set(keptKey(accountId), answer);
      return;
    }
    if (this.resource.error?.code !== 'unavailable' || this.overview) return;
    const kept = await this.storage.get<Overview>(keptKey(accountId));
    if (!kept || accountId !== this.accountId) return;
    runInAction(() => {
      this.fromDevice = true;
      this.resource.show(kept);
    });
  }

  private async restoreChoices(): Promise<void> {
    if (this.restored) return;
    this.restored = true;
    const kept = await this.storage.get<Choices>(choicesKey);
    if (!kept) return;
    runInAction(() => {
      this.choices = kept;
    });
  }

  private keepChoices(): void {
    const { scheme, kind, periods } = this.choices;
    void this.storage.set(choicesKey, { scheme, kind, periods: { ...periods } });
  }
}
