import type { GovernmentRole, Procurement, Purchase, Sensitivity } from '../../../typings/modes';
import type { Force, Level, OperatingMode } from '../../../typings/vocabulary';

/** The order in which modes are listed where nothing else decides. */
export const operatingModes = ['independent', 'collaborative', 'delegated'] as const;

export const modeLabels: Record<OperatingMode, string> = {
  independent: '独立运作型',
  collaborative: '协同运作型',
  delegated: '完全委托型',
};

/** Seed text, chapter 3 section 3: what government is in each mode. */
export const roleOfMode: Record<OperatingMode, GovernmentRole> = {
  independent: 'producer',
  delegated: 'supervisor',
  collaborative: 'partner',
};

export const roleLabels: Record<GovernmentRole, string> = {
  producer: '生产者',
  supervisor: '监督者',
  partner: '伙伴',
};

export const purchaseLabels: Record<Purchase, string> = {
  operation: '运营服务',
  technology: '技术服务',
  training: '培训服务',
};

export const procurementLabels: Record<Procurement, string> = {
  tender: '公开招标',
  negotiation: '磋商',
  directed: '定向合作',
  'single-source': '单一来源',
  inquiry: '询价',
};

export const sensitivityLabels: Record<Sensitivity, string> = {
  public: '可以公开',
  internal: '内部信息',
  restricted: '不得离开本单位',
};

export const levelLabels: Record<Level, string> = {
  central: '中央',
  provincial: '省级',
  prefectural: '地市级',
  county: '县区级',
  township: '乡镇街道',
};

export const forceLabels: Record<Force, string> = {
  dissemination: '传播力',
  service: '服务力',
  interaction: '互动力',
};
