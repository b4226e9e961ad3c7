import { contractPeriod, kpiState } from '../../../cloudfunctions/domain/contracts';
import type { ContractKpi, KpiFigures, KpiState } from '../../../typings/kpis';
import type { MetricName } from '../../../typings/vocabulary';
import { contract, figures, kpi } from './contract';

const february = '2026-02-10';

const stateOf = (one: ContractKpi, given: KpiFigures, today = february): KpiState => {
  const period = contractPeriod(contract(), given.period);
  if (!period.ok) throw new Error(period.error.message);
  return kpiState(one, { period: period.value, figures: given, today, dueYuan: 31_000 });
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
    expect(stateOf(kpi(), figures({ articles }))).toMatchObject({
      state,
      shortfall,
      deductionPercent,
      deductionYuan: 310 * deductionPercent,
      actual: articles,
    });
  });

  it('says where it rests on an estimate, and is judged the same', () => {
    const plain = figures({ articles: 18, comments: 20, replies: 15, reads: 900 });
    const marked = (name: MetricName): KpiFigures => {
      const figure = plain.synced?.[name];
      return {
        ...plain,
        synced: { ...plain.synced, ...(figure && { [name]: { ...figure, estimated: true } }) },
      };
    };
    const state = stateOf(kpi(), marked('articles'));
    expect(state).toMatchObject({ estimated: true, evidence: [{ estimated: true }] });
    const { estimated: _, evidence, ...same } = state;
    expect(stateOf(kpi(), plain)).toMatchObject(same);
    expect(stateOf(kpi(), plain)).not.toHaveProperty('estimated');
    expect(stateOf(kpi(), marked('reads'))).not.toHaveProperty('estimated');
    const rate = kpi({ metric: 'replyRate', target: 0.9 });
    expect(stateOf(rate, marked('comments')).estimated).toBe(true);
    expect(stateOf(rate, marked('articles'))).not.toHaveProperty('estimated');
    const force = kpi({ metric: 'interaction', scheme: 'zhengwei-1', target: 60 });
    expect(stateOf(force, marked('replies')).estimated).toBe(true);
    expect(stateOf(force, marked('articles'))).not.toHaveProperty('estimated');
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
