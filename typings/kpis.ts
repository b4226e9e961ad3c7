import type { Figures } from './submission';
import type { Day, Force, Measure, MetricName, PeriodId, Source } from './vocabulary';

/** Ratios that contracts ask for, made of two metrics. */
export type RatioMetric =
  | 'replyRate'
  | 'messageReplyRate'
  | 'completionRate'
  | 'satisfactionRate'
  | 'workingEntryRate';

export type KpiMetric = MetricName | RatioMetric | Force | 'communicationIndex';

/** Calendar periods, or the whole term of the contract (整个合同期). */
export type KpiPeriod = 'week' | 'month' | 'quarter' | 'year' | 'term';

/** How often a contract is settled (结算周期). */
export type SettlementPeriod = Exclude<KpiPeriod, 'week'>;

/** What a missed target costs, in percent of what the KPI's own period is paid. */
export type DeductionRule =
  | { kind: 'none' }
  | { kind: 'per-unit'; unit: number; percent: number; capPercent: number }
  | { kind: 'all-or-nothing'; percent: number };

/** Asked of each account of the contract by itself. */
export interface ContractKpi {
  id: string;
  metric: KpiMetric;
  /** scheme of a force or of the index; null for metrics */
  scheme: string | null;
  period: KpiPeriod;
  /** ratios are shares of 1 */
  target: number;
  direction: 'at-least' | 'at-most';
  /** weights of a contract's KPIs sum to 1 */
  weight: number;
  rule: DeductionRule;
  /** past this the agency may end the contract; null when there is no such line */
  floor: number | null;
}

/** The principal's figures of one account and period, the vendor's own beside them. */
export interface KpiFigures {
  accountId: string;
  period: PeriodId;
  /** null when nothing was filed for the period */
  synced: Figures | null;
  /** as a submission's own: the last day that the figures speak of, when the period was running */
  through?: Day;
  /** revisions that the figures come from: the evidence */
  submissions: { period: PeriodId; revision: number }[];
  reported: { [K in KpiMetric]?: number | null };
}

/** One KPI of one account in one period. */
export interface KpiState {
  kpiId: string;
  metric: KpiMetric;
  accountId: string;
  period: PeriodId;
  /** last day of the period under contract */
  endsOn: Day;
  /** null when the principal has no figure */
  actual: number | null;
  target: number;
  /**
   * `running` 进行中: the period is not over. `exempt` 不考核: only partly under contract, or a ratio of
   * nothing.
   */
  state: 'met' | 'missed' | 'breached' | 'unknown' | 'running' | 'exempt';
  /** how far short of the target, in the metric's unit; 0 when met */
  shortfall: number | null;
  /** how much of the target was reached, 0–1 */
  attainment: number | null;
  /** percent of what the KPI's own period is paid for this account */
  deductionPercent: number;
  deductionYuan: number;
  reported: number | null;
  /** reported minus actual */
  difference: number | null;
  /** the difference is larger than rounding and late figures explain */
  disputed: boolean;
  text: string;
  /** 估算: `actual` rests on a figure that its file only estimates */
  estimated?: true;
  evidence: KpiEvidence[];
}

/** A stored figure that a KPI's state rests on. */
export interface KpiEvidence {
  metric: MetricName;
  label: string;
  value: number | null;
  measure: Measure | null;
  source: Source;
  asOf: Day;
  estimated?: true;
  submissions: { period: PeriodId; revision: number }[];
}

export interface Settlement {
  period: PeriodId;
  from: Day;
  to: Day;
  /** the period is over, so that it can be settled */
  over: boolean;
  dueYuan: number;
  deductionYuan: number;
  payableYuan: number;
  /** weighted attainment of the KPIs with figures, 0–100; null when none has any */
  score: number | null;
  /** payment waits while KPIs are without figures */
  unknownKpis: string[];
  disputedKpis: string[];
  mayTerminate: boolean;
  kpis: KpiState[];
}
