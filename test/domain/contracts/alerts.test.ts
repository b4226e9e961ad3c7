import { contractAlerts, settle, vendorRecord } from '../../../cloudfunctions/domain/contracts';
import type { Contract, Settlement } from '../../../typings/contracts';
import { contract } from './contract';

function settlementsOf(articles: (number | null)[], reported: number | null = null): Settlement[] {
  return articles.map((count, index) => {
    const answer = settle(contract(), {
      period: `2026-${String(index + 1).padStart(2, '0')}`,
      synced: { articles: count },
      reported: { articles: reported },
    });
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  });
}

const alertsOn = (today: string, changes: Partial<Contract> = {}) =>
  contractAlerts([{ contract: contract(changes), settlements: [] }], today).map(
    ({ code, severity }) => `${code}/${severity}`,
  );

describe('contractAlerts', () => {
  it.each([
    ['2026-10-31', []],
    ['2026-11-01', ['expiring/notice']],
    ['2026-12-01', ['expiring/warning']],
    ['2026-12-31', ['expiring/warning']],
    ['2027-01-01', ['expired/warning']],
    ['2027-01-30', ['expired/warning']],
    ['2027-01-31', []],
  ])('on %s says %j of a contract to the end of 2026', (today, expected) => {
    expect(alertsOn(today)).toEqual(expected);
  });

  it('is silent on expiry once a contract follows', () => {
    const next = contract({ id: 'next', startsOn: '2027-01-01', endsOn: '2027-12-31' });
    const settled = [contract(), next].map((entry) => ({ contract: entry, settlements: [] }));
    expect(contractAlerts(settled, '2026-12-20')).toEqual([]);
  });

  it.each<[string, (number | null)[], string[]]>([
    ['all met', [20, 20], []],
    ['a first miss', [20, 18], ['missed-kpi/notice']],
    ['a second miss', [18, 18], ['missed-kpi/warning']],
    ['a breach', [20, 3], ['breached-kpi/warning']],
    ['a miss made good', [18, 20], []],
    ['no figure', [20, null], []],
  ])('on %s', (_, articles, expected) => {
    const alerts = contractAlerts(
      [{ contract: contract(), settlements: settlementsOf(articles) }],
      '2026-03-01',
    );
    expect(alerts.map(({ code, severity }) => `${code}/${severity}`)).toEqual(expected);
  });

  it('flags a vendor’s report that differs', () => {
    const settled = [{ contract: contract(), settlements: settlementsOf([20], 40) }];
    expect(contractAlerts(settled, '2026-03-01')).toMatchObject([
      { code: 'disputed-report', vendorId: 'vendor-1' },
    ]);
  });

  it('notices dependence on one vendor among at least three running contracts', () => {
    const three = ['vendor-1', 'vendor-1', 'vendor-2'].map((vendorId, index) => ({
      contract: contract({ id: `c${index}`, accountIds: [`a${index}`], vendorId }),
      settlements: [],
    }));
    expect(contractAlerts(three, '2026-03-01').map(({ code }) => code)).toEqual(['single-vendor']);
    expect(contractAlerts(three.slice(0, 2), '2026-03-01')).toEqual([]);
  });
});

describe('vendorRecord', () => {
  const gradeOf = (articles: (number | null)[]) =>
    vendorRecord('vendor-1', [{ contract: contract(), settlements: settlementsOf(articles) }]);

  it.each<[(number | null)[], string | null]>([
    [[20, 20, 20, 20, 20, 20], 'good'],
    [[20, 20, 20, 20, 18, 18], 'fair'],
    [[20, 20, 20, 20, 20, 5], 'fair'],
    [[20, 20, 20, 20, 5, 5], 'poor'],
    [[18, 18, 18, 20, 20, 20], 'poor'],
    [[20, 20, 20, 20, 20], null],
    [[20, 20, 20, 20, 20, null], null],
  ])('of %j grades %s', (articles, grade) => {
    expect(gradeOf(articles).grade).toBe(grade);
  });

  it('counts its own contracts alone', () => {
    const other = { contract: contract({ vendorId: 'vendor-2' }), settlements: settlementsOf([3]) };
    expect(vendorRecord('vendor-1', [other])).toMatchObject({
      contracts: 0,
      kpiResults: 0,
      metShare: null,
      grade: null,
    });
  });
});
