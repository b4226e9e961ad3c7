import type { Cell } from '../../../typings/intake';
import type {
  Account,
  FieldChange,
  RegistryChange,
  RegistryCounts,
  RegistryIssue,
  RegistryPreview,
  RegistryRecord,
} from '../../../typings/registry';
import type { Result } from '../../../typings/result';
import { digestOf } from '../intake/digest';
import type { Column } from './columns';
import { columns } from './columns.data';
import {
  accountOf,
  contradiction,
  duplicatesWithin,
  type Registered,
  registered,
} from './identity';
import { type RegistrySheet, readRows, type SheetRow } from './read-rows';
import { columnKeys, lacking, type Row, recordOf, rowOf } from './record';
import type { RegionLookup } from './region-lookup';

const MAX_ROWS = 5000;
const PREVIEW_ENTRIES = 200;

/** A change, with the whole account as it will stand. */
export interface PlannedChange extends RegistryChange {
  record: RegistryRecord;
}

/** Everything that applying the import does; `previewOf` cuts it down for the screen. */
export interface RegistryPlan {
  digest: string;
  counts: RegistryCounts;
  changes: PlannedChange[];
  issues: RegistryIssue[];
  warnings: string[];
}

export interface RegistryLookups {
  regions: RegionLookup;
}

function fieldChanges(from: Row, to: Row, regions: RegionLookup): FieldChange[] {
  return columnKeys.flatMap((key) => {
    if (from[key] === to[key]) return [];
    const column: Column<unknown> = columns[key];
    const shown = (row: Row) => (row[key] === undefined ? null : column.show(row[key], regions));
    return [{ column: column.header, from: shown(from), to: shown(to) }];
  });
}

/** What is wrong with a row as a whole, once its blanks are filled from the register. */
function rowIssues(number: number, row: Row): RegistryIssue[] {
  const invalid = (column: string, reason: string): RegistryIssue => ({
    row: number,
    column,
    kind: 'invalid',
    message: `第 ${number} 行「${column}」${reason}`,
  });
  const closing = columns.closedOn.header;
  return [
    ...lacking(row).map((key) => invalid(columns[key].header, '没有填写')),
    ...(row.status === 'closed' && !row.closedOn ? [invalid(closing, '没有填写：账号已关停')] : []),
    ...(row.status !== 'closed' && row.closedOn
      ? [invalid(closing, '已填写，但账号状态不是「已关停」')]
      : []),
  ];
}

type Outcome =
  | { kind: 'rejected'; issues: RegistryIssue[] }
  | { kind: 'unchanged' }
  | { kind: 'planned'; change: PlannedChange };

/** Blank cells leave what is registered as it is. */
function outcomeOf(row: SheetRow, known: Registered, regions: RegionLookup): Outcome {
  const conflict = contradiction(row, known);
  const account = accountOf(row.values, known);
  const before = account ? rowOf(account) : {};
  const reopened = row.values.status === 'active' ? { closedOn: undefined } : {};
  const after: Row = { ...before, ...reopened, ...row.values };
  const unread = new Set(row.issues.map(({ column }) => column));
  const incomplete = rowIssues(row.number, after).filter(({ column }) => !unread.has(column));
  const issues = [...row.issues, ...incomplete, ...(conflict ? [conflict] : [])];
  const record = recordOf(after);
  if (issues.length > 0 || !record) return { kind: 'rejected', issues };
  const fields = account ? fieldChanges(before, rowOf(record), regions) : [];
  if (account && fields.length === 0) return { kind: 'unchanged' };
  const change: PlannedChange = {
    row: row.number,
    kind: account ? 'changed' : 'added',
    name: record.name,
    wechatId: record.wechatId,
    accountId: account?.id ?? null,
    fields,
    record,
  };
  return { kind: 'planned', change };
}

function planOf(sheet: RegistrySheet, known: Registered, regions: RegionLookup): RegistryPlan {
  const duplicates = duplicatesWithin(sheet.rows);
  const duplicated = new Set(duplicates.map(({ row }) => row));
  const outcomes = sheet.rows.map((row): Outcome => {
    const outcome = outcomeOf(row, known, regions);
    if (!duplicated.has(row.number)) return outcome;
    return { kind: 'rejected', issues: outcome.kind === 'rejected' ? outcome.issues : [] };
  });
  const changes = outcomes.flatMap((one) => (one.kind === 'planned' ? [one.change] : []));
  const issues = [
    ...duplicates,
    ...outcomes.flatMap((one) => (one.kind === 'rejected' ? one.issues : [])),
  ].sort((a, b) => a.row - b.row);
  const having = (kind: Outcome['kind']) => outcomes.filter((one) => one.kind === kind).length;
  const added = changes.filter(({ kind }) => kind === 'added').length;
  return {
    digest: digestOf(changes),
    counts: {
      rows: sheet.rows.length,
      added,
      changed: changes.length - added,
      unchanged: having('unchanged'),
      rejected: having('rejected'),
    },
    changes,
    issues,
    warnings: sheet.ignored.map((header) => `没有认出「${header}」这一列，已忽略`),
  };
}

/**
 * What importing a registry sheet would do. An account is known by its 微信号; a duplicate 微信号
 * or AppID, in the file or in the register, is a conflict that names both sides. `existing` must
 * hold every account with an id that the rows name (`identitiesIn`).
 */
export function previewRegistry(
  grid: Cell[][],
  existing: Account[],
  { regions }: RegistryLookups,
): Result<RegistryPlan> {
  const sheet = readRows(grid, regions);
  if (!sheet) {
    const message = '没有找到表头。请下载模板，第一行保留列名（至少有「账号名称」和「微信号」）';
    return { ok: false, error: { code: 'invalid', message } };
  }
  if (sheet.rows.length === 0) {
    return { ok: false, error: { code: 'invalid', message: '表里没有账号，请在表头下面逐行填写' } };
  }
  if (sheet.rows.length > MAX_ROWS) {
    const message = `一次最多导入 ${MAX_ROWS} 行，这份表有 ${sheet.rows.length} 行，请分几次导入`;
    return { ok: false, error: { code: 'too-large', message } };
  }
  return { ok: true, value: planOf(sheet, registered(existing), regions) };
}

/** A plan as the screen shows it: counts are of the whole, lists hold the first two hundred. */
export function previewOf(plan: RegistryPlan): RegistryPreview {
  const { digest, counts, warnings } = plan;
  return {
    digest,
    counts,
    changes: plan.changes.slice(0, PREVIEW_ENTRIES).map(({ record: _, ...change }) => change),
    issues: plan.issues.slice(0, PREVIEW_ENTRIES),
    warnings,
  };
}
