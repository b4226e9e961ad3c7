import { makeAutoObservable } from 'mobx';
import type { Answer } from '../../typings/answer';
import type { InspectionRecord, InspectionRecordDetail } from '../../typings/inspections';
import { type Cloud, requestKey } from '../cloud';
import type { OpenFile } from '../device/open-file';
import { FileToOpen } from './file-to-open';
import { Resource } from './resource';
import { RuleSets } from './rule-sets';

/** 检查记录: what was found at one account, and what a supervisor decides on it. */
export class InspectionRecordStore {
  readonly rules: RuleSets;
  readonly record = new Resource<InspectionRecordDetail>();
  readonly decided = new Resource<InspectionRecord>();
  readonly notice: FileToOpen;

  constructor(
    private readonly cloud: Cloud,
    openFile: OpenFile,
  ) {
    this.rules = new RuleSets(cloud);
    this.notice = new FileToOpen(openFile);
    makeAutoObservable<InspectionRecordStore, 'cloud'>(this, { cloud: false });
  }

  async open(recordId: string): Promise<void> {
    if (this.record.value?.id !== recordId) this.record.clear();
    this.decided.clear();
    await Promise.all([
      this.rules.load(),
      this.record.load(() => this.cloud.call('inspections.record', { recordId })),
    ]);
  }

  async decideAppeal(recordId: string, upheld: boolean, text: string): Promise<void> {
    const input = { requestKey: requestKey(), recordId, upheld, text };
    await this.decide(recordId, () => this.cloud.call('inspections.decideAppeal', input));
  }

  async recheck(
    recordId: string,
    decision: { accepted: boolean; text: string; dueOn?: string },
  ): Promise<void> {
    const input = { requestKey: requestKey(), recordId, ...decision };
    await this.decide(recordId, () => this.cloud.call('inspections.recheck', input));
  }

  async openNotice(recordId: string): Promise<void> {
    await this.notice.open({ name: '整改通知', kind: 'docx' }, () =>
      this.cloud.call('inspections.rectificationNotice', { recordId }),
    );
  }

  leave(): void {
    this.record.clear();
    this.decided.clear();
    this.notice.clear();
  }

  private async decide(
    recordId: string,
    ask: () => Promise<Answer<InspectionRecord>>,
  ): Promise<void> {
    if (this.decided.loading) return;
    if (await this.decided.load(ask)) await this.open(recordId);
  }
}
