import { composeFigures, figuresNeeded } from '../../../cloudfunctions/domain/contracts';
import type { Figures } from '../../../typings/submission';
import { contract, kpi, stored } from './contract';

describe('composeFigures', () => {
  const months = [
    stored({
      articles: 10,
      followers: 500,
      maxReads: 90,
      interactionAvailable: 1,
      longestGapDays: 3,
    }),
    stored({
      articles: 12,
      followers: 600,
      maxReads: 70,
      interactionAvailable: 0,
      longestGapDays: 2,
    }),
  ];

  it('sums counts, keeps the last state, the highest and the lowest', () => {
    const composed = composeFigures(months);
    expect(composed.articles?.value).toBe(22);
    expect(composed.followers?.value).toBe(600);
    expect(composed.maxReads?.value).toBe(90);
    expect(composed.interactionAvailable?.value).toBe(0);
  });

  it('estimates what one of the months estimates, and a state only where the last does', () => {
    const [first = {}, second = {}] = months;
    const marked = (figures: Figures): Figures =>
      Object.fromEntries(
        Object.entries(figures).map(([name, figure]) => [name, { ...figure, estimated: true }]),
      );
    const early = composeFigures([marked(first), second]);
    expect(early.articles).toMatchObject({ value: 22, estimated: true });
    expect(early.maxReads).toMatchObject({ value: 90, estimated: true });
    expect(early.followers).not.toHaveProperty('estimated');
    const late = composeFigures([first, marked(second)]);
    expect(late.articles).toMatchObject({ value: 22, estimated: true });
    expect(late.followers).toMatchObject({ value: 600, estimated: true });
    expect(composeFigures(months).articles).not.toHaveProperty('estimated');
  });

  it('makes nothing of what does not follow from months', () => {
    expect(composeFigures(months).longestGapDays).toBeUndefined();
  });

  it('knows no sum with a month missing, nor of two kinds of counting', () => {
    expect(composeFigures([...months, {}]).articles).toBeUndefined();
    expect(composeFigures([{}, ...months]).articles?.value).toBeNull();
    const [first = {}, second = {}] = months;
    const people = { ...second, articles: { ...second.articles, measure: 'people' } };
    expect(composeFigures([first, people as typeof second]).articles?.value).toBeNull();
  });
});

describe('figuresNeeded', () => {
  it('asks for months where a longer period is made of them', () => {
    const [quarter] = figuresNeeded(
      contract({ kpis: [kpi({ period: 'quarter' })] }),
      '2026-02-01',
      9,
    );
    expect(quarter).toEqual({
      accountId: 'account-1',
      period: '2026-Q1',
      months: ['2026-01', '2026-02', '2026-03'],
    });
    const term = { kpis: [kpi({ period: 'term' })], startsOn: '2026-01-02' };
    expect(figuresNeeded(contract(term), '2026-02-01', 9)).toMatchObject([{ months: [] }]);
  });

  it('asks for the newest periods alone', () => {
    const periods = figuresNeeded(contract(), '2026-06-15', 3).map(({ period }) => period);
    expect(periods).toEqual(['2026-04', '2026-05', '2026-06']);
  });
});
