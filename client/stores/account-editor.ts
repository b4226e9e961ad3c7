import { makeAutoObservable } from 'mobx';
import type { Account, AccountInput } from '../../typings/registry';
import type { AccountKind, Department, Level, OperatingMode } from '../../typings/vocabulary';
import { requestKey } from '../cloud';
import { parseFigure } from '../figures';

/** Fields that are typed; keys are the paths that the function's errors name. */
export type AccountTextField =
  | 'name'
  | 'wechatId'
  | 'appId'
  | 'principal'
  | 'agency.name'
  | 'agency.region'
  | 'agency.supervisorUnit'
  | 'operation.operator'
  | 'operation.openedOn'
  | 'operation.fullTimeStaff'
  | 'operation.partTimeStaff'
  | 'operation.annualBudget'
  | 'filing.number'
  | 'filing.date';

/** Fields that are chosen. */
export interface AccountChoices {
  kind: AccountKind;
  level: Level;
  department: Department;
  mode: OperatingMode | null;
  filingStatus: AccountInput['filing']['status'];
}

const required: AccountTextField[] = [
  'name',
  'wechatId',
  'principal',
  'agency.name',
  'agency.region',
];
const numbers: AccountTextField[] = [
  'operation.fullTimeStaff',
  'operation.partTimeStaff',
  'operation.annualBudget',
];
const days: AccountTextField[] = ['operation.openedOn', 'filing.date'];

/** An account while it is written: text as typed, choices, and what is wrong. */
export class AccountEditor {
  text: Partial<Record<AccountTextField, string>> = {};
  choices: AccountChoices = {
    kind: 'subscription',
    level: 'county',
    department: 'government-office',
    mode: null,
    filingStatus: 'none',
  };
  errors: Partial<Record<AccountTextField, string>> = {};
  /** one intended write, however often it is sent */
  requestKey = requestKey();

  constructor() {
    makeAutoObservable(this);
  }

  /** Starts from a stored account. */
  open({ agency, operation, filing, ...account }: Account): void {
    this.text = {
      name: account.name,
      wechatId: account.wechatId,
      appId: account.appId ?? '',
      principal: account.principal,
      'agency.name': agency.name,
      'agency.region': agency.region,
      'agency.supervisorUnit': agency.supervisorUnit ?? '',
      'operation.operator': operation.operator ?? '',
      'operation.openedOn': operation.openedOn ?? '',
      'operation.fullTimeStaff': asText(operation.fullTimeStaff),
      'operation.partTimeStaff': asText(operation.partTimeStaff),
      'operation.annualBudget': asText(operation.annualBudget),
      'filing.number': filing.number ?? '',
      'filing.date': filing.date ?? '',
    };
    this.choices = {
      kind: account.kind,
      level: agency.level,
      department: agency.department,
      mode: operation.mode,
      filingStatus: filing.status,
    };
    this.errors = {};
    this.requestKey = requestKey();
  }

  type(field: AccountTextField, text: string): void {
    this.text[field] = text;
    delete this.errors[field];
    this.requestKey = requestKey();
  }

  choose(choice: Partial<AccountChoices>): void {
    Object.assign(this.choices, choice);
    this.requestKey = requestKey();
  }

  /** The account as written, or null after marking each bad field. */
  read(): AccountInput | null {
    this.errors = this.check();
    if (Object.keys(this.errors).length > 0) return null;
    const { kind, level, department, mode, filingStatus } = this.choices;
    return {
      name: this.plain('name'),
      wechatId: this.plain('wechatId'),
      appId: this.optional('appId'),
      kind,
      principal: this.plain('principal'),
      agency: {
        name: this.plain('agency.name'),
        level,
        region: this.plain('agency.region'),
        department,
        supervisorUnit: this.optional('agency.supervisorUnit'),
      },
      operation: {
        mode,
        operator: this.optional('operation.operator'),
        openedOn: this.optional('operation.openedOn'),
        fullTimeStaff: this.figure('operation.fullTimeStaff'),
        partTimeStaff: this.figure('operation.partTimeStaff'),
        annualBudget: this.figure('operation.annualBudget'),
      },
      filing: {
        number: this.optional('filing.number'),
        date: this.optional('filing.date'),
        status: filingStatus,
      },
    };
  }

  /** Marks what the function found; keys may carry a prefix such as `account.`. */
  markErrors(fields: Record<string, string>): void {
    for (const [path, message] of Object.entries(fields)) {
      const field = path.replace(/^account\./, '');
      if (field in this.text) this.errors[field as AccountTextField] = message;
    }
  }

  private check(): Partial<Record<AccountTextField, string>> {
    const errors: Partial<Record<AccountTextField, string>> = {};
    for (const field of numbers) {
      const parsed = parseFigure(this.plain(field), true);
      if (!parsed.ok) errors[field] = parsed.message;
    }
    for (const field of days) {
      if (!/^(\d{4}-\d{2}-\d{2})?$/.test(this.plain(field))) {
        errors[field] = '请按 2019-03-02 的样子填写。';
      }
    }
    if (!/^\d{6}$/.test(this.plain('agency.region'))) {
      errors['agency.region'] = '请选择行政区划。';
    }
    for (const field of required) {
      if (this.plain(field) === '') errors[field] = '这一项必填。';
    }
    return errors;
  }

  private plain(field: AccountTextField): string {
    return (this.text[field] ?? '').trim();
  }

  private optional(field: AccountTextField): string | null {
    return this.plain(field) || null;
  }

  private figure(field: AccountTextField): number | null {
    const parsed = parseFigure(this.plain(field), true);
    return parsed.ok ? parsed.value : null;
  }
}

function asText(value: number | null): string {
  return value === null ? '' : String(value);
}
