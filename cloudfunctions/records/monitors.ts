import { readArticleLink } from '../domain/intake/article-link';
import { collection, type Unit } from './collection';
import type { ArticleOwner } from './matrix';
import type { Monitored } from './monitored';
import { addPostings, recordPosting } from './postings';
import { type PublishedDocument, publishedOf } from './published-titles';
import { addHits, recordHits } from './title-hits';

/** Writes what a submission shows: how steadily the account posts, and what its titles say. */
export async function recordMonitors(unit: Unit, told: Monitored): Promise<void> {
  await recordPosting(unit, told);
  if (told.submission.items.length === 0) return;
  await unit.put('published-titles', publishedOf(told));
  await claimArticles(unit, told);
  await recordHits(unit, told);
}

/** The same for many accounts, into collections that hold none of it yet: scripts alone. */
export async function addMonitors(all: Monitored[]): Promise<void> {
  const titled = all.filter(({ submission }) => submission.items.length > 0);
  await collection<PublishedDocument>('published-titles').add(titled.map(publishedOf));
  await addPostings(all);
  await addHits(titled);
}

/** Articles of one account carry one id; a file that mixes several tells of none. */
async function claimArticles(unit: Unit, { account, submission }: Monitored): Promise<void> {
  const ids = new Set(submission.items.flatMap(({ url }) => readArticleLink(url)?.biz ?? []));
  const [only] = ids;
  if (!only || ids.size > 1) return;
  const standing = await unit.find('article-owners', only);
  if (!standing)
    await unit.add<ArticleOwner>('article-owners', { _id: only, accountId: account.id });
}
