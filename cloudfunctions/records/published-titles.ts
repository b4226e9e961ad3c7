import type { Day } from '../../typings/vocabulary';
import type { RegionScope } from '../domain/access/scopes';
import { comparedTitle } from '../domain/monitors';
import { idOf } from '../platform/random';
import type { StoredAccount } from './accounts';
import { collection, command, type Document } from './collection';
import type { Monitored } from './monitored';
import { allOf, placeKey, placesWithin } from './places';

export interface PublishedDocument extends Document {
  accountId: string;
  place: string;
  level: StoredAccount['agency']['level'];
  department: StoredAccount['agency']['department'];
  /** what each title says, digested */
  prints: string[];
  titles: { print: string; on: Day }[];
}

/** What a title says, as it is looked up. */
export function printOf(title: string): string {
  return idOf('title', comparedTitle(title));
}

/** The titles of a submission, as they are looked up. */
export function publishedOf({ account, submission }: Monitored): PublishedDocument {
  const { region, level, department } = account.agency;
  const titles = submission.items.flatMap(({ title, publishedAt }) =>
    publishedAt && comparedTitle(title) !== '' ? [{ print: printOf(title), on: publishedAt }] : [],
  );
  const id = `${account.id}:${submission.period}`;
  return {
    _id: id,
    accountId: account.id,
    place: placeKey(region, id),
    level,
    department,
    prints: [...new Set(titles.map(({ print }) => print))],
    titles,
  };
}

/** A page of accounts within the scopes that published a title, in the order of their places. */
export async function publishedWithin(
  scopes: RegionScope[],
  print: string,
  { cursor, limit }: { cursor?: string; limit: number },
): Promise<{ items: PublishedDocument[]; next: string | null }> {
  const conditions = [
    { prints: print },
    ...placesWithin(scopes, ['level', 'department']),
    ...(cursor ? [{ place: command.gt(cursor) }] : []),
  ];
  const found = await collection<PublishedDocument>('published-titles').list(allOf(conditions), {
    limit: limit + 1,
    order: ['place', 'asc'],
  });
  const items = found.slice(0, limit);
  return { items, next: found.length > limit ? (items.at(-1)?.place ?? null) : null };
}
