import type { ProcedureKind } from '../../../typings/lifecycle';
import type { ApplicationField, OperatorChange } from '../../stores/application-form';
import { plannedDayLabels } from '../procedures/labels.data';

interface Question {
  field: ApplicationField;
  label: string;
  placeholder?: string;
  /** chosen from the wheel: a day from today on, one up to today, or any */
  day?: 'coming' | 'past' | 'any';
  kinds?: ProcedureKind[];
}

/** What every application says of itself. */
export function subjectQuestions(kind: ProcedureKind): Question[] {
  return [
    { field: 'reason', label: '申请事由' },
    {
      field: 'plannedOn',
      label: plannedDayLabels[kind],
      day: kind === 'filing' ? 'any' : 'coming',
    },
  ];
}

export const successorQuestions: Question[] = [
  { field: 'successor.name', label: '新账号（或网站）名称' },
  { field: 'successor.wechatId', label: '并入账号的微信号', kinds: ['merger'] },
  { field: 'successor.link', label: '新的链接', placeholder: 'https://，没有可不填' },
];

export const agencyQuestions: Question[] = [
  { field: 'alteration.agency.name', label: '主办单位（变更后）' },
  {
    field: 'alteration.agency.supervisorUnit',
    label: '主管单位（变更后）',
    placeholder: '没有可不填',
  },
];

export const decisionQuestions: Question[] = [
  { field: 'collectiveDecision.on', label: '单位集体研究日期', day: 'past' },
  { field: 'collectiveDecision.record', label: '会议纪要', placeholder: '例如 局务会纪要第 18 期' },
  { field: 'leaderConsent.on', label: '主要领导同意日期', day: 'past' },
  { field: 'leaderConsent.by', label: '主要领导' },
];

export const contactQuestions: Question[] = [
  { field: 'responsible', label: '账号负责人' },
  { field: 'contact', label: '联系人' },
  { field: 'phone', label: '办公电话', placeholder: '例如 0591-12345678' },
];

export const operatorChanges: Record<OperatorChange, string> = {
  same: '不变',
  vendor: '委托给运营单位',
  own: '收回本单位运营',
};
