import { makeAutoObservable } from 'mobx';
import type { ContractForm, KpiTemplate } from '../../typings/contract-form';
import type { Contract, ContractDuties, ContractInput } from '../../typings/contracts';
import { requestKey } from '../cloud';
import { parseFigure } from '../figures';
import {
  type ContractChoices,
  type ContractErrors,
  type ContractText,
  type ContractTextField,
  checkContract,
  plainField,
} from './contract-fields';
import { KpiDraft, kpiFrom } from './kpi-draft';

/** A contract while it is written: text as typed, choices, KPIs, and what is wrong. */
export class ContractEditor {
  text: ContractText = {};
  choices: ContractChoices = {
    accountIds: [],
    scope: ['operation'],
    procurement: 'tender',
    settledBy: 'quarter',
  };
  kpis: KpiDraft[] = [];
  errors: ContractErrors = {};
  private added = 0;
  /** what was sent last, and under which key */
  private sent = { text: '', key: '' };

  constructor(
    readonly form: ContractForm,
    /** null for a new contract */
    readonly standing: Contract | null,
    accountId: string,
  ) {
    makeAutoObservable<ContractEditor, 'added' | 'sent'>(this, {
      form: false,
      added: false,
      sent: false,
    });
    if (standing) this.start(standing);
    else this.choices.accountIds = [accountId];
  }

  /** percent; 100 when it is whole */
  get totalWeight(): number {
    return Number(this.kpis.reduce((sum, { weight }) => sum + weight, 0).toFixed(2));
  }

  /** templates for what is bought, without the metrics that stand already */
  get templates(): KpiTemplate[] {
    const standing = new Set(this.kpis.map(({ choices }) => choices.metric));
    return this.form.templates.filter(
      ({ scope, kpi }) => this.choices.scope.includes(scope) && !standing.has(kpi.metric),
    );
  }

  type(field: ContractTextField, text: string): void {
    this.text[field] = text;
    delete this.errors[field];
  }

  choose(choice: Partial<ContractChoices>): void {
    Object.assign(this.choices, choice);
    delete this.errors.accountIds;
    delete this.errors.scope;
  }

  toggle<K extends 'accountIds' | 'scope'>(field: K, id: ContractChoices[K][number]): void {
    const held: readonly string[] = this.choices[field];
    const next = held.includes(id) ? held.filter((one) => one !== id) : [...held, id];
    this.choose({ [field]: next });
  }

  addKpi(template: KpiTemplate): void {
    this.keep(new KpiDraft(this.newId(template.kpi.metric), kpiFrom(template), this.form.metrics));
  }

  addEmptyKpi(): void {
    const kpi = {
      metric: 'articles',
      scheme: null,
      period: 'month',
      target: 0,
      direction: 'at-least',
      weight: 0,
      rule: { kind: 'none' },
      floor: null,
    } as const;
    const draft = new KpiDraft(this.newId('kpi'), kpi, this.form.metrics);
    draft.type('target', '');
    this.keep(draft);
  }

  removeKpi(id: string): void {
    this.kpis = this.kpis.filter((kpi) => kpi.id !== id);
  }

  /** Gives every KPI the same weight; what is left over goes to the first. */
  shareWeights(): void {
    const each = Math.floor(100 / this.kpis.length);
    this.kpis.forEach((kpi, index) => {
      const rest = index === 0 ? 100 - each * this.kpis.length : 0;
      kpi.type('weight', String(each + rest));
    });
    delete this.errors.kpis;
  }

  /** The contract as written, or null after marking each bad field. */
  read(): ContractInput | null {
    this.errors = checkContract({
      text: this.text,
      choices: this.choices,
      totalWeight: this.kpis.length > 0 ? this.totalWeight : null,
      isChange: this.standing !== null,
    });
    const kpis = this.kpis.map((kpi) => kpi.read());
    const whole = kpis.flatMap((kpi) => kpi ?? []);
    if (Object.keys(this.errors).length > 0 || whole.length < kpis.length) return null;
    const { accountIds, scope, procurement, settledBy } = this.choices;
    const price = parseFigure(this.plain('priceYuan'), false);
    return {
      vendorName: this.plain('vendorName'),
      vendorCode: this.plain('vendorCode').toUpperCase(),
      accountIds: [...accountIds],
      scope: [...scope],
      procurement,
      startsOn: this.plain('startsOn'),
      endsOn: this.plain('endsOn'),
      priceYuan: (price.ok && price.value) || 0,
      settledBy,
      kpis: whole,
      acceptor: this.plain('acceptor'),
      duties: this.readDuties(),
    };
  }

  /** The key of one intended write: the same while the contract is, however often it is sent. */
  keyOf(contract: ContractInput): string {
    const text = JSON.stringify([contract, this.plain('reason')]);
    if (text !== this.sent.text) this.sent = { text, key: requestKey() };
    return this.sent.key;
  }

  /** Marks what the function found. */
  markErrors(fields: Record<string, string>): void {
    for (const [path, message] of Object.entries(fields)) {
      const [first = '', at = '', field = ''] = path.replace(/^contract\./, '').split('.');
      const kpi = first === 'kpis' ? this.kpis[Number(at || Number.NaN)] : undefined;
      if (kpi) kpi.errors = { ...kpi.errors, [field]: message };
      else this.errors = { ...this.errors, [first]: message };
    }
  }

  private start(contract: Contract): void {
    const { vendorName, vendorCode, startsOn, endsOn, priceYuan, acceptor } = contract;
    const done = Object.entries(contract.duties).map(([duty, value]) => [duty, value ?? '']);
    this.text = {
      vendorName,
      vendorCode,
      startsOn,
      endsOn,
      priceYuan: String(priceYuan),
      acceptor,
      ...Object.fromEntries(done),
    };
    const { accountIds, scope, procurement, settledBy } = contract;
    this.choices = { accountIds: [...accountIds], scope: [...scope], procurement, settledBy };
    this.kpis = contract.kpis.map(({ id, ...kpi }) => new KpiDraft(id, kpi, this.form.metrics));
  }

  private readDuties(): ContractDuties {
    const told = (duty: keyof ContractDuties) => this.plain(duty) || null;
    return {
      qualificationCheck: told('qualificationCheck'),
      operatingAgreement: told('operatingAgreement'),
      confidentialityAgreement: told('confidentialityAgreement'),
      namedOfficer: told('namedOfficer'),
      processSupervision: told('processSupervision'),
      reviewBeforePublishing: told('reviewBeforePublishing'),
    };
  }

  private keep(kpi: KpiDraft): void {
    this.kpis = [...this.kpis, kpi];
    delete this.errors.kpis;
  }

  private newId(word: string): string {
    const taken = new Set(this.kpis.map(({ id }) => id));
    do this.added += 1;
    while (taken.has(`${word}-${this.added}`));
    return `${word}-${this.added}`;
  }

  private plain(field: ContractTextField): string {
    return plainField(this.text, field);
  }
}
