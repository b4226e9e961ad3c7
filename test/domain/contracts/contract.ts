import type { Contract, ContractKpi } from '../../../typings/contracts';

export function kpi(changes: Partial<ContractKpi> = {}): ContractKpi {
  return {
    id: 'articles',
    metric: 'articles',
    scheme: null,
    period: 'month',
    target: 20,
    direction: 'at-least',
    weight: 1,
    rule: { kind: 'per-unit', unit: 1, percent: 2, capPercent: 20 },
    floor: 10,
    ...changes,
  };
}

export function contract(changes: Partial<Contract> = {}): Contract {
  return {
    id: 'contract-1',
    vendorId: 'vendor-1',
    vendorName: '某某融媒公司',
    accountIds: ['account-1'],
    scope: ['operation'],
    procurement: 'negotiation',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    priceYuan: 365_000,
    kpis: [kpi()],
    acceptor: '办公室',
    duties: {
      qualificationCheck: '2025-12-01',
      operatingAgreement: '2025-12-20',
      confidentialityAgreement: '2025-12-20',
      namedOfficer: '张三',
      processSupervision: '2026-01-01',
      reviewBeforePublishing: '2026-01-01',
    },
    ...changes,
  };
}
