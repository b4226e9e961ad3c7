import type { Figure } from '../../../typings/submission';
import { longestGap, type Period } from '../indices';
import type { Contents } from './combine';
import { listsAllArticles } from './so-far';

/**
 * 最长未发布天数 as the articles tell it, to the last day that the figures speak of: this day may be
 * stated later than the files were read for, or the period may have ended since. A gap that a person
 * wrote stands, and so does any where the articles are not all.
 */
export function withArticleGap(contents: Contents, { from, to }: Period): Contents {
  const { figures, items, through = to } = contents;
  const standing = figures.longestGapDays;
  if (standing?.source === 'form' || !listsAllArticles(contents)) return contents;
  const published = items.flatMap(({ publishedAt }) => publishedAt ?? []);
  const value = longestGap(published, from, through);
  if (standing?.value === value) return contents;
  const longestGapDays: Figure = {
    value,
    measure: null,
    source: 'file',
    asOf: through,
    ...(standing?.estimated && { estimated: true }),
  };
  return { ...contents, figures: { ...figures, longestGapDays } };
}
