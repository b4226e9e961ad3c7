import type { AcceptanceDecision } from '../acceptance';
import type { Page } from '../answer';
import type { ContractForm } from '../contract-form';
import type { ContractAlert, ContractDetail, ContractInput, ContractListing } from '../contracts';
import type { KpiMetric } from '../kpis';
import type { PeriodId } from '../vocabulary';

export interface ContractsApi {
  /** newest end first; a vendor's are its own alone */
  'contracts.list': (input: { accountId?: string; cursor?: string }) => Page<ContractListing>;
  'contracts.get': (input: { contractId: string }) => ContractDetail;
  /** what a new contract of this account's agency chooses from */
  'contracts.form': (input: { accountId: string }) => ContractForm;
  'contracts.save': (input: {
    requestKey: string;
    contractId?: string;
    contract: ContractInput;
    basedOnRevision: number;
    /** required for a change */
    reason?: string;
  }) => ContractDetail;
  'contracts.report': (input: {
    requestKey: string;
    contractId: string;
    accountId: string;
    period: PeriodId;
    figures: { [K in KpiMetric]?: number | null };
    basedOnRevision: number;
  }) => ContractDetail;
  /** `more`: not all running contracts were looked at, the ones that end first were */
  'contracts.alerts': (input: { accountId?: string }) => {
    alerts: ContractAlert[];
    more: boolean;
  };
  /** `seen`: the checksum of the settlement that was looked at */
  'contracts.decide': (input: {
    requestKey: string;
    contractId: string;
    period: PeriodId;
    decision: AcceptanceDecision;
    /** required unless everything was met, known and agreed upon */
    reason?: string;
    seen: string;
    basedOnRevision: number;
  }) => ContractDetail;
  'contracts.acceptance': (input: {
    contractId: string;
    period: PeriodId;
    format: 'docx' | 'xlsx';
  }) => { url: string };
}
