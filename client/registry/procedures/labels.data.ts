import type { ProcedureKind, ProcedureState, ProcedureStep } from '../../../typings/lifecycle';
import type { Tone } from '../../components/Tag';

export const kindLabels: Record<ProcedureKind, string> = {
  filing: '备案',
  change: '变更',
  merger: '合并',
  closing: '关停注销',
};

export const stepLabels: Record<ProcedureStep, string> = {
  apply: '待修改申请',
  decide: '待审批',
  notice: '待公告',
  'carry-out': '待平台办理',
  file: '待备案登记',
};

export const stateTags: Record<ProcedureState, { text: string; tone: Tone }> = {
  open: { text: '办理中', tone: 'info' },
  returned: { text: '退回修改', tone: 'warn' },
  done: { text: '已办结', tone: 'good' },
  refused: { text: '未批准', tone: 'bad' },
  withdrawn: { text: '已撤回', tone: 'plain' },
};

/** What the day of an application is the day of. */
export const plannedDayLabels: Record<ProcedureKind, string> = {
  filing: '开设日期',
  change: '拟变更日期',
  merger: '拟合并日期',
  closing: '拟关停日期',
};
