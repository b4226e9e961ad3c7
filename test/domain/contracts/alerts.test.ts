import { contractAlerts, kpiResults, vendorRecord } from '../../../cloudfunctions/domain/contracts';
import type { Contract } from '../../../typings/contracts';
import type { KpiState } from '../../../typings/kpis';
import { contract, figures } from './contract';

/** Results of a contract whose first months had these articles; the months after have not begun. */
function resultsOf(articles: (number | null)[], told: number | null = null): KpiState[] {
  const month = (index: number) => `2026-${String(index + 1).padStart(2, '0')}`;
  const given = articles.map((count, index) =>
    figures({ articles: count }, { period: month(index), reported: { articles: told } }),
  );
  return kpiResults(contract(), given, `${month(articles.length)}-01`);
}

const judged = (results: KpiState[], changes: Partial<Contract> = {}) => [
  { contract: contract(changes), results },
];

const alertsOn = (today: string, changes: Partial<Contract> = {}) =>
  contractAlerts(judged([], changes), today).map(({ code, severity }) => `${code}/${severity}`);

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
    const both = [contract(), next].map((one) => ({ contract: one, results: [] }));
    expect(contractAlerts(both, '2026-12-20')).toEqual([]);
  });

  it.each<[string, (number | null)[], string[]]>([
    ['all met', [20, 20], []],
    ['a first miss', [20, 18], ['missed-kpi/notice']],
    ['a second miss', [18, 18], ['missed-kpi/warning']],
    ['a breach', [20, 3], ['breached-kpi/warning']],
    ['a miss made good', [18, 20], []],
    ['no figure', [20, null], []],
  ])('on %s', (_, articles, expected) => {
    const alerts = contractAlerts(judged(resultsOf(articles)), '2026-03-01');
    expect(alerts.map(({ code, severity }) => `${code}/${severity}`)).toEqual(expected);
  });

  it('flags a vendor’s report that differs', () => {
    expect(contractAlerts(judged(resultsOf([20], 40)), '2026-03-01')).toMatchObject([
      { code: 'disputed-report', vendorId: 'vendor-1' },
    ]);
  });

  it('warns of duties open while the contract runs', () => {
    const duties = { ...contract().duties, confidentialityAgreement: null };
    const [alert] = contractAlerts(judged([], { duties }), '2026-03-01');
    expect(alert).toMatchObject({ code: 'duty-open', text: expect.stringContaining('保密协议') });
    expect(alertsOn('2025-12-01', { duties })).toEqual([]);
  });

  it('notices dependence on one vendor among at least three running contracts', () => {
    const three = ['vendor-1', 'vendor-1', 'vendor-2'].map((vendorId, index) => ({
      contract: contract({ id: `c${index}`, accountIds: [`a${index}`], vendorId }),
      results: [],
    }));
    expect(contractAlerts(three, '2026-03-01').map(({ code }) => code)).toEqual(['single-vendor']);
    expect(contractAlerts(three.slice(0, 2), '2026-03-01')).toEqual([]);
  });
});

describe('vendorRecord', () => {
  const recordOf = (articles: (number | null)[]) =>
    vendorRecord('vendor-1', judged(resultsOf(articles)));

  it.each<[(number | null)[], string | null]>([
    [[20, 20, 20, 20, 20, 20], 'good'],
    [[20, 20, 20, 20, 18, 18], 'fair'],
    [[20, 20, 20, 20, 20, 5], 'fair'],
    [[20, 20, 20, 20, 5, 5], 'poor'],
    [[18, 18, 18, 20, 20, 20], 'poor'],
    [[20, 20, 20, 20, 20], null],
    [[20, 20, 20, 20, 20, null], null],
  ])('of %j grades %s', (articles, grade) => {
    expect(recordOf(articles).grade).toBe(grade);
  });

  it('counts its own contracts alone', () => {
    expect(
      vendorRecord('vendor-1', judged(resultsOf([3]), { vendorId: 'vendor-2' })),
    ).toMatchObject({
      contracts: 0,
      kpiResults: 0,
      metShare: null,
      grade: null,
    });
  });
});
