import type { WordForm, WordListHead } from '../../typings/monitors';
import type { Result } from '../../typings/result';
import type { Day, RegionCode } from '../../typings/vocabulary';
import { builtInList, type ListMatcher, wordMatcher } from '../domain/monitors';
import { batchesOf, collection, type Document } from './collection';
import { type Answered, answeredOnce } from './requests';

interface ListsDocument extends Document {
  /** oldest first */
  versions: WordListHead[];
}

interface PartDocument extends Document {
  words: WordForm[];
}

const partSize = 1000;
const documentId = (regionPrefix: RegionCode): string => `region-${regionPrefix}`;
const labelOf = ({ title, version }: WordListHead): string => `${title} 第 ${version} 版`;

/** Lists are never changed once stored, so what was read of one stands as long as the process. */
const matchers = new Map<string, ListMatcher>([
  [builtInList.id, { label: labelOf(builtInList), find: wordMatcher(builtInList.words) }],
]);
const mostKept = 20;

/** The lists that the accounts of a region are held against on a day: the product's and each region's. */
export async function listsFor(region: RegionCode, today: Day): Promise<ListMatcher[]> {
  const ids = [0, 2, 4, 6]
    .filter((length) => length <= region.length)
    .map((length) => documentId(region.slice(0, length)));
  const documents = await collection<ListsDocument>('word-lists').listIn('_id', ids);
  const heads = documents.flatMap(
    ({ versions }) => versions.filter(({ effectiveFrom }) => effectiveFrom <= today).at(-1) ?? [],
  );
  return Promise.all([builtInList, ...heads].map(matcherOf));
}

/** The newest versions of the regions around, for a person to look at. */
export async function listHeads(regionPrefixes: RegionCode[]): Promise<WordListHead[]> {
  const documents = await collection<ListsDocument>('word-lists').listIn(
    '_id',
    [...new Set(regionPrefixes)].map(documentId),
  );
  const { words: _, ...builtIn } = builtInList;
  return [builtIn, ...documents.flatMap(({ versions }) => versions.at(-1) ?? [])];
}

/** Stores the next version of a region's list, once for a request. */
export async function saveList(
  list: Omit<WordListHead, 'version'>,
  words: WordForm[],
  request: Answered,
): Promise<Result<WordListHead>> {
  await collection<PartDocument>('word-list-parts').addMissing(
    batchesOf(words, partSize).map((part, at) => ({ _id: `${list.id}:${at}`, words: part })),
  );
  return answeredOnce(request, async (unit) => {
    const _id = documentId(list.regionPrefix);
    const standing = await unit.find<ListsDocument>('word-lists', _id);
    const versions = standing?.versions ?? [];
    const head = { ...list, version: (versions.at(-1)?.version ?? 0) + 1 };
    await unit.put('word-lists', { _id, versions: [...versions, head] });
    return { ok: true, value: head };
  });
}

async function matcherOf(head: WordListHead): Promise<ListMatcher> {
  const kept = matchers.get(head.id);
  if (kept) return kept;
  const count = Math.ceil(head.forms / partSize);
  const ids = Array.from({ length: count }, (_, at) => `${head.id}:${at}`);
  const parts = await collection<PartDocument>('word-list-parts').listIn('_id', ids);
  const matcher = {
    label: labelOf(head),
    find: wordMatcher(parts.flatMap(({ words }) => words)),
  };
  if (matchers.size >= mostKept) {
    const oldest = [...matchers.keys()].find((id) => id !== builtInList.id);
    if (oldest) matchers.delete(oldest);
  }
  matchers.set(head.id, matcher);
  return matcher;
}
