import { makeAutoObservable, observable } from 'mobx';
import type { Page } from '../../typings/answer';
import type { InspectionRule, RuleSet } from '../../typings/inspection-rules';
import type { Assignment, Finding, Lead } from '../../typings/inspections';
import { type Cloud, requestKey } from '../cloud';
import { Pictures } from './pictures';
import { Resource } from './resource';
import { RuleSets } from './rule-sets';

/** 检查员: what is to be judged, and the judgement being written. */
export class InspectingStore {
  readonly work = new Resource<Page<Assignment>>();
  readonly rules: RuleSets;
  readonly assignment = new Resource<Assignment>();
  readonly judged = new Resource<{ nextId: string | null }>();
  readonly pictures: Pictures;
  /** rules found so far */
  chosen: string[] = [];
  link = '';
  note = '';
  lastPublished = '';
  /** the lead that a person checked and takes as evidence */
  taken: Lead | null = null;
  private key = requestKey();

  constructor(private readonly cloud: Cloud) {
    this.rules = new RuleSets(cloud);
    this.pictures = new Pictures(cloud);
    makeAutoObservable<InspectingStore, 'cloud' | 'key'>(this, {
      cloud: false,
      key: false,
      taken: observable.ref,
    });
  }

  get ruleSet(): RuleSet | null {
    const id = this.assignment.value?.ruleSetId;
    return id === undefined ? null : this.rules.find(id);
  }

  /** Rules that a person may find beside what the data show. */
  get others(): InspectionRule[] {
    const automatic = this.assignment.value?.automatic ?? [];
    return (this.ruleSet?.rules ?? []).filter(
      ({ id }) => !automatic.some(({ ruleId }) => ruleId === id),
    );
  }

  async load(): Promise<void> {
    await this.work.load(() => this.cloud.call('inspections.work', {}));
  }

  /** Opens an account to judge; what the data show is taken as found until it is refuted. */
  async open(assignmentId: string): Promise<void> {
    this.assignment.clear();
    this.judged.clear();
    this.start();
    await this.rules.load();
    const opened = await this.assignment.load(() =>
      this.cloud.call('inspections.assignment', { assignmentId }),
    );
    if (opened) this.choose(opened.automatic.map(({ ruleId }) => ruleId));
  }

  toggle(ruleId: string): void {
    this.chosen = this.chosen.includes(ruleId)
      ? this.chosen.filter((id) => id !== ruleId)
      : [...this.chosen, ruleId];
  }

  /** Takes a checked lead as evidence of what is found beside the data. */
  take(lead: Lead): void {
    this.taken = lead;
    if (lead.evidence.link) this.link = lead.evidence.link;
  }

  type(field: 'link' | 'note' | 'lastPublished', text: string): void {
    this[field] = text;
  }

  /** Sends the judgement; answers with the next account to judge, `null` when there is none. */
  async judge(): Promise<{ nextId: string | null } | null> {
    const assignment = this.assignment.value;
    if (!assignment || this.judged.loading) return null;
    const lastPublished = this.lastPublished.trim();
    const judgement = {
      findings: this.chosen.map((ruleId) => this.findingOf(assignment, ruleId)),
      lastPublished: lastPublished === '' ? null : lastPublished,
    };
    const input = { requestKey: this.key, assignmentId: assignment.id, judgement };
    return this.judged.load(() => this.cloud.call('inspections.judge', input));
  }

  leave(): void {
    this.work.clear();
    this.assignment.clear();
    this.judged.clear();
    this.start();
  }

  private findingOf(assignment: Assignment, ruleId: string): Finding {
    const shown = assignment.automatic.find((one) => one.ruleId === ruleId);
    const note = this.note.trim() === '' ? null : this.note.trim();
    const link = this.link.trim() === '' ? null : this.link.trim();
    if (shown) return { ...shown, note };
    const figures = [...(this.taken?.evidence.figures ?? [])];
    const evidence = { figures, link, fileIds: [...this.pictures.fileIds] };
    return { ruleId, times: 1, evidence, note };
  }

  private choose(ruleIds: string[]): void {
    this.chosen = ruleIds;
  }

  private start(): void {
    this.chosen = [];
    this.link = '';
    this.note = '';
    this.lastPublished = '';
    this.taken = null;
    this.pictures.clear();
    this.key = requestKey();
  }
}
