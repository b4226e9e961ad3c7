import type { HitDecision, HitKind } from '../../../typings/monitors';

export const kindLabels: Record<HitKind, string> = {
  'wrong-form': '错别字',
  sensitive: '不规范表述',
  'identity-number': '身份证号未遮挡',
  'phone-number': '手机号未遮挡',
  'bank-card': '银行卡号未遮挡',
};

export const decisionLabels: Record<HitDecision, string> = {
  'false-alarm': '误报',
  corrected: '已更正',
  inspection: '转检查',
};
