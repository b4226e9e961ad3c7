import type { RegionCode } from '../../typings/vocabulary';
import { scopeKeys } from '../domain/access/reach-keys';
import type { RegionScope } from '../domain/access/scopes';
import { collection, command, type Document, type Filter } from './collection';
import type { CollectionName } from './collections.data';

/** Of a document that scopes find by their keys. */
export interface Reached extends Document {
  within: string[];
}

interface Asked {
  scopes: RegionScope[];
  regionPrefix?: RegionCode;
  cursor?: string;
}

/**
 * A page of what the scopes reach, in the order of a field that no two documents share: the cursor is
 * that field's last value. Its index begins with `within`.
 */
export async function reachedPage<D extends Reached>(
  name: CollectionName,
  { scopes, regionPrefix = '', cursor }: Asked,
  {
    filter,
    key,
    direction = 'asc',
    until,
    limit,
  }: {
    filter: Filter;
    key: keyof D & string;
    direction?: 'asc' | 'desc';
    /** keys below this one alone */
    until?: string;
    limit: number;
  },
): Promise<{ items: D[]; next: string | null }> {
  const keys = scopeKeys(scopes, { regionPrefix });
  if (keys.length === 0) return { items: [], next: null };
  const bounds = [
    ...(cursor ? [direction === 'asc' ? command.gt(cursor) : command.lt(cursor)] : []),
    ...(until ? [command.lt(until)] : []),
  ];
  const [first, second] = bounds;
  const found = await collection<D>(name).list(
    {
      within: keys.length === 1 ? keys[0] : command.in(keys),
      ...filter,
      ...(first ? { [key]: second ? first.and(second) : first } : {}),
    },
    { limit: limit + 1, order: [key, direction] },
  );
  const items = found.slice(0, limit);
  const last = items.at(-1)?.[key];
  return { items, next: found.length > limit && typeof last === 'string' ? last : null };
}
