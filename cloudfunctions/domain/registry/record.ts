import type { Account, RegistryRecord } from '../../../typings/registry';
import type { Column } from './columns';
import { type ColumnKey, columns } from './columns.data';

type ValueOf<C> = C extends Column<infer T> ? T : never;

/** A row's values by column; absent is a blank or missing cell. */
export type Row = { [K in ColumnKey]?: ValueOf<(typeof columns)[K]> };

export const columnKeys = Object.keys(columns) as ColumnKey[];

/** An account as a row, to compare with one. */
export function rowOf(account: RegistryRecord | Account): Row {
  const { agency, operation, filing } = account;
  return {
    name: account.name,
    wechatId: account.wechatId,
    appId: account.appId ?? undefined,
    kind: account.kind,
    principal: account.principal,
    agencyName: agency.name,
    level: agency.level,
    region: agency.region,
    department: agency.department,
    supervisorUnit: agency.supervisorUnit ?? undefined,
    mode: operation.mode ?? undefined,
    operator: operation.operator ?? undefined,
    openedOn: operation.openedOn ?? undefined,
    fullTimeStaff: operation.fullTimeStaff ?? undefined,
    partTimeStaff: operation.partTimeStaff ?? undefined,
    annualBudget: operation.annualBudget ?? undefined,
    filingNumber: filing.number ?? undefined,
    filingDate: filing.date ?? undefined,
    filingStatus: filing.status,
    status: account.status,
    closedOn: account.closedOn ?? undefined,
  };
}

type Complete = Row & Required<Pick<Row, RequiredKey>>;
type RequiredKey =
  | 'name'
  | 'wechatId'
  | 'kind'
  | 'principal'
  | 'agencyName'
  | 'level'
  | 'region'
  | 'department';

/** Columns that an account cannot do without and that this row lacks. */
export function lacking(row: Row): ColumnKey[] {
  return columnKeys.filter((key) => columns[key].required && row[key] === undefined);
}

function isComplete(row: Row): row is Complete {
  return lacking(row).length === 0;
}

/** The account that a row describes, or null while a required column is missing. */
export function recordOf(row: Row): RegistryRecord | null {
  if (!isComplete(row)) return null;
  return {
    name: row.name,
    wechatId: row.wechatId,
    appId: row.appId ?? null,
    kind: row.kind,
    principal: row.principal,
    agency: {
      name: row.agencyName,
      level: row.level,
      region: row.region,
      department: row.department,
      supervisorUnit: row.supervisorUnit ?? null,
    },
    operation: {
      mode: row.mode ?? null,
      operator: row.operator ?? null,
      openedOn: row.openedOn ?? null,
      fullTimeStaff: row.fullTimeStaff ?? null,
      partTimeStaff: row.partTimeStaff ?? null,
      annualBudget: row.annualBudget ?? null,
    },
    filing: {
      number: row.filingNumber ?? null,
      date: row.filingDate ?? null,
      status: row.filingStatus ?? 'none',
    },
    status: row.status ?? 'active',
    closedOn: row.closedOn ?? null,
  };
}
