import type { ContractDuties } from '../../typings/contracts';
import type { ContractKpi, KpiMetric } from '../../typings/kpis';
import type { Procurement, Purchase } from '../../typings/modes';
import type { Account } from '../../typings/registry';
import type { Day, PeriodId } from '../../typings/vocabulary';
import { sampleVendorCodes } from './persons.data';

interface SampleContract {
  key: string;
  accountId: string;
  vendor: keyof typeof vendorNames;
  scope: Purchase[];
  procurement: Procurement;
  /** days, or months from the running one: its first day, its last day */
  from: Day | number;
  to: Day | number;
  priceYuan: number;
  kpis: ContractKpi[];
  acceptor: string;
  open?: (keyof ContractDuties)[];
}

const vendorNames = { media: '示例传媒有限公司', studio: '示例数字技术有限公司' } as const;

const kpi = (
  id: string,
  metric: KpiMetric,
  target: number,
  weight: number,
  more: Partial<ContractKpi> = {},
): ContractKpi => ({
  id,
  metric,
  scheme: null,
  period: 'month',
  target,
  direction: 'at-least',
  weight,
  rule: { kind: 'all-or-nothing', percent: 5 },
  floor: null,
  ...more,
});
const atMost = { direction: 'at-most' } as const;
const perArticle = { kind: 'per-unit', unit: 1, percent: 1, capPercent: 20 } as const;

const running: ContractKpi[] = [
  kpi('articles', 'articles', 35, 0.3, { rule: perArticle, floor: 15 }),
  kpi('gap', 'longestGapDays', 5, 0.2, { ...atMost, floor: 14 }),
  kpi('replies', 'replyRate', 0.6, 0.2),
  kpi('hours', 'medianReplyHours', 24, 0.2, atMost),
  kpi('findings', 'openFindings', 0, 0.1, atMost),
];

/** What is known of the named two is theirs: how it was procured. The rest is made up. */
const contracts: SampleContract[] = [
  {
    key: 'gulou-2017',
    accountId: 'sample-jiazaigulou',
    vendor: 'media',
    scope: ['operation'],
    procurement: 'negotiation',
    from: '2017-03-01',
    to: '2018-02-28',
    priceYuan: 280_000,
    kpis: [kpi('articles', 'articles', 30, 1, { rule: { kind: 'none' } })],
    acceptor: '区政府办公室',
  },
  {
    key: 'gulou-now',
    accountId: 'sample-jiazaigulou',
    vendor: 'media',
    scope: ['operation'],
    procurement: 'negotiation',
    from: -10,
    to: 1,
    priceYuan: 340_000,
    kpis: running,
    acceptor: '区政府办公室',
  },
  {
    key: 'gulou-training',
    accountId: 'sample-jiazaigulou',
    vendor: 'studio',
    scope: ['training'],
    procurement: 'inquiry',
    from: -6,
    to: -1,
    priceYuan: 36_000,
    kpis: [kpi('hours', 'medianReplyHours', 24, 1, { ...atMost, rule: { kind: 'none' } })],
    acceptor: '区政府办公室',
  },
  {
    key: 'fulian-now',
    accountId: 'sample-fuzhoufulian',
    vendor: 'media',
    scope: ['operation'],
    procurement: 'directed',
    from: -4,
    to: 7,
    priceYuan: 180_000,
    kpis: running.map((one) => (one.id === 'articles' ? { ...one, target: 40 } : one)),
    acceptor: '办公室（宣传部）',
    open: ['confidentialityAgreement'],
  },
  {
    key: 'lianjiang-entries',
    accountId: 'sample-county-001',
    vendor: 'studio',
    scope: ['technology'],
    procurement: 'tender',
    from: -11,
    to: 0,
    priceYuan: 58_000,
    kpis: [
      kpi('entries', 'workingEntryRate', 1, 0.6, {
        rule: { kind: 'per-unit', unit: 0.1, percent: 10, capPercent: 50 },
        floor: 0.3,
      }),
      kpi('available', 'interactionAvailable', 1, 0.4),
    ],
    acceptor: '办公室',
  },
];

/** The vendors' own figures: the newest months of the running contracts, one of them far too high. */
const reports: { key: string; back: number; figures: { [K in KpiMetric]?: number } }[] = [
  { key: 'fulian-now', back: 1, figures: { articles: 72, medianReplyHours: 6 } },
];

/** Sample contracts as they are stored, and what their vendors report. */
export function sampleContracts(
  accounts: Account[],
  today: Day,
  vendorIdOf: (code: string) => string,
) {
  const byId = new Map(accounts.map((account) => [account.id, account]));
  const at = `${today}T00:00:00Z`;
  const stored = contracts.flatMap((sample) => {
    const account = byId.get(sample.accountId);
    if (!account) return [];
    const { id: agencyId, region, level, department, name } = account.agency;
    const vendorCode = sampleVendorCodes[sample.vendor];
    const vendorId = vendorIdOf(vendorCode);
    const startsOn = boundary(sample.from, today, 'first');
    return [
      {
        id: `sample-contract-${sample.key}`,
        revision: 1,
        vendorId,
        vendorName: vendorNames[sample.vendor],
        vendorCode,
        accountIds: [account.id],
        scope: sample.scope,
        procurement: sample.procurement,
        startsOn,
        endsOn: boundary(sample.to, today, 'last'),
        priceYuan: sample.priceYuan,
        settledBy: 'quarter' as const,
        kpis: sample.kpis,
        acceptor: sample.acceptor,
        duties: dutiesOf(startsOn, sample.open ?? []),
        seat: { agencyId, region, level, department, vendorIds: [vendorId] },
        agencyName: name,
        accountNames: [account.name],
        sample: true,
        enteredBy: 'sample',
        enteredAt: at,
      },
    ];
  });
  const told = reports.map(({ key, back, figures }) => {
    const to = boundary(-back, today, 'last');
    return {
      contractId: `sample-contract-${key}`,
      accountId: contracts.find((one) => one.key === key)?.accountId ?? '',
      period: to.slice(0, 7) as PeriodId,
      to,
      revision: 1,
      figures,
      reportedBy: 'sample',
      reportedAt: at,
    };
  });
  return { contracts: stored, reports: told };
}

function dutiesOf(day: Day, open: (keyof ContractDuties)[]): ContractDuties {
  const done: ContractDuties = {
    qualificationCheck: day,
    operatingAgreement: day,
    confidentialityAgreement: day,
    namedOfficer: '林同志',
    processSupervision: day,
    reviewBeforePublishing: day,
  };
  return { ...done, ...Object.fromEntries(open.map((duty) => [duty, null])) };
}

function boundary(at: Day | number, today: Day, edge: 'first' | 'last'): Day {
  if (typeof at === 'string') return at;
  const [year = 0, month = 1] = today.split('-').map(Number);
  const day = edge === 'first' ? Date.UTC(year, month - 1 + at, 1) : Date.UTC(year, month + at, 0);
  return new Date(day).toISOString().slice(0, 10);
}
