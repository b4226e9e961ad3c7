import type { ContractDuties } from './contracts';
import type { ContractKpi, KpiMetric } from './kpis';
import type { Purchase } from './modes';
import type { Agency } from './registry';

/** What a KPI can be set on, as the form shows it. */
export interface KpiMetricOption {
  metric: KpiMetric;
  label: string;
  /** 篇, 小时, %, … */
  unit: string;
  /** shown and typed in percent, stored as a share of 1 */
  percent: boolean;
  direction: ContractKpi['direction'];
  needsScheme: boolean;
  /** why it is unwise, and what to ask for instead; null when it is sound */
  gaming: { text: string; alternative: KpiMetric } | null;
}

/** A KPI to start from: where its idea comes from. */
export interface KpiTemplate {
  id: string;
  scope: Purchase;
  kpi: Omit<ContractKpi, 'id' | 'weight'>;
  text: string;
  source: string;
}

/** All that the form of a contract chooses from. */
export interface ContractForm {
  agency: Agency;
  accounts: { id: string; name: string }[];
  /** vendors of this agency's contracts so far */
  vendors: { name: string; code: string }[];
  metrics: KpiMetricOption[];
  /** `parts`: keys of the parts that each scheme computes, the forces among them or not */
  schemes: { id: string; name: string; purpose: 'research' | 'assessment'; parts: string[] }[];
  templates: KpiTemplate[];
  duties: { code: keyof ContractDuties; text: string; source: string }[];
}
