import fc from 'fast-check';
import {
  contractPeriod,
  kpiResults,
  kpiState,
  periodsOf,
  settlementsOf,
} from '../../../cloudfunctions/domain/contracts';
import type { Contract } from '../../../typings/contracts';
import type { ContractKpi, KpiFigures, KpiState, Settlement } from '../../../typings/kpis';
import { contract, figures, kpi } from './contract';

const february = '2026-02-10';
const afterwards = '2027-02-01';

const stateOf = (one: ContractKpi, given: KpiFigures, today = february): KpiState => {
  const period = contractPeriod(contract(), given.period);
  if (!period.ok) throw new Error(period.error.message);
  return kpiState(one, { period: period.value, figures: given, today, dueYuan: 31_000 });
};

const settled = (
  changes: Partial<Contract>,
  given: KpiFigures[],
  today = february,
): Settlement[] => {
  const one = contract(changes);
  return settlementsOf({ contract: one, results: kpiResults(one, given, today) }, today);
};

const ofMonth = (period: string, list: Settlement[]) => list.find((one) => one.period === period);

describe('kpiState', () => {
  it.each([
    [25, 'met', 0, 0],
    [20, 'met', 0, 0],
    [18, 'missed', 2, 4],
    [17.5, 'missed', 2.5, 6],
    [10, 'missed', 10, 20],
    [5, 'breached', 15, 20],
  ])('of 20 articles wanted, %d is %s', (articles, state, shortfall, deductionPercent) => {
    expect(stateOf(kpi(), figures({ articles }))).toMatchObject({
      state,
      shortfall,
      deductionPercent,
      deductionYuan: 310 * deductionPercent,
      actual: articles,
    });
  });

  it('is unknown without the principal’s own figure, whatever the vendor reports', () => {
    const reported = { articles: 30 };
    expect(stateOf(kpi(), figures({ articles: null }, { reported }))).toMatchObject({
      state: 'unknown',
      actual: null,
      deductionPercent: 0,
      reported: 30,
      disputed: false,
      attainment: null,
    });
  });

  it('waits for the end of a period, and takes nothing off meanwhile', () => {
    expect(stateOf(kpi(), figures({ articles: 3 }), '2026-01-31')).toMatchObject({
      state: 'running',
      actual: 3,
      deductionPercent: 0,
    });
    expect(stateOf(kpi(), figures({ articles: 3 }), '2026-02-01').state).toBe('breached');
  });

  it('turns round for what should be small', () => {
    const hours = kpi({ metric: 'medianReplyHours', target: 24, direction: 'at-most', floor: 72 });
    expect(stateOf(hours, figures({ medianReplyHours: 12 })).state).toBe('met');
    expect(stateOf(hours, figures({ medianReplyHours: 30 }))).toMatchObject({
      state: 'missed',
      shortfall: 6,
      attainment: 0.8,
    });
    const breached = stateOf(hours, figures({ medianReplyHours: 80 }));
    expect(breached.state).toBe('breached');
    expect(breached.text).toContain('超过底线');
  });

  it('makes ratios of two figures, and judges none of nothing', () => {
    const rate = kpi({ metric: 'replyRate', target: 0.9, floor: null });
    expect(stateOf(rate, figures({ comments: 10, replies: 9 })).state).toBe('met');
    expect(stateOf(rate, figures({ comments: 10, replies: 8 })).actual).toBe(0.8);
    expect(stateOf(rate, figures({ comments: 0, replies: 0 }))).toMatchObject({
      state: 'exempt',
      text: expect.stringContaining('没有留言数'),
    });
    expect(stateOf(rate, figures({ comments: 10 })).state).toBe('unknown');
  });

  it('computes forces by the scheme that the contract names', () => {
    const force = kpi({ metric: 'interaction', scheme: 'zhengwei-1', target: 50 });
    const counts = { comments: 90, replies: 80, messages: 40, messageReplies: 30 };
    const shown = { reads: 60_000, articles: 20, likes: 300, wows: 200 };
    const known = figures({ ...counts, ...shown, followers: 9000, medianReplyHours: 5 });
    expect(stateOf(force, known).actual).toBeGreaterThan(0);
    expect(stateOf({ ...force, scheme: 'none' }, known).state).toBe('unknown');
  });

  it('scores a running month as its overview does, over the days so far', () => {
    const index = kpi({ metric: 'dissemination', scheme: 'zhengwei-1', target: 50 });
    const known = figures({
      reads: 6000,
      maxReads: 900,
      articles: 10,
      shares: 60,
      followers: 9000,
    });
    const [whole, soFar] = [known, { ...known, through: '2026-01-10' }].map((given) =>
      Number(stateOf(index, given, '2026-01-11').actual),
    );
    expect(soFar).toBeGreaterThan(Number(whole));
  });

  it('names the stored figures that it rests on', () => {
    const rate = kpi({ metric: 'replyRate', target: 0.9, floor: null });
    expect(stateOf(rate, figures({ comments: 10, replies: 9, reads: 5 })).evidence).toMatchObject([
      { metric: 'replies', value: 9, source: 'file', submissions: [{ revision: 1 }] },
      { metric: 'comments', value: 10 },
    ]);
  });

  it.each([
    [100, 101, false],
    [100, 105, true],
    [100, 90, true],
    [0, 1, true],
    [0, 0, false],
  ])('sets %d beside the reported %d', (articles, told, disputed) => {
    const given = figures({ articles }, { reported: { articles: told } });
    expect(stateOf(kpi(), given)).toMatchObject({ difference: told - articles, disputed });
  });
});

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

describe('periodsOf', () => {
  it('covers every day of the term once', () => {
    const kind = fc.constantFrom('week', 'month', 'quarter', 'year', 'term' as const);
    fc.assert(
      fc.property(fc.nat(900), fc.nat(900), kind, (from, days, chosen) => {
        const day = (at: number) => new Date(Date.UTC(2025, 0, 1 + at)).toISOString().slice(0, 10);
        const term = { startsOn: day(from), endsOn: day(from + days) };
        const list = periodsOf(term, chosen as 'week');
        expect(list[0]?.starts).toBe(term.startsOn);
        expect(list.at(-1)?.ends).toBe(term.endsOn);
        list.slice(1).forEach(({ starts }, index) => {
          const before = Date.parse(list[index]?.ends ?? '');
          expect(Date.parse(starts) - before).toBe(86_400_000);
        });
      }),
    );
  });

  it.each(['2027-01', '2026-13', '2025-Q4', 'x'])('has no %s in 2026', (period) => {
    expect(contractPeriod(contract(), period)).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    });
  });
});
