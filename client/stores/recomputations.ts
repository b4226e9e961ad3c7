import { makeAutoObservable } from 'mobx';
import type { Recomputation, SchemeRecomputation } from '../../typings/recomputation';
import { type Cloud, requestKey } from '../cloud';
import { Resource } from './resource';

const isUnderWay = ({ state }: Recomputation): boolean =>
  state === 'running' || state === 'stopping';

/** 换版重算: how far each scheme's version is brought to what was filed before it. */
export class RecomputationsStore {
  readonly page = new Resource<{ schemes: SchemeRecomputation[] }>();
  /** what was ordered last */
  readonly ordered = new Resource<Recomputation>();
  /** what was called off last */
  readonly stopped = new Resource<Recomputation>();
  /** what was taken further last */
  readonly work = new Resource<Recomputation>();
  private orderKey = requestKey();
  private stopKey = requestKey();
  private looking = 0;

  constructor(private readonly cloud: Cloud) {
    makeAutoObservable<RecomputationsStore, 'cloud' | 'orderKey' | 'stopKey' | 'looking'>(this, {
      cloud: false,
      orderKey: false,
      stopKey: false,
      looking: false,
    });
  }

  /** Loads them all, and takes those under way further while they are looked at. */
  async open(): Promise<void> {
    this.looking += 1;
    const turn = this.looking;
    this.work.clear();
    await this.read();
    await this.goOn(turn);
  }

  /** Nobody looks any longer: the timer goes on alone. */
  close(): void {
    this.looking += 1;
  }

  /** Orders one, and takes it further; answers whether it was ordered. Sent again, it stays one. */
  async order(scheme: string, reason: string): Promise<boolean> {
    if (this.ordered.loading) return false;
    const turn = this.looking;
    const { orderKey } = this;
    const ordered = await this.ordered.load(() =>
      this.cloud.call('scores.recompute', { requestKey: orderKey, scheme, reason }),
    );
    if (!ordered) return false;
    this.orderKey = requestKey();
    this.showAndGoOn(ordered, turn);
    return true;
  }

  /** Calls one off; answers whether it was. Where none runs any longer, they are shown as they stand. */
  async stop(scheme: string, reason: string): Promise<boolean> {
    if (this.stopped.loading) return false;
    const turn = this.looking;
    const { stopKey } = this;
    const stopped = await this.stopped.load(() =>
      this.cloud.call('scores.stopRecomputation', { requestKey: stopKey, scheme, reason }),
    );
    const isRefused = this.stopped.error?.code === 'conflict';
    if (stopped || isRefused) this.stopKey = requestKey();
    if (isRefused) await this.read();
    if (!stopped) return false;
    this.showAndGoOn(stopped, turn);
    return true;
  }

  leave(): void {
    this.looking += 1;
    for (const one of [this.page, this.ordered, this.stopped, this.work]) one.clear();
  }

  /** What was answered outranks what a call that is still under way will answer. */
  private showAndGoOn(job: Recomputation, turn: number): void {
    this.show(job);
    if (turn !== this.looking) return;
    this.looking += 1;
    void this.goOn(this.looking);
  }

  /** Those under way, one after another, until none is or a call fails. */
  private async goOn(turn: number): Promise<void> {
    let running = this.underWay();
    while (running && turn === this.looking) {
      const { scheme } = running;
      const key = requestKey();
      const further = await this.work.load(() =>
        this.cloud.call('scores.recompute', { requestKey: key, scheme }),
      );
      if (turn !== this.looking) return;
      if (!further) return this.endedElsewhere();
      this.show(further);
      running = this.underWay();
    }
  }

  /** Without a reason none begins anew: such a refusal says that the timer brought it to its end. */
  private async endedElsewhere(): Promise<void> {
    if (this.work.error?.code !== 'invalid') return;
    this.work.clear();
    await this.read();
  }

  private underWay(): Recomputation | null {
    const jobs = this.page.value?.schemes.flatMap(({ recomputation }) => recomputation ?? []);
    return jobs?.find(isUnderWay) ?? null;
  }

  private read(): Promise<{ schemes: SchemeRecomputation[] } | null> {
    return this.page.load(() => this.cloud.call('scores.recomputations', {}));
  }

  private show(job: Recomputation): void {
    const schemes = this.page.value?.schemes ?? [];
    const shown = schemes.map((one) =>
      one.scheme === job.scheme && one.version === job.version
        ? { ...one, recomputation: job }
        : one,
    );
    this.page.show({ schemes: shown });
  }
}
