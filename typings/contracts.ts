import type { DecidedSettlement } from './acceptance';
import type { ContractKpi, KpiMetric, SettlementPeriod } from './kpis';
import type { Procurement, Purchase, VendorGrade } from './modes';
import type { Day, Instant, PeriodId } from './vocabulary';

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
  vendorName: string;
  /** 统一社会信用代码, GB 32100: tells vendors apart over all their contracts */
  vendorCode: string;
  /** accounts of one agency */
  accountIds: string[];
  scope: Purchase[];
  procurement: Procurement;
  startsOn: Day;
  endsOn: Day;
  priceYuan: number;
  settledBy: SettlementPeriod;
  kpis: ContractKpi[];
  /** who accepts the work: an office of the agency */
  acceptor: string;
  duties: ContractDuties;
}

export interface Contract extends ContractInput {
  id: string;
  /** made of the vendor's code: what a vendor's membership names */
  vendorId: string;
  /** 1 for the first; each change adds one */
  revision: number;
}

/** A contract as a list shows it. */
export interface ContractListing
  extends Pick<
    Contract,
    'id' | 'vendorName' | 'scope' | 'procurement' | 'startsOn' | 'endsOn' | 'priceYuan'
  > {
  agencyName: string;
  accountNames: string[];
  /** 未开始 / 履行中 / 已到期 */
  stage: ContractStage;
  /** 示例数据 */
  sample: boolean;
}

export type ContractStage = 'upcoming' | 'running' | 'ended';

export interface ContractWarning {
  code:
    | 'gaming-kpi'
    | 'research-scheme'
    | 'duty-open'
    | 'no-kpi'
    | 'deductions-exceed-price'
    | 'free-contract';
  text: string;
  kpiId?: string;
  alternative?: KpiMetric;
  source?: string;
}

export interface ContractAlert {
  code:
    | 'expiring'
    | 'expired'
    | 'missed-kpi'
    | 'breached-kpi'
    | 'single-vendor'
    | 'disputed-report'
    | 'duty-open';
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

/** What a vendor says of one account and period; each correction adds a revision. */
export interface VendorReport {
  accountId: string;
  period: PeriodId;
  revision: number;
  figures: { [K in KpiMetric]?: number | null };
  reportedAt: Instant;
}

/** A contract with its state, settlement by settlement, newest first. */
export interface ContractDetail {
  contract: Contract;
  listing: ContractListing;
  accounts: { id: string; name: string }[];
  warnings: ContractWarning[];
  settlements: DecidedSettlement[];
  alerts: ContractAlert[];
  reports: VendorReport[];
  vendor: VendorRecord;
  /** the reader may change the contract, report figures for it, or accept what it came to */
  may: { save: boolean; report: boolean; decide: boolean };
}
