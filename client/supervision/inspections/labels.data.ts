import type { InspectionState, Lead, RecordEvent, RecordState } from '../../../typings/inspections';
import type { Tone } from '../../components/Tag';

interface Told {
  text: string;
  tone: Tone;
}

export const inspectionStates: Record<InspectionState, Told> = {
  planned: { text: '已拟定', tone: 'plain' },
  committed: { text: '正在冻结名单', tone: 'info' },
  frozen: { text: '待抽取', tone: 'info' },
  drawn: { text: '待分派', tone: 'info' },
  running: { text: '检查中', tone: 'warn' },
  published: { text: '已通报', tone: 'good' },
  closed: { text: '已办结', tone: 'plain' },
  discarded: { text: '已作废', tone: 'plain' },
};

export const recordStates: Record<RecordState, Told> = {
  waiting: { text: '待分派', tone: 'plain' },
  judging: { text: '检查中', tone: 'info' },
  disputed: { text: '第三人复核', tone: 'warn' },
  passed: { text: '✓ 合格', tone: 'good' },
  flawed: { text: '合格（有扣分）', tone: 'warn' },
  failed: { text: '! 不合格', tone: 'bad' },
  rectifying: { text: '! 整改中', tone: 'bad' },
  answered: { text: '待复查', tone: 'warn' },
  appealed: { text: '申诉中', tone: 'warn' },
  resolved: { text: '✓ 已整改', tone: 'good' },
  overturned: { text: '✓ 申诉成立', tone: 'good' },
};

export const stepLabels: Record<RecordEvent, string> = {
  assign: '分派检查员',
  'agree-pass': '两人判定一致：合格',
  'agree-flawed': '两人判定一致：合格，有扣分',
  'agree-fail': '两人判定一致：不合格',
  disagree: '两人判定不一致，交第三人',
  'settle-pass': '第三人判定：合格',
  'settle-flawed': '第三人判定：合格，有扣分',
  'settle-fail': '第三人判定：不合格',
  publish: '通报，要求整改',
  answer: '提交整改情况',
  accept: '复查通过',
  reject: '复查未通过，重新整改',
  appeal: '提出申诉',
  uphold: '申诉不成立，维持判定',
  overturn: '申诉成立，撤销判定',
};

export const jobLabels = {
  freeze: '正在冻结检查名单',
  draw: '正在抽取',
  assign: '正在分派检查员',
  reassign: '正在换检查员',
  publish: '正在汇总通报',
};

export const leadLabels: Record<Lead['kind'], string> = {
  unfiled: '未备案',
  'filing-pending': '备案逾期未办结',
  'filing-overdue': '备案晚于期限',
  'closed-without-procedure': '关停没有办理手续',
  'closed-still-linked': '关停后仍被链接',
  'closed-still-publishing': '关停后仍在发文',
  'wrong-form': '标题疑有错别字',
  sensitive: '标题疑有不规范表述',
  'identity-number': '标题疑有身份证号',
  'phone-number': '标题疑有手机号',
  'bank-card': '标题疑有银行卡号',
};
