import type { SheetModel } from '../../../typings/documents';
import type {
  FilingGap,
  FilingGapKind,
  ProcedureState,
  ProcedureSummary,
} from '../../../typings/lifecycle';
import { kindLabels, stepLabels } from './steps.data';

const states: Record<ProcedureState, string> = {
  open: '办理中',
  returned: '退回修改',
  done: '已办结',
  refused: '未批准',
  withdrawn: '已撤回',
};
const gaps: Record<FilingGapKind, string> = {
  unfiled: '未备案',
  'filing-pending': '备案中',
  'closed-without-procedure': '关停没有办理手续',
  'closed-still-linked': '关停后仍被链接',
  'closed-still-publishing': '关停后仍在发文',
};

const titled = (titles: string[]) => titles.map((title) => ({ title, width: 18 }));

/** A list of procedures as a table. */
export function proceduresSheet(procedures: readonly ProcedureSummary[]): SheetModel {
  return {
    name: '办理事项',
    columns: titled(['账号', '主办单位', '事项', '申请日期', '状态', '下一步', '期限', '逾期']),
    rows: procedures.map(
      ({ accountName, agencyName, kind, appliedOn, state, next, dueOn, overdue }) => [
        accountName,
        agencyName,
        kindLabels[kind],
        appliedOn,
        states[state],
        next && stepLabels[next],
        next && dueOn,
        overdue ? '是' : '否',
      ],
    ),
  };
}

/** Gaps in filing as a table. */
export function gapsSheet(list: readonly FilingGap[]): SheetModel {
  return {
    name: '备案缺口',
    columns: titled(['账号', '主办单位', '缺口', '情况', '应备案日期', '逾期']),
    rows: list.map(({ accountName, agencyName, kind, evidence, dueOn, overdue }) => [
      accountName,
      agencyName,
      gaps[kind],
      evidence,
      dueOn,
      overdue ? '是' : '否',
    ]),
  };
}
