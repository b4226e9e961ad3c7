import { makeAutoObservable } from 'mobx';
import type { Application, ProcedureKind } from '../../typings/lifecycle';
import type { Account } from '../../typings/registry';
import type { Department, Level } from '../../typings/vocabulary';

/** 运营方式 in a change: stays, goes to a vendor, or comes back to the agency. */
export type OperatorChange = 'same' | 'vendor' | 'own';

/** Fields that are typed; keys are the paths that the function's errors name. */
export type ApplicationField =
  | 'reason'
  | 'plannedOn'
  | 'alteration.name'
  | 'alteration.operator'
  | 'alteration.agency.name'
  | 'alteration.agency.region'
  | 'alteration.agency.supervisorUnit'
  | 'successor.name'
  | 'successor.wechatId'
  | 'successor.link'
  | 'collectiveDecision.on'
  | 'collectiveDecision.record'
  | 'leaderConsent.on'
  | 'leaderConsent.by'
  | 'responsible'
  | 'contact'
  | 'phone';

/** An application while it is written: a new one, or one that came back to be revised. */
export class ApplicationForm {
  kind: ProcedureKind = 'filing';
  text: Partial<Record<ApplicationField, string>> = {};
  operator: OperatorChange = 'same';
  /** the agency, or the unit above it, changes too */
  movesAgency = false;
  level: Level = 'county';
  department: Department = 'other';

  constructor() {
    makeAutoObservable(this);
  }

  chooseKind(kind: ProcedureKind): void {
    this.kind = kind;
  }

  type(field: ApplicationField, text: string): void {
    this.text[field] = text;
  }

  chooseOperator(operator: OperatorChange): void {
    this.operator = operator;
  }

  choose(choice: { level?: Level; department?: Department }): void {
    Object.assign(this, choice);
  }

  /** Starts the new agency from the one that stands, so that one part of it can be changed alone. */
  moveAgency(moves: boolean, { agency }: Account): void {
    this.movesAgency = moves;
    if (moves) this.fillAgency(agency);
  }

  /** Starts from an application as it was sent. */
  open(application: Application): void {
    const { kind, alteration, successor, collectiveDecision, leaderConsent } = application;
    const { reason, plannedOn, responsible, contact, phone } = application;
    this.kind = kind;
    this.text = {
      reason,
      plannedOn,
      'alteration.name': alteration?.name ?? '',
      'alteration.operator': alteration?.operator ?? '',
      'successor.name': successor?.name ?? '',
      'successor.wechatId': successor?.wechatId ?? '',
      'successor.link': successor?.link ?? '',
      'collectiveDecision.on': collectiveDecision.on,
      'collectiveDecision.record': collectiveDecision.record,
      'leaderConsent.on': leaderConsent.on,
      'leaderConsent.by': leaderConsent.by,
      responsible,
      contact,
      phone,
    };
    const operator = alteration?.operator;
    this.operator = operator === undefined ? 'same' : operator === null ? 'own' : 'vendor';
    this.movesAgency = alteration?.agency !== undefined;
    if (alteration?.agency) this.fillAgency(alteration.agency);
  }

  read(): Application {
    const { kind } = this;
    return {
      kind,
      reason: this.of('reason'),
      plannedOn: this.of('plannedOn'),
      collectiveDecision: {
        on: this.of('collectiveDecision.on'),
        record: this.of('collectiveDecision.record'),
      },
      leaderConsent: { on: this.of('leaderConsent.on'), by: this.of('leaderConsent.by') },
      responsible: this.of('responsible'),
      contact: this.of('contact'),
      phone: this.of('phone'),
      alteration: kind === 'change' ? this.alteration() : null,
      successor: kind === 'merger' || kind === 'closing' ? this.successor() : null,
    };
  }

  private alteration(): NonNullable<Application['alteration']> {
    const name = this.of('alteration.name');
    const operators = { same: {}, own: { operator: null }, vendor: this.vendor() };
    return {
      ...(name ? { name } : {}),
      ...operators[this.operator],
      ...(this.movesAgency
        ? {
            agency: {
              name: this.of('alteration.agency.name'),
              level: this.level,
              region: this.of('alteration.agency.region'),
              department: this.department,
              supervisorUnit: this.of('alteration.agency.supervisorUnit') || null,
            },
          }
        : {}),
    };
  }

  private vendor(): { operator: string } {
    return { operator: this.of('alteration.operator') };
  }

  private successor(): Application['successor'] {
    const name = this.of('successor.name');
    if (!name) return null;
    return {
      name,
      wechatId: this.of('successor.wechatId') || null,
      link: this.of('successor.link') || null,
    };
  }

  private fillAgency({
    name,
    region,
    supervisorUnit,
    level,
    department,
  }: Omit<Account['agency'], 'id'>): void {
    this.text['alteration.agency.name'] = name;
    this.text['alteration.agency.region'] = region;
    this.text['alteration.agency.supervisorUnit'] = supervisorUnit ?? '';
    this.level = level;
    this.department = department;
  }

  private of(field: ApplicationField): string {
    return (this.text[field] ?? '').trim();
  }
}
