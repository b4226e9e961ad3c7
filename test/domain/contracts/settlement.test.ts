import fc from 'fast-check';
import { kpiResults, settlementsOf } from '../../../cloudfunctions/domain/contracts';
import type { Contract } from '../../../typings/contracts';
import type { KpiFigures, Settlement } from '../../../typings/kpis';
import { contract, figures, kpi } from './contract';

const february = '2026-02-10';
const afterwards = '2027-02-01';

const settled = (
  changes: Partial<Contract>,
  given: KpiFigures[],
  today = february,
): Settlement[] => {
  const one = contract(changes);
  return settlementsOf({ contract: one, results: kpiResults(one, given, today) }, today);
};

const ofMonth = (period: string, list: Settlement[]) => list.find((one) => one.period === period);

describe('settlementsOf', () => {
  it('pays a month its share of days, less the deductions', () => {
    expect(ofMonth('2026-01', settled({}, [figures({ articles: 18 })]))).toMatchObject({
      over: true,
      dueYuan: 31_000,
      deductionYuan: 1240,
      payableYuan: 29_760,
      score: 90,
      mayTerminate: false,
    });
  });

  it('lists the periods that have begun, newest first', () => {
    expect(settled({}, []).map(({ period, over }) => [period, over])).toEqual([
      ['2026-02', false],
      ['2026-01', true],
    ]);
  });

  it('judges no period that lies under contract only in part', () => {
    const late = settled({ startsOn: '2026-01-17' }, [figures({ articles: 1 })]);
    expect(ofMonth('2026-01', late)).toMatchObject({ deductionYuan: 0, unknownKpis: [] });
    expect(ofMonth('2026-01', late)?.kpis).toMatchObject([{ state: 'exempt' }]);
  });

  it('takes a month’s miss off the quarter that it lies in, from that month’s payment alone', () => {
    const given = ['2026-01', '2026-02', '2026-03'].map((period, index) =>
      figures({ articles: index === 1 ? 18 : 20 }, { period }),
    );
    const quarter = ofMonth('2026-Q1', settled({ settledBy: 'quarter' }, given, '2026-04-01'));
    expect(quarter).toMatchObject({ dueYuan: 90_000, deductionYuan: 1120 });
    expect(quarter?.kpis).toHaveLength(3);
  });

  it('judges the whole term at its end', () => {
    const term = kpi({ period: 'term', target: 200, floor: null });
    const given = figures({ articles: 190 }, { period: '2026-01-01..2026-12-31' });
    const list = settled({ kpis: [term] }, [given], afterwards);
    expect(ofMonth('2026-12', list)?.kpis).toMatchObject([
      { state: 'missed', deductionYuan: 73_000 },
    ]);
    expect(ofMonth('2026-12', list)).toMatchObject({ deductionYuan: 31_000, payableYuan: 0 });
    expect(ofMonth('2026-11', list)?.kpis).toEqual([]);
  });

  it('asks each account by itself, and shares the payment between them', () => {
    const given = [
      figures({ articles: 20 }),
      figures({ articles: 18 }, { accountId: 'account-2' }),
    ];
    const both = settled({ accountIds: ['account-1', 'account-2'] }, given);
    expect(ofMonth('2026-01', both)).toMatchObject({ deductionYuan: 620, score: 95 });
  });

  it('lists what is unknown and disputed, and breaches that may end the contract', () => {
    const kpis = [kpi({ weight: 0.5 }), kpi({ id: 'replies', metric: 'replyRate', weight: 0.5 })];
    const given = figures({ articles: 5 }, { reported: { articles: 22 } });
    expect(ofMonth('2026-01', settled({ kpis }, [given]))).toMatchObject({
      unknownKpis: ['replies'],
      disputedKpis: ['articles'],
      mayTerminate: true,
    });
  });

  it('never pays less than nothing nor more than is due, and less for worse figures', () => {
    const rule = { kind: 'all-or-nothing', percent: 90 } as const;
    const kpis = [
      kpi({ weight: 0.5 }),
      kpi({ id: 'b', metric: 'replies', weight: 0.5, rule, floor: null }),
    ];
    const january = (articles: number, replies: number) => {
      const one = ofMonth('2026-01', settled({ kpis }, [figures({ articles, replies })]));
      if (!one) throw new Error('no January');
      return one;
    };
    const count = fc.nat(40);
    fc.assert(
      fc.property(count, count, count, (articles, replies, fewer) => {
        const better = january(articles, replies);
        const worse = january(Math.max(0, articles - fewer), replies);
        expect(better.payableYuan).toBeGreaterThanOrEqual(0);
        expect(better.payableYuan).toBeLessThanOrEqual(better.dueYuan);
        expect(worse.payableYuan).toBeLessThanOrEqual(better.payableYuan);
        expect(better.payableYuan + better.deductionYuan).toBeCloseTo(better.dueYuan, 2);
      }),
      { numRuns: 300 },
    );
  });

  it('pays the price to the cent, however it is cut', () => {
    const kind = fc.constantFrom('month', 'quarter', 'year', 'term' as const);
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(100_000_000), kind, (days, cents, settledBy) => {
        const endsOn = new Date(Date.UTC(2026, 0, 5 + days)).toISOString().slice(0, 10);
        const changes = {
          startsOn: '2026-01-05',
          endsOn,
          priceYuan: cents / 100,
          settledBy,
          kpis: [],
        };
        const list = settled(changes as Partial<Contract>, [], '2031-01-01');
        const paid = list.reduce((sum, { payableYuan }) => sum + payableYuan, 0);
        expect(paid).toBeCloseTo(cents / 100, 4);
      }),
      { numRuns: 300 },
    );
  });
});
