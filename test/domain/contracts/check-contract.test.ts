import * as v from 'valibot';
import { checkContract, contractSchema } from '../../../cloudfunctions/domain/contracts';
import type { Contract, ContractInput, KpiMetric } from '../../../typings/contracts';
import { contract, kpi } from './contract';

const context = {
  contracts: [] as Contract[],
  schemes: [
    { id: 'zhengwei-1', purpose: 'research' as const },
    { id: 'zhengwei-assess-1', purpose: 'assessment' as const },
  ],
};

const fieldsOf = (input: ContractInput) => {
  const checked = checkContract(input, context);
  return checked.ok ? {} : (checked.error.fields ?? {});
};

const warningsOf = (input: ContractInput) => {
  const checked = checkContract(input, context);
  if (!checked.ok) throw new Error(checked.error.message);
  return checked.value;
};

describe('checkContract', () => {
  it('has nothing to say on a sound contract', () => {
    expect(checkContract(contract(), context)).toEqual({ ok: true, value: [] });
  });

  it.each<[string, Partial<Contract>, string]>([
    ['ends before it starts', { endsOn: '2025-12-31' }, 'endsOn'],
    ['starts on no day', { startsOn: '2026-02-30' }, 'startsOn'],
    ['has a negative price', { priceYuan: -1 }, 'priceYuan'],
    ['has no account', { accountIds: [] }, 'accountIds'],
    ['names an account twice', { accountIds: ['a', 'a'] }, 'accountIds'],
    ['has no scope', { scope: [] }, 'scope'],
    ['has nobody who accepts', { acceptor: ' ' }, 'acceptor'],
    ['has an unknown metric', { kpis: [kpi({ metric: 'fame' as KpiMetric })] }, 'kpis.0.metric'],
    ['has a force without a scheme', { kpis: [kpi({ metric: 'service' })] }, 'kpis.0.scheme'],
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

  it('refuses a second contract of the same scope for an account at the time', () => {
    const other = contract({ id: 'other', startsOn: '2026-12-31', endsOn: '2027-12-30' });
    const clash = checkContract(contract(), { ...context, contracts: [other] });
    expect(clash).toMatchObject({ ok: false, error: { code: 'conflict' } });
  });

  it.each<[string, Partial<Contract>]>([
    ['follows on', { startsOn: '2027-01-01', endsOn: '2027-12-31' }],
    ['buys something else', { scope: ['training'] }],
    ['is for another account', { accountIds: ['account-2'] }],
  ])('takes a second contract that %s', (_, changes) => {
    const other = contract({ id: 'other', ...changes });
    expect(checkContract(contract(), { ...context, contracts: [other] }).ok).toBe(true);
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
      warningsOf(contract({ kpis: [kpi({ metric: 'service', scheme })] })).map(({ code }) => code);
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

describe('contractSchema', () => {
  it('yields the very contract that it was given', () => {
    const { id: _, ...input } = contract();
    expect(v.parse(contractSchema, input)).toEqual(input);
  });

  it('refuses an unknown metric', () => {
    const { id: _, ...input } = contract({ kpis: [kpi({ metric: 'fame' as KpiMetric })] });
    expect(v.safeParse(contractSchema, input).success).toBe(false);
  });
});
