import { makeAutoObservable, observable } from 'mobx';
import type { ModeEvidence } from '../../typings/mode-evidence';
import type { ModeFacts, ModeProfile } from '../../typings/modes';
import type { Positioning } from '../../typings/positioning';
import type { Recommendation, WhatIf } from '../../typings/recommendation';
import type { TransitionPlan } from '../../typings/transition';
import type { Day, OperatingMode } from '../../typings/vocabulary';
import { type Cloud, requestKey } from '../cloud';
import type { OpenFile } from '../device/open-file';
import { FileToOpen } from './file-to-open';
import { type FactValue, withFact } from './mode-facts';
import { Resource } from './resource';

/** 模式: what an account does now, what would suit it, and how to get there. */
export class ModesStore {
  readonly profile = new Resource<ModeProfile>();
  readonly recommendation = new Resource<Recommendation>();
  readonly whatIf = new Resource<WhatIf>();
  readonly transition = new Resource<TransitionPlan>();
  readonly position = new Resource<Positioning>();
  readonly evidence = new Resource<ModeEvidence>();
  readonly saved = new Resource<ModeProfile>();
  readonly sheet: FileToOpen;
  accountId: string | null = null;
  /** facts as being written */
  draft: ModeFacts = {};
  /** facts as being tried; nothing of them is stored */
  tried: ModeFacts = {};

  constructor(
    private readonly cloud: Cloud,
    openFile: OpenFile,
  ) {
    this.sheet = new FileToOpen(openFile);
    makeAutoObservable<ModesStore, 'cloud'>(this, {
      cloud: false,
      draft: observable.ref,
      tried: observable.ref,
    });
  }

  /** Asks what is now and what would suit, unless it is on the screen. */
  async open(accountId: string): Promise<void> {
    const known = this.profile.loading || this.profile.error === null;
    if (accountId === this.accountId && known) return;
    this.leave();
    this.accountId = accountId;
    await this.refresh();
  }

  async refresh(): Promise<void> {
    const { accountId } = this;
    if (!accountId) return;
    await Promise.all([
      this.profile.load(() => this.cloud.call('modes.current', { accountId })),
      this.recommendation.load(() => this.cloud.call('modes.recommend', { accountId })),
    ]);
  }

  /** Starts writing from what is known. */
  startFacts(): void {
    this.saved.clear();
    this.draft = this.profile.value?.facts ?? {};
  }

  state(path: string, value: FactValue | undefined): void {
    this.draft = withFact(this.draft, path, value);
  }

  /** Stores the facts and asks anew; answers whether they were stored. */
  async saveFacts(): Promise<boolean> {
    const { accountId, draft } = this;
    const basedOnRevision = this.profile.value?.revision ?? 0;
    if (!accountId || this.saved.loading) return false;
    const key = requestKey();
    const saved = await this.saved.load(() =>
      this.cloud.call('modes.saveFacts', {
        requestKey: key,
        accountId,
        facts: draft,
        basedOnRevision,
      }),
    );
    if (saved) await this.refresh();
    return saved !== null;
  }

  /** Tries a fact and asks what it would change. */
  async tryFact(path: string, value: FactValue): Promise<void> {
    this.tried = withFact(this.tried, path, value);
    const { accountId, tried } = this;
    if (!accountId) return;
    await this.whatIf.load(() => this.cloud.call('modes.whatIf', { accountId, changes: tried }));
  }

  stopTrying(): void {
    this.tried = {};
    this.whatIf.clear();
  }

  async planTransition(to: OperatingMode, startsOn: Day): Promise<void> {
    const { accountId } = this;
    if (!accountId) return;
    await this.transition.load(() =>
      this.cloud.call('modes.transition', { accountId, to, startsOn }),
    );
  }

  /** Makes the checklist a document and shows it. */
  async printTransition(to: OperatingMode, startsOn: Day): Promise<void> {
    const { accountId } = this;
    if (!accountId) return;
    await this.sheet.open({ name: '运作模式转换清单', kind: 'docx' }, () =>
      this.cloud.call('modes.transitionSheet', { accountId, to, startsOn }),
    );
  }

  async loadPosition(): Promise<void> {
    const { accountId } = this;
    if (!accountId) return;
    await this.position.load(() => this.cloud.call('modes.position', { accountId }));
  }

  async loadEvidence(): Promise<void> {
    const { accountId } = this;
    if (!accountId) return;
    await this.evidence.load(() => this.cloud.call('modes.evidence', { accountId }));
  }

  leave(): void {
    this.accountId = null;
    this.draft = {};
    this.stopTrying();
    for (const resource of [
      this.profile,
      this.recommendation,
      this.transition,
      this.position,
      this.evidence,
      this.saved,
      this.sheet,
    ]) {
      resource.clear();
    }
  }
}
