import type { ApiError } from '../../../typings/answer';
import type { RegistryIssue } from '../../../typings/registry';
import type { Result } from '../../../typings/result';
import type { Place } from '../../domain/access/scopes';
import { identitiesIn } from '../../domain/registry/identity';
import { type PlannedChange, previewRegistry, type RegistryPlan } from '../../domain/registry/plan';
import { readRows } from '../../domain/registry/read-rows';
import { readStoredFile } from '../../platform/files';
import { idOf } from '../../platform/random';
import { readWorkbook } from '../../platform/workbooks/read-workbook';
import { accountsByIdentity, placeOfAccount, type StoredAccount } from '../../records/accounts';
import { changedAccount, newAccount } from '../../records/save-account';
import { regionNames } from '../shared/regions';

/** A plan with the state that each account is to have. */
export interface ImportPlan extends RegistryPlan {
  states: StoredAccount[];
}

interface Planned {
  change: PlannedChange;
  before: StoredAccount | null;
  after: StoredAccount;
}

const empty: ApiError = { code: 'invalid', message: '文件里没有表格，请下载模板填写后再上传。' };

/**
 * What importing a file would do, for someone who reaches the places that `mayWrite` says: rows that
 * concern an account beyond them, before or after, are refused one by one.
 */
export async function planImport(
  fileId: string,
  updatedAt: string,
  mayWrite: (place: Place) => boolean,
): Promise<Result<ImportPlan>> {
  const file = await readStoredFile(fileId);
  if (!file.ok) return file;
  const workbook = readWorkbook(file.value);
  if (!workbook.ok) return workbook;
  const grid = workbook.value.sheets[0]?.rows;
  if (!grid) return { ok: false, error: empty };
  const regions = regionNames();
  const { wechatIds, appIds } = identitiesIn(readRows(grid, regions)?.rows ?? []);
  const existing = await accountsByIdentity(wechatIds, appIds);
  const plan = previewRegistry(grid, existing, { regions });
  if (!plan.ok) return plan;
  const byId = new Map(existing.map((account) => [account.id, account]));
  const planned = plan.value.changes.map((change) =>
    plannedState(change, byId.get(change.accountId ?? '') ?? null, updatedAt),
  );
  return { ok: true, value: withinReach(plan.value, planned, mayWrite) };
}

function plannedState(
  change: PlannedChange,
  before: StoredAccount | null,
  updatedAt: string,
): Planned {
  const { status, closedOn, ...input } = change.record;
  const state = before
    ? changedAccount(before, { input }, updatedAt)
    : newAccount(idOf('account', input.wechatId.toLowerCase()), input, updatedAt);
  return { change, before, after: { ...state, status, closedOn } };
}

function withinReach(
  plan: RegistryPlan,
  planned: Planned[],
  mayWrite: (place: Place) => boolean,
): ImportPlan {
  const isReached = ({ before, after }: Planned) =>
    (!before || mayWrite(placeOfAccount(before))) && mayWrite(placeOfAccount(after));
  const reached = planned.filter(isReached);
  const beyond = planned.filter((one) => !isReached(one)).map(({ change }) => refusal(change.row));
  const added = reached.filter(({ before }) => before === null).length;
  return {
    ...plan,
    changes: reached.map(({ change }) => change),
    states: reached.map(({ after }) => after),
    issues: [...plan.issues, ...beyond].sort((a, b) => a.row - b.row),
    counts: {
      ...plan.counts,
      added,
      changed: reached.length - added,
      rejected: plan.counts.rejected + beyond.length,
    },
  };
}

function refusal(row: number): RegistryIssue {
  const message = `第 ${row} 行的账号不在您的管辖范围内，请核对级别、地域和部门`;
  return { row, column: null, kind: 'invalid', message };
}
