import type { Workbook } from '../../../typings/intake';
import type { Day } from '../../../typings/vocabulary';
import { titleKey } from './articles';
import { countedAt } from './cells';
import type { Article } from './figures';
import type { Notes } from './notes';
import { columnFor, type Table } from './tables';
import { cleanText, normaliseHeader } from './text';
import { readRate } from './values';

/** Section names that stand above the blocks of one article's file. */
const sections = /^(数据概况|数据趋势|数据来源|阅读转化|推荐转化|趋势|阅读趋势|详情|单篇)/;

/** The first text of the sheet that names no section: the article's title. */
function titleOf(workbook: Workbook): string {
  const cells = workbook.sheets[0]?.rows.slice(0, 3).flat() ?? [];
  return cells.map(cleanText).find((text) => text && !sections.test(normaliseHeader(text))) ?? '';
}

/**
 * The article of a single-article file. `days` are those of its trend, whose first is the day of
 * publication.
 */
export function oneArticle(
  workbook: Workbook,
  overview: Table,
  days: Day[],
  notes: Notes,
): Article[] {
  const row = overview.rows[0];
  if (!row) return [];
  const title = titleOf(workbook);
  const publishedAt = [...days].sort()[0] ?? null;
  const finishRate = columnFor(overview, 'finishRate');
  return [
    {
      key: titleKey(title, publishedAt),
      title,
      publishedAt,
      headline: null,
      url: null,
      ...(finishRate && { finishRate: readRate(row.cells[finishRate.index]) }),
      ...countedAt(row, overview, notes),
    },
  ];
}
