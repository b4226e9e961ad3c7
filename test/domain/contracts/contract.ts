import type { Contract } from '../../../typings/contracts';
import type { ContractKpi, KpiFigures } from '../../../typings/kpis';
import type { Figures } from '../../../typings/submission';
import type { MetricName } from '../../../typings/vocabulary';

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
    revision: 1,
    vendorId: 'vendor-1',
    vendorName: '某某融媒公司',
    vendorCode: '9144030071526726XG',
    accountIds: ['account-1'],
    scope: ['operation'],
    procurement: 'negotiation',
    startsOn: '2026-01-01',
    endsOn: '2026-12-31',
    priceYuan: 365_000,
    settledBy: 'month',
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

/** Figures as they are stored, from plain numbers. */
export function stored(values: { [K in MetricName]?: number | null }): Figures {
  return Object.fromEntries(
    Object.entries(values).map(([metric, value]) => [
      metric,
      { value, measure: null, source: 'file', asOf: '2026-01-31' },
    ]),
  );
}

export function figures(
  values: { [K in MetricName]?: number | null },
  { reported = {}, period = '2026-01', accountId = 'account-1' }: Partial<KpiFigures> = {},
): KpiFigures {
  const submissions = [{ period, revision: 1 }];
  return { accountId, period, synced: stored(values), submissions, reported };
}
