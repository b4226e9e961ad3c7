import { longestGap } from '../../../cloudfunctions/domain/indices';
import { scored } from './records';

describe('the longest gap', () => {
  it.each([
    [['2026-08-03', '2026-08-10'], 21],
    [['2026-08-31', '2026-08-01'], 29],
    [['2026-08-16'], 15],
    [['2026-07-30', '2026-08-31', '2026-09-02'], 30],
    [[], 31],
  ])('%p in August', (days, gap) => {
    expect(longestGap(days, '2026-08-01', '2026-08-31')).toBe(gap);
  });

  it('is 0 when something was published on every day', () => {
    expect(longestGap(['2026-08-01', '2026-08-02'], '2026-08-01', '2026-08-02')).toBe(0);
  });
});

describe('a period that still runs', () => {
  const items = ['2026-11-02', '2026-11-05'].map((publishedAt) => ({ publishedAt, reads: 10 }));
  const gapOf = (record: object): number | null | undefined =>
    scored('zhengwei-assess-1', record).explanation.children[0]?.quantity;

  it('counts no day to come', () => {
    expect(gapOf({ period: '2026-11', items })).toBe(25);
    expect(gapOf({ period: '2026-11', through: '2026-11-07', items })).toBe(2);
  });

  it('has the days so far', () => {
    const running = { period: '2026-11', through: '2026-11-07', articles: 7, reads: 700 };
    const { explanation } = scored('zhengwei-1', running);
    expect(explanation.children[0]?.children[0]).toMatchObject({ quantity: 100 });
  });
});
