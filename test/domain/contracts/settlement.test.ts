import fc from 'fast-check';
import { kpiState, settle } from '../../../cloudfunctions/domain/contracts';
import type { KpiFigures, Settlement } from '../../../typings/contracts';
import { contract, kpi } from './contract';

const figures = (
  synced: KpiFigures['synced'],
  reported: KpiFigures['reported'] = {},
  period = '2026-01',
): KpiFigures => ({ period, synced, reported });

const settled = (given: KpiFigures, kpis = [kpi()]): Settlement => {
  const answer = settle(contract({ kpis }), given);
  if (!answer.ok) throw new Error(answer.error.message);
  return answer.value;
};

describe('kpiState', () => {
  it.each([
    [25, 'met', 0, 0],
    [20, 'met', 0, 0],
    [18, 'missed', 2, 4],
    [17.5, 'missed', 2.5, 6],
    [10, 'missed', 10, 20],
    [5, 'breached', 15, 20],
  ])('of 20 articles wanted, %d is %s', (articles, state, shortfall, deductionPercent) => {
    expect(kpiState(kpi(), figures({ articles }))).toMatchObject({
      state,
      shortfall,
      deductionPercent,
      actual: articles,
    });
  });

  it('is unknown without the principal’s own figure, whatever the vendor reports', () => {
    expect(kpiState(kpi(), figures({ articles: null }, { articles: 30 }))).toMatchObject({
      state: 'unknown',
      actual: null,
      deductionPercent: 0,
      reported: 30,
      disputed: false,
    });
  });

  it('turns round for what should be small', () => {
    const hours = kpi({ metric: 'medianReplyHours', target: 24, direction: 'at-most', floor: 72 });
    expect(kpiState(hours, figures({ medianReplyHours: 12 })).state).toBe('met');
    expect(kpiState(hours, figures({ medianReplyHours: 30 }))).toMatchObject({
      state: 'missed',
      shortfall: 6,
    });
    expect(kpiState(hours, figures({ medianReplyHours: 80 })).state).toBe('breached');
  });

  it('makes ratios of two figures, and knows none over nothing', () => {
    const rate = kpi({ metric: 'replyRate', target: 0.9, floor: null });
    expect(kpiState(rate, figures({ comments: 10, replies: 9 })).state).toBe('met');
    expect(kpiState(rate, figures({ comments: 10, replies: 8 })).actual).toBe(0.8);
    expect(kpiState(rate, figures({ comments: 0, replies: 0 })).state).toBe('unknown');
  });

  it.each([
    [100, 101, false],
    [100, 105, true],
    [100, 90, true],
    [0, 1, true],
    [0, 0, false],
  ])('sets %d beside the reported %d', (articles, reported, disputed) => {
    expect(kpiState(kpi(), figures({ articles }, { articles: reported }))).toMatchObject({
      difference: reported - articles,
      disputed,
    });
  });
});

describe('settle', () => {
  it('pays a month its share of days, less the deductions', () => {
    expect(settled(figures({ articles: 18 }))).toMatchObject({
      dueYuan: 31_000,
      deductionPercent: 4,
      deductionYuan: 1240,
      payableYuan: 29_760,
      mayTerminate: false,
    });
  });

  it('pays only for days under contract', () => {
    const late = settle(contract({ startsOn: '2026-01-17' }), figures({ articles: 20 }));
    expect(late.ok && late.value.dueYuan).toBeCloseTo((365_000 * 15) / 349, 2);
    expect(settle(contract(), figures({}, {}, '2027-01')).ok).toBe(false);
    expect(settle(contract(), figures({}, {}, '2026-13')).ok).toBe(false);
  });

  it('counts only the KPIs of that kind of period', () => {
    const yearly = kpi({ id: 'year', period: 'year' });
    expect(settled(figures({ articles: 0 }), [yearly])).toMatchObject({
      kpis: [],
      deductionPercent: 0,
    });
  });

  it('lists what is unknown and disputed, and breaches that may end the contract', () => {
    const kpis = [kpi({ weight: 0.5 }), kpi({ id: 'replies', metric: 'replyRate', weight: 0.5 })];
    expect(settled(figures({ articles: 5 }, { articles: 22 }), kpis)).toMatchObject({
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
    const count = fc.nat(40);
    fc.assert(
      fc.property(count, count, count, (articles, replies, fewer) => {
        const better = settled(figures({ articles, replies }), kpis);
        const worse = settled(figures({ articles: Math.max(0, articles - fewer), replies }), kpis);
        expect(better.payableYuan).toBeGreaterThanOrEqual(0);
        expect(better.payableYuan).toBeLessThanOrEqual(better.dueYuan);
        expect(worse.payableYuan).toBeLessThanOrEqual(better.payableYuan);
        expect(better.payableYuan + better.deductionYuan).toBeCloseTo(better.dueYuan, 2);
      }),
      { numRuns: 1000 },
    );
  });
});
