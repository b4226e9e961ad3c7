import type { Acceptance, DecidedSettlement } from '../../typings/acceptance';
import type { ContractForm } from '../../typings/contract-form';
import type { Contract, ContractDetail } from '../../typings/contracts';
import type { ContractKpi } from '../../typings/kpis';
import { account } from './fakes';

export const kpi = (changes: Partial<ContractKpi> = {}): ContractKpi => ({
  id: 'replies',
  metric: 'replyRate',
  scheme: null,
  period: 'month',
  target: 0.9,
  direction: 'at-least',
  weight: 1,
  rule: { kind: 'per-unit', unit: 0.1, percent: 2, capPercent: 10 },
  floor: 0.5,
  ...changes,
});

export const contract = (changes: Partial<Contract> = {}): Contract => ({
  id: 'c',
  revision: 3,
  vendorId: 'v',
  vendorName: '某公司',
  vendorCode: '9144030071526726XG',
  accountIds: ['a'],
  scope: ['operation'],
  procurement: 'tender',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  priceYuan: 340_000,
  settledBy: 'quarter',
  kpis: [kpi()],
  acceptor: '办公室',
  duties: {
    qualificationCheck: '2026-01-01',
    operatingAgreement: null,
    confidentialityAgreement: null,
    namedOfficer: '张三',
    processSupervision: null,
    reviewBeforePublishing: null,
  },
  ...changes,
});

export const template = (
  metric: ContractKpi['metric'],
  scope: 'operation' | 'training' = 'operation',
) => {
  const { id: _, weight, ...rest } = kpi({ metric, floor: null });
  return { id: metric, scope, kpi: rest, text: metric, source: '某规定' };
};

export const form: ContractForm = {
  agency: account('a').agency,
  accounts: [{ id: 'a', name: '账号' }],
  vendors: [],
  metrics: [
    option('articles', false),
    option('replyRate', true),
    { ...option('medianReplyHours', false), direction: 'at-most' },
    { ...option('communicationIndex', false), needsScheme: true },
  ],
  schemes: [{ id: 's', name: '方案', purpose: 'assessment', parts: [] }],
  templates: [
    template('replyRate'),
    template('articles'),
    template('medianReplyHours', 'training'),
  ],
  duties: [],
};

export function option(
  metric: ContractKpi['metric'],
  percent: boolean,
): ContractForm['metrics'][number] {
  const base = { direction: 'at-least', needsScheme: false, gaming: null } as const;
  return { metric, label: metric, unit: percent ? '%' : '篇', percent, ...base };
}

export const detail = (changes: Partial<ContractDetail> = {}): ContractDetail => ({
  contract: contract(),
  listing: {
    id: 'c',
    vendorName: '某公司',
    scope: ['operation'],
    procurement: 'tender',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    priceYuan: 1,
    agencyName: '某办公室',
    accountNames: ['账号'],
    stage: 'running',
    sample: false,
  },
  accounts: [{ id: 'a', name: '账号' }],
  warnings: [],
  settlements: [],
  alerts: [],
  reports: [],
  vendor: {
    vendorId: 'v',
    contracts: 1,
    kpiResults: 0,
    metShare: null,
    breaches: 0,
    disputes: 0,
    grade: null,
  },
  may: { save: true, report: true, decide: true },
  ...changes,
});

export const acceptance = (changes: Partial<Acceptance> = {}): Acceptance => ({
  period: '2026-Q3',
  revision: 1,
  decision: 'accepted',
  reason: null,
  acceptor: '办公室',
  officer: '张三',
  contractRevision: 3,
  dueYuan: 100,
  deductionYuan: 0,
  payableYuan: 100,
  checksum: 'sum',
  decidedAt: '2026-10-09T00:00:00Z',
  ...changes,
});

export const settlement = (): DecidedSettlement => ({
  period: '2026-Q3',
  from: '2026-07-01',
  to: '2026-09-30',
  over: true,
  dueYuan: 100,
  deductionYuan: 0,
  payableYuan: 100,
  score: 100,
  unknownKpis: [],
  disputedKpis: [],
  mayTerminate: false,
  kpis: [],
  checksum: 'sum',
  acceptance: null,
  corrected: null,
});
