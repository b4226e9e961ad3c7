import { titleKey } from './articles';
import { type Article, overlay } from './figures';

function sameTitle(article: Article): string {
  return titleKey(article.title, article.publishedAt);
}

/** The later reading of one article over the earlier; what only one of them knows is kept. */
function overlayArticle<A extends Article>(earlier: A, later: A): A {
  const named = later.url || !earlier.url ? later : earlier;
  const { figures, estimated } = overlay(earlier, later);
  return {
    ...earlier,
    ...later,
    key: named.key,
    url: named.url,
    headline: named.headline,
    publishedAt: later.publishedAt ?? earlier.publishedAt,
    finishRate: later.finishRate ?? earlier.finishRate,
    figures,
    estimated,
  };
}

/**
 * One entry for each article of several lists, in order: later figures replace earlier ones, none
 * are added up. An article is known by its `mid_idx`; a file without long links gives title and
 * day, which meet the entry of that title and day when there is just one.
 */
export function mergeArticles<A extends Article>(lists: A[][]): A[] {
  const merged = new Map<string, A>();
  const byTitle = new Map<string, Set<string>>();
  for (const article of lists.flat()) {
    const title = sameTitle(article);
    const namesakes = byTitle.get(title) ?? new Set<string>();
    const known = merged.has(article.key) ? article.key : alias(article, namesakes);
    const earlier = known === null ? undefined : merged.get(known);
    const result = earlier ? overlayArticle(earlier, article) : article;
    if (known !== null) {
      merged.delete(known);
      namesakes.delete(known);
    }
    merged.set(result.key, result);
    byTitle.set(title, namesakes.add(result.key));
  }
  return [...merged.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

const linked = /^\d+_\d+$/;

/** The one namesake that lacks a link where this article has one, or the other way round. */
function alias(article: Article, namesakes: ReadonlySet<string>): string | null {
  const [only] = namesakes;
  if (only === undefined || namesakes.size > 1) return null;
  return linked.test(article.key) !== linked.test(only) ? only : null;
}
