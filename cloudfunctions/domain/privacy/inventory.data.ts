import type { PersonalField } from '../../../typings/privacy';

const duty = '履行政务新媒体管理的法定职责（个人信息保护法第十三条第三项）';
const law = '网络安全法第二十一条：日志留存不少于六个月';
const consent = '本人申请时提供，可随时注销（个人信息保护法第十三条第一项、第十五条）';
const record = '与所记录的事项一同保存';

const member = (
  [collection, field]: [collection: string, field: string],
  what: string,
  rest: Omit<PersonalField, 'collection' | 'field' | 'what' | 'holds'>,
): PersonalField => ({ collection, field, what, holds: 'member', ...rest });

/** Who wrote something that the agency must keep: the record stays, the person goes. */
const author = (collection: string, field: string, what: string): PersonalField =>
  member([collection, field], what, {
    purpose: '查明数据由谁填报、改动或审定',
    basis: duty,
    retention: record,
    onErase: 'anonymise',
  });

const detail = (
  [collection, field]: [collection: string, field: string],
  what: string,
  rest: Omit<PersonalField, 'collection' | 'field' | 'what' | 'holds'>,
): PersonalField => ({ collection, field, what, holds: 'detail', ...rest });

/** An officer named in an agency's own paper: kept as the paper is. */
const officer = (collection: string, field: string, what: string): PersonalField =>
  detail([collection, field], what, {
    purpose: '载明经办与验收的责任',
    basis: duty,
    retention: record,
    onErase: 'keep',
  });

const access = { purpose: '确认身份与权限', basis: consent, onErase: 'remove' } as const;
const research = { purpose: '审批与追溯研究数据的使用', basis: consent } as const;

/** Every personal field of every collection; docs/personal-data.md says it in words. */
export const inventory: readonly PersonalField[] = [
  member(['memberships', 'member'], '持有身份的人（微信标识的加密摘要）', {
    ...access,
    retention: '收回或注销时止',
  }),
  detail(['memberships', 'alias'], '代号', { ...access, retention: '收回或注销时止' }),
  author('memberships', 'grantedBy', '授予身份的人'),
  author('invitations', 'createdBy', '发出邀请的人'),
  member(['invitations', 'acceptedBy'], '接受邀请的人', {
    purpose: '邀请码只能使用一次',
    basis: consent,
    retention: '邀请到期后 90 天',
    onErase: 'anonymise',
  }),
  member(['attempts', 'who'], '输错邀请码的人', {
    purpose: '防止猜测邀请码',
    basis: duty,
    retention: '30 天',
    onErase: 'remove',
  }),
  member(['requests', 'who'], '发出请求的人', {
    purpose: '同一请求只执行一次',
    basis: duty,
    retention: '60 天',
    onErase: 'remove',
  }),
  member(['audit', 'who'], '操作人', {
    purpose: '安全审计',
    basis: law,
    retention: '1096 天，不少于 183 天',
    onErase: 'keep',
  }),
  author('submissions', 'enteredBy', '填报人'),
  author('submission-heads', 'enteredBy', '填报人'),
  author('account-revisions', 'enteredBy', '登记或修改账号的人'),
  author('mode-facts', 'enteredBy', '填写运作情况的人'),
  author('activity', 'who', '确认最近更新的人'),
  author('score-reviews', 'reviewedBy', '复核异常的人'),
  author('inspections', 'plannedBy', '制定检查计划的人'),
  author('inspections', 'inspectorList.member', '检查员'),
  author('inspection-assignments', 'inspector', '检查员'),
  author('recomputations', 'orderedBy', '发起重算的人'),
  author('leaderboards', 'preparedBy', '编制榜单的人'),
  author('reports', 'orderedBy', '编写报告的人'),
  author('matrix-statements', 'who', '填写链接的人'),
  author('procedure-events', 'who', '办理人'),
  officer('procedures', 'application.contact', '联系人姓名'),
  officer('procedures', 'application.phone', '办公电话'),
  officer('procedures', 'application.responsible', '负责人姓名'),
  author('hit-decisions', 'who', '处理错敏提示的人'),
  author('contracts', 'enteredBy', '登记合同的人'),
  author('contracts', 'settledBy', '结算的人'),
  author('contract-revisions', 'enteredBy', '登记合同的人'),
  author('contract-revisions', 'settledBy', '结算的人'),
  officer('contracts', 'acceptor', '验收部门'),
  officer('contracts', 'duties.namedOfficer', '经办人姓名'),
  officer('contract-revisions', 'acceptor', '验收部门'),
  officer('contract-revisions', 'duties.namedOfficer', '经办人姓名'),
  author('contract-reports', 'reportedBy', '自报数据的人'),
  author('contract-report-heads', 'reportedBy', '自报数据的人'),
  author('contract-acceptances', 'decidedBy', '验收的人'),
  author('contract-acceptance-heads', 'decidedBy', '验收的人'),
  officer('contract-acceptances', 'acceptor', '验收部门'),
  officer('contract-acceptances', 'officer', '经办人姓名'),
  officer('contract-acceptance-heads', 'acceptor', '验收部门'),
  officer('contract-acceptance-heads', 'officer', '经办人姓名'),
  detail(['feedback-comments', 'author'], '留言人标识，密封，只在内容安全检查期间保存', {
    purpose: '微信内容安全检查需要',
    basis: consent,
    retention: '检查完成或两小时后清空',
    onErase: 'keep',
  }),
  member(['dataset-applications', 'member'], '申请研究数据的人', {
    ...research,
    retention: '注销时止',
    onErase: 'remove',
  }),
  detail(['dataset-applications', 'alias'], '代号', {
    ...research,
    retention: '注销时止',
    onErase: 'remove',
  }),
  detail(['dataset-applications', 'institution'], '研究机构', {
    ...research,
    retention: '注销时止',
    onErase: 'remove',
  }),
  detail(['dataset-applications', 'purpose'], '研究目的', {
    ...research,
    retention: '注销时止',
    onErase: 'remove',
  }),
  author('dataset-applications', 'decidedBy', '审批人'),
  member(['dataset-downloads', 'member'], '下载人', {
    ...research,
    retention: record,
    onErase: 'anonymise',
  }),
  detail(['dataset-downloads', 'alias'], '代号', {
    ...research,
    retention: record,
    onErase: 'keep',
  }),
  detail(['dataset-downloads', 'institution'], '研究机构', {
    ...research,
    retention: record,
    onErase: 'keep',
  }),
  author('dataset-releases', 'createdBy', '发布人'),
];
