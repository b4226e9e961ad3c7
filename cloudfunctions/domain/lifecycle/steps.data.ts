import type { ProcedureKind, ProcedureStep } from '../../../typings/lifecycle';

/** What each kind of procedure goes through, in this order. */
export const steps: Record<ProcedureKind, readonly ProcedureStep[]> = {
  filing: ['apply', 'decide', 'file'],
  change: ['apply', 'decide', 'carry-out', 'file'],
  merger: ['apply', 'decide', 'notice', 'carry-out', 'file'],
  closing: ['apply', 'decide', 'notice', 'carry-out', 'file'],
};

export const kindLabels: Record<ProcedureKind, string> = {
  filing: '备案',
  change: '变更',
  merger: '合并',
  closing: '关停注销',
};

export const stepLabels: Record<ProcedureStep, string> = {
  apply: '提出申请',
  decide: '主管部门审批',
  notice: '发布公告',
  'carry-out': '在微信平台办理',
  file: '备案登记',
};
