import type { ExportMetricName, IntakeItem, ParsedExport } from '../../../typings/intake';
import type { IntakeConflict } from '../../../typings/submission';
import { readArticleLink } from './article-link';
import { titleKey } from './articles';
import type { Measured } from './figures';
import { articleOf } from './items';
import { emptyIntake, type KeptArticle, type KeptFile, type KeptIntake, keptOf } from './kept';
import { layouts } from './layouts.data';

/** Fewer shared rows than this say nothing about whose file it is. */
const ENOUGH_TO_COMPARE = 3;
/** A file of the same account and days repeats nearly all articles; another's, none. */
const FEW_MATCHES = 0.2;

function nameOf(file: KeptFile): string {
  return layouts.find(({ id }) => id === file.layout)?.name ?? '自制表格';
}

function overlaps(previous: KeptIntake, next: KeptIntake): IntakeConflict[] {
  return next.files.flatMap((file) =>
    previous.files
      .filter((earlier) => earlier.digest !== file.digest && earlier.layout === file.layout)
      .filter((earlier) =>
        file.from && file.to && earlier.from && earlier.to
          ? file.from <= earlier.to && earlier.from <= file.to
          : false,
      )
      .map((earlier) => ({
        kind: 'overlap' as const,
        message: `「${nameOf(file)}」${file.from} 至 ${file.to} 与已导入的 ${earlier.from} 至 ${earlier.to} 有重叠，重叠部分将以这份文件为准`,
      })),
  );
}

function bizOf(articles: KeptArticle[]): string | null {
  for (const { url } of articles) {
    const biz = readArticleLink(url)?.biz;
    if (biz) return biz;
  }
  return null;
}

/** The share of one tab's earlier articles that the file, covering their days, repeats. */
function articleMatches(previous: KeptIntake, next: KeptIntake): { of: number; matched: number } {
  const tab = next.articles[0]?.tab ?? null;
  const days = next.articles.flatMap(({ publishedAt }) => publishedAt ?? []).sort();
  const [from, to] = [days[0], days.at(-1)];
  if (tab === null || from === undefined || to === undefined) return { of: 0, matched: 0 };
  const known = new Set(
    next.articles.flatMap(({ key, title, publishedAt }) => [key, titleKey(title, publishedAt)]),
  );
  const earlier = previous.articles.filter(
    (article) =>
      (article.tab === null || article.tab === tab) &&
      article.publishedAt !== null &&
      article.publishedAt >= from &&
      article.publishedAt <= to,
  );
  const matched = earlier.filter(
    ({ key, title, publishedAt }) => known.has(key) || known.has(titleKey(title, publishedAt)),
  );
  return { of: earlier.length, matched: matched.length };
}

const settled: ExportMetricName[] = ['followers', 'newFollowers', 'lostFollowers'];

function followersOf(figures: Measured): (number | null)[] {
  return settled.map((name) => figures.people[name] ?? null);
}

/** Days of both whose followers, new and lost, are the same: those of the past never change. */
function dayMatches(previous: KeptIntake, next: KeptIntake): { of: number; matched: number } {
  const earlier = new Map(previous.days.map(({ day, figures }) => [day, followersOf(figures)]));
  const shared = next.days.flatMap(({ day, figures }) => {
    const before = earlier.get(day);
    const now = followersOf(figures);
    const comparable = before?.some((value, at) => value !== null && now[at] !== null);
    return comparable ? [String(before) === String(now)] : [];
  });
  return { of: shared.length, matched: shared.filter(Boolean).length };
}

function otherAccount(previous: KeptIntake, next: KeptIntake): IntakeConflict[] {
  const [before, now] = [bizOf(previous.articles), bizOf(next.articles)];
  if (before && now) {
    const message = '文章链接属于另一个公众号，请确认没有选错文件';
    return before === now ? [] : [{ kind: 'other-account', message }];
  }
  const comparisons = [
    { ...articleMatches(previous, next), what: '篇文章' },
    { ...dayMatches(previous, next), what: '天的关注人数' },
  ];
  return comparisons
    .filter(({ of, matched }) => of >= ENOUGH_TO_COMPARE && matched < FEW_MATCHES * of)
    .map(({ of, matched, what }) => ({
      kind: 'other-account' as const,
      message: `已有的 ${of} ${what}在这份文件里只对上 ${matched} 项，可能是另一个公众号的文件，请核对`,
    }));
}

function largest(article: KeptArticle): number | null {
  return article.figures.times.reads ?? article.figures.people.reads ?? null;
}

/** Reads only ever grow: fewer of them say that the file is older than what is stored. */
function shrunk(previous: KeptIntake, next: KeptIntake): IntakeConflict[] {
  const before = new Map(previous.articles.map((article) => [article.key, article]));
  const fewer = next.articles.filter((article) => {
    const earlier = before.get(article.key);
    const measure = article.figures.times.reads !== undefined ? 'times' : 'people';
    const [was, is] = [earlier?.figures[measure].reads, largest(article)];
    return typeof was === 'number' && is !== null && is < was;
  });
  if (fewer.length === 0) return [];
  const message = `有 ${fewer.length} 篇文章的阅读数比已有的小，这份文件可能是更早导出的，请用最新导出的文件`;
  return [{ kind: 'changed-figure', message }];
}

/** Signs that files are not of the account whose articles were stored before. */
export function conflictsWithItems(stored: IntakeItem[], files: ParsedExport[]): IntakeConflict[] {
  const articles = stored.map((item) => ({ ...articleOf(item, {}), tab: null }));
  return files.flatMap((file) => otherAccount({ ...emptyIntake, articles }, keptOf(file)));
}

/** What the user should decide on before a file is added to what is kept. */
export function conflictsOf(previous: KeptIntake, next: KeptIntake): IntakeConflict[] {
  return [...otherAccount(previous, next), ...overlaps(previous, next), ...shrunk(previous, next)];
}
