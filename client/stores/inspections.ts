import { makeAutoObservable, runInAction } from 'mobx';
import type { Answer, Page } from '../../typings/answer';
import type { ActionInput } from '../../typings/api';
import type { RuleSet } from '../../typings/inspection-rules';
import type {
  Inspection,
  InspectionRecord,
  InspectionRecordDetail,
  InspectorLoad,
  RecordState,
} from '../../typings/inspections';
import type { NamedClock, UpdateForecast } from '../../typings/updates';
import { type Cloud, requestKey } from '../cloud';
import type { OpenFile } from '../device/open-file';
import { FileToOpen } from './file-to-open';
import { Paged } from './paged';
import { Resource } from './resource';
import { SheetInParts } from './sheet-in-parts';

type Step = 'commit' | 'close';
export type Plan = Omit<ActionInput<'inspections.plan'>, 'requestKey'>;

/** 检查: a supervisor's inspections, one of them with its records, and who runs out of time. */
export class InspectionsStore {
  readonly plans = new Paged<Inspection>();
  readonly rules = new Resource<{ ruleSets: RuleSet[] }>();
  readonly inspection = new Resource<Inspection>();
  readonly stepped = new Resource<Inspection>();
  readonly inspectors = new Resource<{ inspectors: InspectorLoad[] }>();
  readonly records = new Resource<Page<InspectionRecord>>();
  readonly record = new Resource<InspectionRecordDetail>();
  readonly decided = new Resource<InspectionRecord>();
  readonly forecasts = new Paged<UpdateForecast>();
  readonly clocks = new Resource<{ clocks: NamedClock[] }>();
  readonly proof = new Resource<{ url: string }>();
  readonly file: FileToOpen;
  readonly sheet: SheetInParts;
  list: InspectionRecord[] = [];
  state: RecordState | null = null;

  constructor(
    private readonly cloud: Cloud,
    openFile: OpenFile,
  ) {
    this.file = new FileToOpen(openFile);
    this.sheet = new SheetInParts(openFile);
    makeAutoObservable<InspectionsStore, 'cloud'>(this, { cloud: false });
  }

  ruleSet(id: string): RuleSet | null {
    return this.rules.value?.ruleSets.find((one) => one.id === id) ?? null;
  }

  async load(): Promise<void> {
    await this.plans.start((cursor) => this.cloud.call('inspections.list', { cursor }));
  }

  async loadRules(): Promise<void> {
    if (!this.rules.value) {
      await this.rules.load(() => this.cloud.call('inspections.ruleSets', {}));
    }
  }

  /** Opens an inspection, and goes on with work under way until it is done. */
  async open(inspectionId: string): Promise<void> {
    if (this.inspection.value?.id !== inspectionId) {
      this.inspection.clear();
      this.inspectors.clear();
      this.records.clear();
      this.list = [];
      this.state = null;
    }
    this.stepped.clear();
    await Promise.all([
      this.loadRules(),
      this.inspection.load(() => this.cloud.call('inspections.get', { inspectionId })),
      this.filter(inspectionId, this.state),
    ]);
    await this.finish(inspectionId);
    await this.loadInspectors();
  }

  /** Who of a running inspection has how much left. */
  private async loadInspectors(): Promise<void> {
    const { value: shown } = this.inspection;
    if (shown?.state !== 'running') return;
    await this.inspectors.load(() =>
      this.cloud.call('inspections.inspectors', { inspectionId: shown.id }),
    );
  }

  async plan(plan: Plan): Promise<Inspection | null> {
    const key = requestKey();
    return this.stepped.load(() =>
      this.cloud.call('inspections.plan', { requestKey: key, ...plan }),
    );
  }

  async step(inspectionId: string, step: Step): Promise<void> {
    const input = { requestKey: requestKey(), inspectionId };
    await this.take(() => this.cloud.call(`inspections.${step}`, input));
  }

  async draw(inspectionId: string, witness: string): Promise<void> {
    const input = { requestKey: requestKey(), inspectionId, witness };
    await this.take(() => this.cloud.call('inspections.draw', input));
  }

  async assign(inspectionId: string, membershipIds: string[]): Promise<void> {
    const input = { requestKey: requestKey(), inspectionId, membershipIds };
    await this.take(() => this.cloud.call('inspections.assign', input));
  }

  /** Gives up what nobody inspects yet; true when it is done. */
  async discard(inspectionId: string, reason: string): Promise<boolean> {
    const input = { requestKey: requestKey(), inspectionId, reason };
    return this.take(() => this.cloud.call('inspections.discard', input));
  }

  /** Gives what one inspector has not judged to another member; true when it is done. */
  async reassign(inspectorId: string, membershipId: string): Promise<boolean> {
    const inspectionId = this.inspection.value?.id;
    if (!inspectionId) return false;
    const input = { requestKey: requestKey(), inspectionId, inspectorId, membershipId };
    return this.take(() => this.cloud.call('inspections.reassign', input));
  }

  async publish(inspectionId: string, dueOn: string): Promise<void> {
    const input = { requestKey: requestKey(), inspectionId, dueOn };
    await this.take(() => this.cloud.call('inspections.publish', input));
  }

  /** Shows the records in one state, or all. */
  async filter(inspectionId: string, state: RecordState | null): Promise<void> {
    this.state = state;
    const input = { inspectionId, ...(state ? { state } : {}) };
    const page = await this.records.load(() => this.cloud.call('inspections.records', input));
    if (page) this.show(page.items);
  }

  async more(): Promise<void> {
    const cursor = this.records.value?.next;
    const inspectionId = this.inspection.value?.id;
    if (!cursor || !inspectionId || this.records.loading) return;
    const before = this.list;
    const input = { inspectionId, cursor, ...(this.state ? { state: this.state } : {}) };
    const page = await this.records.load(() => this.cloud.call('inspections.records', input));
    if (page) this.show([...before, ...page.items]);
  }

  async openRecord(recordId: string): Promise<void> {
    if (this.record.value?.id !== recordId) this.record.clear();
    this.decided.clear();
    await Promise.all([
      this.loadRules(),
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

  loadForecasts(withinDays: number): Promise<void> {
    this.file.clear();
    this.sheet.clear();
    this.clocks.clear();
    return this.forecasts.start(
      (cursor) => this.cloud.call('inspections.forecast', { withinDays, cursor }),
      String(withinDays),
    );
  }

  async openBulletin(inspectionId: string, format: 'docx' | 'xlsx'): Promise<void> {
    await this.file.open({ name: '检查通报', kind: format }, () =>
      this.cloud.call('inspections.bulletin', { inspectionId, format }),
    );
  }

  async openNotice(recordId: string): Promise<void> {
    await this.file.open({ name: '整改通知', kind: 'docx' }, () =>
      this.cloud.call('inspections.rectificationNotice', { recordId }),
    );
  }

  /** The floor on updates for accounts in scope. */
  async loadClocks(): Promise<void> {
    if (!this.clocks.value) {
      await this.clocks.load(() => this.cloud.call('inspections.clocks', {}));
    }
  }

  async exportForecast(withinDays: number): Promise<void> {
    await this.sheet.open('更新预警', String(withinDays), (cursor) =>
      this.cloud.call('inspections.exportForecast', { withinDays, cursor }),
    );
  }

  /** A link to what anyone needs to draw again; null when there is none. */
  async proofLink(inspectionId: string): Promise<string | null> {
    const link = await this.proof.load(() =>
      this.cloud.call('inspections.proof', { inspectionId }),
    );
    return link?.url ?? null;
  }

  leave(): void {
    this.list = [];
    this.state = null;
    const { plans, inspection, inspectors, stepped, records, record, decided } = this;
    for (const one of [plans, inspection, inspectors, stepped, records, record, decided])
      one.clear();
    this.forecasts.clear();
    this.clocks.clear();
    this.file.clear();
    this.sheet.clear();
  }

  private async take(ask: () => Promise<Answer<Inspection>>): Promise<boolean> {
    if (this.stepped.loading) return false;
    const stepped = await this.stepped.load(ask);
    if (!stepped) return false;
    this.inspection.show(stepped);
    await this.finish(stepped.id);
    await Promise.all([this.filter(stepped.id, this.state), this.loadInspectors()]);
    return true;
  }

  private async finish(inspectionId: string): Promise<void> {
    while (this.inspection.value?.id === inspectionId && this.inspection.value.job !== null) {
      const next = await this.stepped.load(() =>
        this.cloud.call('inspections.advance', { inspectionId }),
      );
      if (!next) return;
      runInAction(() => this.inspection.show(next));
    }
  }

  private async decide(
    recordId: string,
    ask: () => Promise<Answer<InspectionRecord>>,
  ): Promise<void> {
    if (this.decided.loading) return;
    if (await this.decided.load(ask)) await this.openRecord(recordId);
  }

  private show(records: InspectionRecord[]): void {
    this.list = records;
  }
}
