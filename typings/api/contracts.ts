import type { Page } from '../answer';
import type {
  Contract,
  ContractAlert,
  ContractDetail,
  ContractInput,
  ContractWarning,
  KpiMetric,
  Settlement,
} from '../contracts';
import type { PeriodId } from '../vocabulary';

export interface ContractsApi {
  'contracts.list': (input: { accountId?: string; cursor?: string }) => Page<Contract>;
  'contracts.get': (input: { contractId: string }) => ContractDetail;
  'contracts.save': (input: {
    requestKey: string;
    contractId?: string;
    contract: ContractInput;
  }) => { contract: Contract; warnings: ContractWarning[] };
  'contracts.report': (input: {
    requestKey: string;
    contractId: string;
    period: PeriodId;
    figures: { [K in KpiMetric]?: number | null };
  }) => Settlement;
  'contracts.alerts': (input: Record<string, never>) => { alerts: ContractAlert[] };
  'contracts.acceptance': (input: {
    contractId: string;
    period: PeriodId;
    format: 'docx' | 'xlsx';
  }) => { url: string };
}
