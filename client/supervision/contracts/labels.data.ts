import type { AcceptanceDecision } from '../../../typings/acceptance';
import type { ContractAlert, ContractStage } from '../../../typings/contracts';
import type { ContractKpi, KpiState, SettlementPeriod } from '../../../typings/kpis';
import type { Procurement, Purchase, VendorGrade } from '../../../typings/modes';
import type { Tone } from '../../components/Tag';

export const scopeLabels: Record<Purchase, string> = {
  operation: '代运营',
  technology: '技术开发维护',
  training: '培训指导',
};

export const procurementLabels: Record<Procurement, string> = {
  tender: '公开招标',
  negotiation: '竞争性谈判或磋商',
  directed: '定向合作',
  'single-source': '单一来源',
  inquiry: '询价',
};

export const periodLabels: Record<ContractKpi['period'], string> = {
  week: '每周',
  month: '每月',
  quarter: '每季度',
  year: '每年',
  term: '整个合同期',
};

export const settlementLabels: Record<SettlementPeriod, string> = {
  month: '按月',
  quarter: '按季度',
  year: '按年',
  term: '合同期满一次',
};

export const ruleLabels: Record<ContractKpi['rule']['kind'], string> = {
  none: '不扣款',
  'all-or-nothing': '不达标扣固定比例',
  'per-unit': '每差一个单位扣一次',
};

export const directionLabels: Record<ContractKpi['direction'], string> = {
  'at-least': '不低于',
  'at-most': '不高于',
};

export const stages: Record<ContractStage, { text: string; tone: Tone }> = {
  upcoming: { text: '未开始', tone: 'plain' },
  running: { text: '履行中', tone: 'good' },
  ended: { text: '已到期', tone: 'plain' },
};

export const states: Record<KpiState['state'], { text: string; tone: Tone }> = {
  met: { text: '达标', tone: 'good' },
  missed: { text: '未达标', tone: 'warn' },
  breached: { text: '破底线', tone: 'bad' },
  unknown: { text: '缺数据', tone: 'plain' },
  running: { text: '进行中', tone: 'info' },
  exempt: { text: '不考核', tone: 'plain' },
};

export const decisions: Record<AcceptanceDecision, { text: string; tone: Tone }> = {
  accepted: { text: '验收通过', tone: 'good' },
  deducted: { text: '扣减后通过', tone: 'good' },
  refused: { text: '验收不通过', tone: 'bad' },
};

export const alertTones: Record<ContractAlert['severity'], 'info' | 'warn'> = {
  notice: 'info',
  warning: 'warn',
};

export const gradeLabels: Record<VendorGrade, string> = { good: '好', fair: '一般', poor: '差' };
