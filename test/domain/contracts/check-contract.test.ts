import * as v from 'valibot';
import {
  checkContract,
  checkOverlap,
  contractSchema,
  contractSchemes,
  isCreditCode,
  kpiTemplates,
  nextChangeOn,
  vendorsOn,
} from '../../../cloudfunctions/domain/contracts';
import type { Contract, ContractInput } from '../../../typings/contracts';
import type { KpiMetric } from '../../../typings/kpis';
import { contract, kpi } from './contract';

const schemes = contractSchemes();

const fieldsOf = (input: ContractInput) => {
  const checked = checkContract(input, schemes);
  return checked.ok ? {} : (checked.error.fields ?? {});
};

const warningsOf = (input: ContractInput) => {
  const checked = checkContract(input, schemes);
  if (!checked.ok) throw new Error(checked.error.message);
  return checked.value;
};

describe('checkContract', () => {
  it('has nothing to say on a sound contract', () => {
    expect(checkContract(contract(), schemes)).toEqual({ ok: true, value: [] });
  });

  it.each<[string, Partial<Contract>, string]>([
    ['ends before it starts', { endsOn: '2025-12-31' }, 'endsOn'],
    ['starts on no day', { startsOn: '2026-02-30' }, 'startsOn'],
    ['has a negative price', { priceYuan: -1 }, 'priceYuan'],
    ['has no account', { accountIds: [] }, 'accountIds'],
    ['names an account twice', { accountIds: ['a', 'a'] }, 'accountIds'],
    ['has no scope', { scope: [] }, 'scope'],
    ['has nobody who accepts', { acceptor: ' ' }, 'acceptor'],
    ['names a vendor by no code', { vendorCode: '9144030071526726X0' }, 'vendorCode'],
    ['lasts for eleven years', { endsOn: '2037-01-01' }, 'endsOn'],
    ['costs more than any', { priceYuan: 2e9 }, 'priceYuan'],
    ['names a scope twice', { scope: ['training', 'training'] }, 'scope'],
    ['wants more than all of a ratio', { kpis: [kpi({ metric: 'replyRate' })] }, 'kpis.0.target'],
    ['wants a negative figure', { kpis: [kpi({ target: -1, floor: null })] }, 'kpis.0.target'],
    [
      'asks by years and holds none whole',
      { startsOn: '2026-03-01', endsOn: '2027-02-28', kpis: [kpi({ period: 'year' })] },
      'kpis.0.period',
    ],
    ['has an unknown metric', { kpis: [kpi({ metric: 'fame' as KpiMetric })] }, 'kpis.0.metric'],
    ['has a force without a scheme', { kpis: [kpi({ metric: 'service' })] }, 'kpis.0.scheme'],
    [
      'names a scheme without that force',
      { kpis: [kpi({ metric: 'service', scheme: 'zhengwei-assess-1' })] },
      'kpis.0.scheme',
    ],
    ['names a scheme for a count', { kpis: [kpi({ scheme: 'zhengwei-1' })] }, 'kpis.0.scheme'],
    ['has weights of sum 0.5', { kpis: [kpi({ weight: 0.5 })] }, 'kpis'],
    ['has a weight of 0', { kpis: [kpi(), kpi({ id: 'b', weight: 0 })] }, 'kpis.1.weight'],
    ['repeats a KPI’s id', { kpis: [kpi({ weight: 0.5 }), kpi({ weight: 0.5 })] }, 'kpis.1.id'],
    ['has a floor above its target', { kpis: [kpi({ floor: 30 })] }, 'kpis.0.floor'],
    [
      'deducts more than all',
      { kpis: [kpi({ rule: { kind: 'all-or-nothing', percent: 120 } })] },
      'kpis.0.rule',
    ],
    [
      'deducts by units of nothing',
      { kpis: [kpi({ rule: { kind: 'per-unit', unit: 0, percent: 1, capPercent: 5 } })] },
      'kpis.0.rule',
    ],
  ])('refuses a contract that %s', (_, changes, field) => {
    expect(fieldsOf(contract(changes))).toHaveProperty([field]);
  });

  it.each<[KpiMetric, KpiMetric]>([
    ['newFollowers', 'serviceUses'],
    ['followers', 'serviceUses'],
    ['likes', 'satisfactionRate'],
    ['shares', 'satisfactionRate'],
    ['comments', 'replyRate'],
  ])('warns of paying for %s and names %s instead', (metric, alternative) => {
    expect(warningsOf(contract({ kpis: [kpi({ metric })] }))).toMatchObject([
      { code: 'gaming-kpi', kpiId: 'articles', alternative },
    ]);
  });

  it('warns of paying by a research scheme, not by an assessment scheme', () => {
    const withScheme = (scheme: string) =>
      warningsOf(contract({ kpis: [kpi({ metric: 'communicationIndex', scheme })] })).map(
        ({ code }) => code,
      );
    expect(withScheme('zhengwei-1')).toEqual(['research-scheme']);
    expect(withScheme('zhengwei-assess-1')).toEqual([]);
  });

  it('reminds of each duty still open, with its source', () => {
    const { duties } = contract();
    const open = { ...duties, namedOfficer: null, confidentialityAgreement: null };
    const warnings = warningsOf(contract({ duties: open }));
    expect(warnings.map(({ code }) => code)).toEqual(['duty-open', 'duty-open']);
    expect(warnings.every(({ source }) => source !== undefined)).toBe(true);
  });

  it('warns of no KPI at all, and of deductions beyond the payment', () => {
    expect(warningsOf(contract({ kpis: [] }))).toMatchObject([{ code: 'no-kpi' }]);
    const rule = { kind: 'all-or-nothing', percent: 60 } as const;
    const heavy = [kpi({ weight: 0.5, rule }), kpi({ id: 'b', weight: 0.5, rule })];
    expect(warningsOf(contract({ kpis: heavy }))).toMatchObject([
      { code: 'deductions-exceed-price' },
    ]);
  });
});

describe('checkOverlap', () => {
  const bound = (changes: Partial<Contract> = {}) => ({
    contractId: 'other',
    ...contract(changes),
  });
  const against = (changes: Partial<Contract>, id = 'contract-1') =>
    checkOverlap(id, contract(), [bound(changes)]);

  it('refuses a second contract of the same scope at the time, to the day', () => {
    const later = { startsOn: '2026-12-31', endsOn: '2027-12-30' };
    expect(against(later)).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it.each<[string, Partial<Contract>]>([
    ['follows on', { startsOn: '2027-01-01', endsOn: '2027-12-31' }],
    ['came before', { startsOn: '2025-01-01', endsOn: '2025-12-31' }],
    ['buys something else', { scope: ['training'] }],
  ])('takes one that %s', (_, changes) => {
    expect(against(changes).ok).toBe(true);
  });

  it('does not hold a contract against itself', () => {
    expect(against({}, 'other').ok).toBe(true);
  });
});

describe('running contracts', () => {
  const bound = { ...contract(), contractId: 'c' };

  it.each([
    ['2025-12-31', [], '2026-01-01'],
    ['2026-01-01', ['vendor-1'], '2027-01-01'],
    ['2026-12-31', ['vendor-1'], '2027-01-01'],
    ['2027-01-01', [], null],
  ])('on %s are open to %j, and change next on %s', (today, vendors, next) => {
    expect(vendorsOn([bound], today)).toEqual(vendors);
    expect(nextChangeOn(bound, today)).toBe(next);
  });
});

describe('isCreditCode', () => {
  it.each(['9144030071526726XG', '91350100M000100Y43'])('takes %s', (code) => {
    expect(isCreditCode(code)).toBe(true);
  });

  it.each([
    '9144030071526726XA',
    '9144030071526726X',
    '9144030071526726xG',
    'I144030071526726XG',
    '',
    '9144030017526726XG',
  ])('refuses %j', (code) => {
    expect(isCreditCode(code)).toBe(false);
  });
});

describe('kpiTemplates', () => {
  it('make contracts that are taken without a warning of gaming', () => {
    for (const scope of ['operation', 'technology', 'training'] as const) {
      const own = kpiTemplates.filter((template) => template.scope === scope);
      const kpis = own.map(({ id, kpi: one }) => ({ id, weight: 1 / own.length, ...one }));
      const codes = warningsOf(contract({ scope: [scope], kpis })).map(({ code }) => code);
      expect(codes).toEqual([]);
    }
  });
});

describe('contractSchema', () => {
  it('yields the very contract that it was given', () => {
    const { id, vendorId, revision, ...input } = contract();
    expect(v.parse(contractSchema, input)).toEqual(input);
  });

  it('refuses an unknown metric', () => {
    const { id, vendorId, revision, ...input } = contract();
    const kpis = [kpi({ metric: 'fame' as KpiMetric })];
    expect(v.safeParse(contractSchema, { ...input, kpis }).success).toBe(false);
  });
});
