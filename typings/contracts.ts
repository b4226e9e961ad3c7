import type { Procurement, Purchase, VendorGrade } from './modes';
import type { Day, Force, MetricName, PeriodId } from './vocabulary';

/** Ratios that contracts ask for, made of two metrics. */
export type RatioMetric =
  | 'replyRate'
  | 'messageReplyRate'
  | 'completionRate'
  | 'satisfactionRate'
  | 'workingEntryRate';

export type KpiMetric = MetricName | RatioMetric | Force | 'communicationIndex';

export type KpiPeriod = 'week' | 'month' | 'quarter' | 'year';

/** What a missed target costs, in percent of the period's payment. */
export type DeductionRule =
  | { kind: 'none' }
  | { kind: 'per-unit'; unit: number; percent: number; capPercent: number }
  | { kind: 'all-or-nothing'; percent: number };

export interface ContractKpi {
  id: string;
  metric: KpiMetric;
  /** scheme of a force or of the index; null for metrics */
  scheme: string | null;
  period: KpiPeriod;
  target: number;
  direction: 'at-least' | 'at-most';
  /** weights of a contract's KPIs sum to 1 */
  weight: number;
  rule: DeductionRule;
  /** past this the agency may end the contract; null when there is no such line */
  floor: number | null;
}

/** What the rules ask of any delegation: done on which day, or not yet (null). */
export interface ContractDuties {
  qualificationCheck: Day | null;
  operatingAgreement: Day | null;
  confidentialityAgreement: Day | null;
  /** the officer's name; null when nobody is named */
  namedOfficer: string | null;
  processSupervision: Day | null;
  reviewBeforePublishing: Day | null;
}

export interface ContractInput {
  vendorId: string;
  vendorName: string;
  accountIds: string[];
  scope: Purchase[];
  procurement: Procurement;
  startsOn: Day;
  endsOn: Day;
  priceYuan: number;
  kpis: ContractKpi[];
  /** who accepts the work: an office of the agency */
  acceptor: string;
  duties: ContractDuties;
}

export interface Contract extends ContractInput {
  id: string;
}

export interface ContractWarning {
  code: 'gaming-kpi' | 'research-scheme' | 'duty-open' | 'no-kpi' | 'deductions-exceed-price';
  text: string;
  kpiId?: string;
  alternative?: KpiMetric;
  source?: string;
}

/** The principal's figures of one period, the vendor's own beside them. */
export interface KpiFigures {
  period: PeriodId;
  synced: { [K in KpiMetric]?: number | null };
  reported: { [K in KpiMetric]?: number | null };
}

export interface KpiState {
  kpiId: string;
  metric: KpiMetric;
  period: PeriodId;
  /** null when the principal has no figure */
  actual: number | null;
  target: number;
  state: 'met' | 'missed' | 'breached' | 'unknown';
  /** how far short of the target, in the metric's unit; 0 when met */
  shortfall: number | null;
  /** percent of the period's payment */
  deductionPercent: number;
  reported: number | null;
  /** reported minus actual */
  difference: number | null;
  /** the difference is larger than rounding and late figures explain */
  disputed: boolean;
  text: string;
}

export interface Settlement {
  period: PeriodId;
  dueYuan: number;
  deductionYuan: number;
  payableYuan: number;
  deductionPercent: number;
  /** payment waits while KPIs are without figures */
  unknownKpis: string[];
  disputedKpis: string[];
  mayTerminate: boolean;
  kpis: KpiState[];
}

export interface ContractAlert {
  code:
    | 'expiring'
    | 'expired'
    | 'missed-kpi'
    | 'breached-kpi'
    | 'single-vendor'
    | 'disputed-report';
  severity: 'notice' | 'warning';
  contractId: string | null;
  vendorId: string;
  text: string;
  dueOn?: Day;
}

/** A vendor's record over its contracts. */
export interface VendorRecord {
  vendorId: string;
  contracts: number;
  kpiResults: number;
  metShare: number | null;
  breaches: number;
  disputes: number;
  /** null under the minimum of results */
  grade: VendorGrade | null;
}

/** A contract with its state, period by period, newest first. */
export interface ContractDetail {
  contract: Contract;
  warnings: ContractWarning[];
  settlements: Settlement[];
  alerts: ContractAlert[];
  vendor: VendorRecord;
}
