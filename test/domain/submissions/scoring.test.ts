import { findScheme, score } from '../../../cloudfunctions/domain/indices';
import {
  reachOf,
  scoreAgain,
  scoresOf,
  scoringRecord,
} from '../../../cloudfunctions/domain/submissions/scoring';
import type { Figures } from '../../../typings/submission';

const figure = (value: number, asOf: string) =>
  ({ value, measure: null, source: 'form', asOf }) as const;
const times = (value: number, asOf: string) =>
  ({ ...figure(value, asOf), measure: 'times' }) as const;

const figures: Figures = {
  articles: figure(12, '2026-11-18'),
  reads: times(9000, '2026-11-18'),
  maxReads: times(3000, '2026-11-18'),
  headlineReads: times(6000, '2026-11-18'),
  headlineCount: figure(6, '2026-11-18'),
  wows: figure(40, '2026-11-20'),
  maxWows: figure(20, '2026-11-20'),
  headlineWows: figure(30, '2026-11-20'),
  likes: figure(60, '2026-11-20'),
  maxLikes: figure(30, '2026-11-20'),
  headlineLikes: figure(40, '2026-11-20'),
};

test('figures reach to the newest of their days', () => {
  expect(reachOf(figures)).toBe('2026-11-20');
  expect(reachOf({})).toBeUndefined();
});

test('figures that cannot be true together are named as the form names them', () => {
  const scored = scoresOf({
    period: '2026-10',
    figures: { ...figures, likes: times(9600, '2026-10-31'), maxLikes: figure(30, '2026-10-31') },
  });
  expect(scored).toMatchObject({
    ok: false,
    error: {
      message: '数据有误，请核对：最高点赞数不能低于每篇平均',
      fields: { maxLikes: '最高点赞数不能低于每篇平均' },
    },
  });
});

test('a running month is scored over its days so far, a whole one over all of them', () => {
  const scheme = findScheme('wci-14.2');
  if (!scheme.ok) throw new Error(scheme.error.message);
  const over = (days: number) => {
    const { period: _, ...record } = scoringRecord({ period: '2026-11', figures });
    const scored = score(scheme.value, { ...record, days });
    return scored.ok && scored.value.value;
  };
  const scored = (through?: string) => {
    const again = scoreAgain('wci-14.2', { period: '2026-11', figures, through });
    return again.ok && again.value.value;
  };
  expect(scored('2026-11-20')).toBe(over(20));
  expect(scored()).toBe(over(30));
  expect(scored('2026-11-20')).toBeGreaterThan(Number(scored()));
});
