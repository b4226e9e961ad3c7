import type { ProcedureDetail } from '../../../typings/lifecycle';
import type { Account } from '../../../typings/registry';
import type { Day } from '../../../typings/vocabulary';
import { dayName } from '../day-name';
import { kindLabels } from './steps.data';

type Line = [label: string, value: string];

/** Chinese words of the registry that the form needs. */
export interface FormWords {
  accountKind: string;
  level: string;
  region: string;
  filing: string;
}

/**
 * The rows of 备案登记表 as label and value: the fields that the notices on registration name
 * (账号名称、平台、账号类型、主办单位、主管单位、承办单位、负责人与联系人、备案状态、各日期).
 * What is not known stays blank, to be filled in by hand; what a kind does not have is left out.
 */
export function formRows(
  account: Account,
  { application, events, kind }: ProcedureDetail,
  words: FormWords,
): Line[] {
  const last = (act: string) => events.filter((event) => event.act === act).at(-1);
  const told = (day: Day | null | undefined) => (day ? dayName(day) : '');
  const dayOf = (act: string) => told(last(act)?.on);
  const { collectiveDecision, leaderConsent, alteration, successor } = application;
  const approved = last('approve');
  const ends = kind === 'closing' || kind === 'merger';
  const changed: Line[] =
    kind === 'change'
      ? [
          ['变更日期', dayOf('carry-out')],
          ['变更内容', alteration ? alterationText(alteration) : ''],
        ]
      : [];
  const into = [successor?.name, successor?.wechatId, successor?.link].filter(Boolean);
  const ended: Line[] = ends
    ? [
        [kind === 'closing' ? '关停日期' : '合并日期', dayOf('carry-out')],
        ['新账号与链接', into.join(' · ')],
      ]
    : [];
  return [
    ['办理事项', kindLabels[kind]],
    ['账号名称', account.name],
    ['平台', '微信公众平台'],
    ['微信号', account.wechatId],
    ['账号类型', words.accountKind],
    ['认证主体', account.principal],
    ['主办单位', account.agency.name],
    ['级别与地域', `${words.level} · ${words.region}`],
    ['主管单位', account.agency.supervisorUnit ?? ''],
    ['承办（运营）单位', account.operation.operator ?? account.agency.name],
    ['负责人', application.responsible],
    ['联系人及电话', `${application.contact} ${application.phone}`],
    ['备案状态', `${words.filing}${account.filing.number ? `（${account.filing.number}）` : ''}`],
    ['开设日期', told(account.operation.openedOn)],
    ...changed,
    ...ended,
    ['申请事由', application.reason],
    ['单位集体研究', `${dayName(collectiveDecision.on)} ${collectiveDecision.record}`],
    ['主要领导意见', `${dayName(leaderConsent.on)} ${leaderConsent.by} 同意`],
    [
      '主管部门审批意见',
      approved ? `${dayName(approved.on)} 同意${approved.note ? `：${approved.note}` : ''}` : '',
    ],
    ...(ends ? [['公告日期', dayOf('notice')] satisfies Line] : []),
    ['备案登记日期', dayOf('file')],
  ];
}

function alterationText({
  name,
  operator,
  agency,
}: NonNullable<ProcedureDetail['application']['alteration']>): string {
  return [
    ...(name === undefined ? [] : [`名称变更为“${name}”`]),
    ...(operator === undefined ? [] : [`运营单位变更为“${operator ?? '本单位'}”`]),
    ...(agency === undefined
      ? []
      : [`主办单位变更为“${agency.name}”，主管单位为“${agency.supervisorUnit ?? '无'}”`]),
  ].join('；');
}
