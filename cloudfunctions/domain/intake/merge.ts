import type { ParsedExport } from '../../../typings/intake';
import type { IntakeConflict } from '../../../typings/submission';
import { conflictsOf } from './conflicts';
import { mergeDays } from './days';
import { digestOf } from './digest';
import { type KeptArticle, type KeptIntake, keptOf, type Tab } from './kept';
import { mergeArticles } from './merge-articles';

export interface MergeOutcome {
  kept: KeptIntake;
  /** everything in the file stood already */
  unchanged: boolean;
  message: string | null;
  /** for the user to decide on before anything is stored */
  conflicts: IntakeConflict[];
}

function withTab(article: KeptArticle, earlier: ReadonlyMap<string, Tab | null>): KeptArticle {
  return { ...article, tab: article.tab ?? earlier.get(article.key) ?? null };
}

/**
 * Adds a file to what earlier files gave. Later figures replace earlier ones of the same article
 * or day and are never added to them; the same file again changes nothing and says so.
 */
export function mergeIntake(previous: KeptIntake, next: ParsedExport): MergeOutcome {
  const added = keptOf(next);
  const known = previous.files.some((file) => file.digest === next.digest);
  const tabsBefore = new Map(previous.articles.map(({ key, tab }) => [key, tab]));
  const kept: KeptIntake = {
    files: known
      ? previous.files
      : [...previous.files, ...added.files].sort((a, b) => (a.digest < b.digest ? -1 : 1)),
    articles: mergeArticles([previous.articles, added.articles]).map((article) =>
      withTab(article, tabsBefore),
    ),
    days: mergeDays([previous.days, added.days]),
    totals: { ...previous.totals, ...added.totals },
  };
  const unchanged = known && digestOf(kept) === digestOf(previous);
  return {
    kept,
    unchanged,
    message: unchanged ? '这份文件里的数据都已收录，没有变化' : null,
    conflicts: unchanged ? [] : conflictsOf(previous, added),
  };
}
