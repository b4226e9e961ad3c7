import { parsePeriod } from '../../../cloudfunctions/domain/indices';
import { withArticleGap } from '../../../cloudfunctions/domain/submissions/article-gap';
import type { Contents } from '../../../cloudfunctions/domain/submissions/combine';
import type { IntakeItem } from '../../../typings/intake';
import type { Figure } from '../../../typings/submission';
import type { Day } from '../../../typings/vocabulary';

const parsed = parsePeriod('2026-10');
if (!parsed.ok) throw new Error(parsed.error.message);
const october = parsed.value;

const figure = (value: number, source: Figure['source'] = 'file'): Figure => ({
  value,
  measure: null,
  source,
  asOf: '2026-10-09',
});
const item = (publishedAt: Day | null): IntakeItem => ({
  key: String(publishedAt),
  title: '',
  publishedAt,
  headline: true,
  url: null,
});
const items = [item('2026-10-02'), item('2026-10-09')];
const contents: Contents = { figures: { articles: figure(2), longestGapDays: figure(6) }, items };
const gapOf = (changes: Partial<Contents>): Figure | undefined =>
  withArticleGap({ ...contents, ...changes }, october).figures.longestGapDays;

test('the days after the last article count to the end of the period', () => {
  expect(gapOf({})).toEqual({ value: 22, measure: null, source: 'file', asOf: '2026-10-31' });
});

test('of a running period they count to the day that its figures speak of', () => {
  expect(gapOf({ through: '2026-10-20' })).toMatchObject({ value: 11, asOf: '2026-10-20' });
  expect(gapOf({ through: '2026-10-12' })).toBe(contents.figures.longestGapDays);
});

test('a gap that a person wrote stands, and one of articles that are not all or lack a day', () => {
  for (const changes of [
    { figures: { articles: figure(2), longestGapDays: figure(6, 'form') } },
    { figures: { articles: figure(3), longestGapDays: figure(6) } },
    { items: [item('2026-10-02'), item(null)] },
  ]) {
    const given = { ...contents, ...changes };
    expect(withArticleGap(given, october)).toBe(given);
  }
});

test('a gap of articles of which some were left out stays an estimate', () => {
  const longestGapDays: Figure = { ...figure(6), estimated: true };
  const figures = { articles: figure(2), longestGapDays };
  expect(gapOf({ figures })).toMatchObject({ value: 22, estimated: true });
  expect(gapOf({})).not.toHaveProperty('estimated');
});
