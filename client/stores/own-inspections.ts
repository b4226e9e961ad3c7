import { makeAutoObservable } from 'mobx';
import type {
  InspectionRecord,
  InspectionRecordDetail,
  OwnInspections,
} from '../../typings/inspections';
import type { Activity, TodoNotice } from '../../typings/updates';
import { type Cloud, requestKey } from '../cloud';
import { Pictures } from './pictures';
import { Resource } from './resource';
import { RuleSets } from './rule-sets';

/** 运营人员: when one's accounts run out of time, what was found, and what is to be done. */
export class OwnInspectionsStore {
  readonly own = new Resource<OwnInspections>();
  readonly notices = new Resource<{ notices: TodoNotice[] }>();
  readonly observed = new Resource<Activity>();
  readonly rules: RuleSets;
  readonly record = new Resource<InspectionRecordDetail>();
  readonly sent = new Resource<InspectionRecord>();
  readonly pictures: Pictures;

  constructor(private readonly cloud: Cloud) {
    this.rules = new RuleSets(cloud);
    this.pictures = new Pictures(cloud);
    makeAutoObservable<OwnInspectionsStore, 'cloud'>(this, { cloud: false });
  }

  async load(): Promise<void> {
    await Promise.all([
      this.own.load(() => this.cloud.call('inspections.mine', {})),
      this.notices.load(() => this.cloud.call('inspections.notices', {})),
    ]);
  }

  /** Tells when an account last published. */
  async observe(accountId: string, lastPublished: string): Promise<boolean> {
    const input = { requestKey: requestKey(), accountId, lastPublished };
    const told = await this.observed.load(() => this.cloud.call('inspections.observe', input));
    if (told) await this.load();
    return told !== null;
  }

  async open(recordId: string): Promise<void> {
    if (this.record.value?.id !== recordId) this.record.clear();
    this.sent.clear();
    this.pictures.clear();
    await Promise.all([
      this.rules.load(),
      this.record.load(() => this.cloud.call('inspections.record', { recordId })),
    ]);
  }

  /** Sends what was done, or why the verdict is wrong, with its proof. */
  async send(kind: 'answer' | 'appeal', text: string, link: string): Promise<boolean> {
    const record = this.record.value;
    if (!record || this.sent.loading) return false;
    const fileIds = [...this.pictures.fileIds];
    const proof = { text: text.trim(), link: link.trim() === '' ? null : link.trim(), fileIds };
    const input = { requestKey: requestKey(), recordId: record.id, proof };
    const sent = await this.sent.load(() => this.cloud.call(`inspections.${kind}`, input));
    if (sent) await this.open(record.id);
    return sent !== null;
  }

  leave(): void {
    for (const one of [this.own, this.notices, this.observed, this.record, this.sent]) one.clear();
    this.pictures.clear();
  }
}
