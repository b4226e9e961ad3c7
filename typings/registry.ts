import type {
  AccountKind,
  Day,
  Department,
  Instant,
  Level,
  OperatingMode,
  RegionCode,
} from './vocabulary';

/** 主办单位 */
export interface AgencyInput {
  name: string;
  level: Level;
  region: RegionCode;
  department: Department;
  /** 主管单位; null when unknown */
  supervisorUnit: string | null;
}

export interface Agency extends AgencyInput {
  id: string;
}

/** 运营情况 */
export interface OperationFacts {
  mode: OperatingMode | null;
  /** 运营单位: who does the daily work, when not the agency itself */
  operator: string | null;
  openedOn: Day | null;
  fullTimeStaff: number | null;
  partTimeStaff: number | null;
  /** yuan a year */
  annualBudget: number | null;
}

/** 备案 */
export interface Filing {
  number: string | null;
  date: Day | null;
  status: FilingStatus;
}

export type FilingStatus = 'none' | 'pending' | 'filed' | 'withdrawn';

export type AccountStatus = 'active' | 'closed';

/** What staff or a supervisor may write about an account. */
export interface AccountInput {
  name: string;
  wechatId: string;
  appId: string | null;
  kind: AccountKind;
  /** 主体: the verified legal entity */
  principal: string;
  agency: AgencyInput;
  operation: OperationFacts;
  filing: Filing;
}

export interface Account extends AccountInput {
  id: string;
  agency: Agency;
  status: AccountStatus;
  closedOn: Day | null;
  /** 示例数据 */
  sample: boolean;
  /** 1 for the first; each change adds one */
  revision: number;
  updatedAt: Instant;
}

/** One row of the import sheet, read: an account and its state. */
export interface RegistryRecord extends AccountInput {
  status: AccountStatus;
  closedOn: Day | null;
}

/** What is wrong with a row; `row` is the sheet's own 1-based number. */
export interface RegistryIssue {
  row: number;
  /** Chinese header; null when the whole row is meant */
  column: string | null;
  kind: 'invalid' | 'conflict';
  message: string;
}

export interface FieldChange {
  /** Chinese header */
  column: string;
  /** as a person reads it; null is 未填 */
  from: string | null;
  to: string | null;
}

export interface RegistryChange {
  row: number;
  kind: 'added' | 'changed';
  name: string;
  wechatId: string;
  /** the account changed; null for an addition */
  accountId: string | null;
  /** empty for an addition */
  fields: FieldChange[];
}

export interface RegistryCounts {
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
}

/** What the screen shows before anything is stored; lists are cut to the first few hundred. */
export interface RegistryPreview {
  /** of the plan: applying asks for the same one, so that nothing unseen is applied */
  digest: string;
  counts: RegistryCounts;
  changes: RegistryChange[];
  issues: RegistryIssue[];
  warnings: string[];
}

/** A region that one may choose, by its prefix. */
export interface RegionChoice {
  /** two digits of a province, four of a city, six of a county */
  prefix: RegionCode;
  name: string;
}
