import { makeAutoObservable, runInAction } from 'mobx';
import type { Answer, Page } from '../../typings/answer';
import type { ActionInput } from '../../typings/api';
import type {
  Inspection,
  InspectionRecord,
  InspectorLoad,
  RecordState,
} from '../../typings/inspections';
import { type Cloud, requestKey } from '../cloud';
import type { OpenFile } from '../device/open-file';
import { FileToOpen } from './file-to-open';
import { Paged } from './paged';
import { Resource } from './resource';
import { RuleSets } from './rule-sets';

type Step = 'commit' | 'close';
export type Plan = Omit<ActionInput<'inspections.plan'>, 'requestKey'>;

/** 检查: a supervisor's inspections, and one of them with its records, from plan to bulletin. */
export class InspectionsStore {
  readonly plans = new Paged<Inspection>();
  readonly rules: RuleSets;
  readonly inspection = new Resource<Inspection>();
  readonly stepped = new Resource<Inspection>();
  readonly inspectors = new Resource<{ inspectors: InspectorLoad[] }>();
  readonly records = new Resource<Page<InspectionRecord>>();
  readonly proof = new Resource<{ url: string }>();
  readonly file: FileToOpen;
  list: InspectionRecord[] = [];
  state: RecordState | null = null;

  constructor(
    private readonly cloud: Cloud,
    openFile: OpenFile,
  ) {
    this.rules = new RuleSets(cloud);
    this.file = new FileToOpen(openFile);
    makeAutoObservable<InspectionsStore, 'cloud'>(this, { cloud: false });
  }

  async load(): Promise<void> {
    await this.plans.start((cursor) => this.cloud.call('inspections.list', { cursor }));
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
      this.rules.load(),
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

  async openBulletin(inspectionId: string, format: 'docx' | 'xlsx'): Promise<void> {
    await this.file.open({ name: '检查通报', kind: format }, () =>
      this.cloud.call('inspections.bulletin', { inspectionId, format }),
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
    const { plans, inspection, inspectors, stepped, records, proof, file } = this;
    for (const one of [plans, inspection, inspectors, stepped, records, proof, file]) one.clear();
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

  private show(records: InspectionRecord[]): void {
    this.list = records;
  }
}
