import type { AccountFilter } from '../../typings/api';
import { type RegionScope, reaches } from '../domain/access/scopes';
import { type Search, searchFor } from '../domain/registry/search-terms';
import {
  type AccountDocument,
  accounts,
  fromDocument,
  ownFields,
  type StoredAccount,
} from './accounts';
import { command, type Filter } from './collection';
import { allOf, lastOf, placesWithin } from './places';

/** Where accounts are looked for, and what beside their names they must fit. */
interface Within {
  scopes: RegionScope[];
  asked: RegionScope;
  filter: AccountFilter & { filing?: StoredAccount['filing']['status'] };
}

interface Found {
  items: StoredAccount[];
  /** where to look on: there may be more, also when this page holds few or none */
  next: string | null;
}

/** Accounts looked at for one page. */
const mostLookedAt = 1000;
/** At first each piece of the query is asked for so many, which tells the rarest. */
const firstLook = 40;
const lookAtOnce = 240;
const fields = ['place', 'text', 'kind', 'status', 'filing.status', 'agency'];

type Candidate = Pick<AccountDocument, '_id' | 'place' | 'text' | 'kind' | 'status' | 'agency'> & {
  filing: Pick<AccountDocument['filing'], 'status'>;
};

/** Keys of places, the first included and the last left out. */
interface Stretch {
  from: string;
  to: string;
}

/** Accounts within any of the scopes that fit the filter, in the order of their places. */
export function searchAccounts(
  scopes: RegionScope[],
  filter: Within['filter'],
  limit: number,
): Promise<Found> {
  const asked: RegionScope = {
    kind: 'region',
    regionPrefix: filter.regionPrefix ?? '',
    levels: filter.levels,
    department: filter.department,
  };
  const search = filter.query === undefined ? null : searchFor(filter.query);
  return search
    ? searchByName(search, { scopes, asked, filter }, limit)
    : listed({ scopes, asked, filter }, limit);
}

async function listed({ scopes, asked, filter }: Within, limit: number): Promise<Found> {
  const conditions = [
    ...placesWithin([asked], ownFields),
    ...placesWithin(scopes, ownFields),
    ...(filter.cursor ? [{ place: command.gt(filter.cursor) }] : []),
    ...(filter.kind ? [{ kind: filter.kind }] : []),
    ...(filter.status ? [{ status: filter.status }] : []),
    ...(filter.filing ? [{ 'filing.status': filter.filing }] : []),
  ];
  const documents = await accounts.list(allOf(conditions), {
    limit: limit + 1,
    order: ['place', 'asc'],
  });
  const page = documents.slice(0, limit);
  return {
    items: page.map(fromDocument),
    next: documents.length > limit ? (page.at(-1)?.place ?? null) : null,
  };
}

/**
 * Accounts by their names, in the order of their places. The index is read along the rarest piece of
 * the query, and no page looks at more than a thousand accounts however many have the piece: what is
 * beyond comes with the next page.
 */
async function searchByName(search: Search, within: Within, limit: number): Promise<Found> {
  const hits: Candidate[] = [];
  let lookedAt = 0;
  let last = '';
  for (const stretch of stretchesOf(within)) {
    for await (const candidates of walk(search, stretch)) {
      for (const one of candidates) {
        if (lookedAt === mostLookedAt) return { items: await whole(hits), next: last };
        lookedAt += 1;
        if (search.fits(one.text) && fits(one, within)) {
          if (hits.length === limit) return { items: await whole(hits), next: last };
          hits.push(one);
        }
        last = one.place;
      }
    }
  }
  return { items: await whole(hits), next: null };
}

/** The places that the scopes and the filter have in common, after the cursor, apart from each other. */
function stretchesOf({ scopes, asked, filter }: Within): Stretch[] {
  const prefixes = scopes.flatMap(({ regionPrefix }) => {
    if (regionPrefix.startsWith(asked.regionPrefix)) return [regionPrefix];
    return asked.regionPrefix.startsWith(regionPrefix) ? [asked.regionPrefix] : [];
  });
  const outer = [...new Set(prefixes)].filter((prefix) =>
    prefixes.every((other) => other === prefix || !prefix.startsWith(other)),
  );
  const after = filter.cursor === undefined ? '' : `${filter.cursor}\u0001`;
  return outer
    .sort()
    .map((prefix) => ({ from: [prefix, after].sort().at(-1) ?? prefix, to: lastOf(prefix) }))
    .filter(({ from, to }) => from < to);
}

/** Everything in a stretch that the rarest of the pieces leads to, in order. */
async function* walk({ pieces }: Search, stretch: Stretch): AsyncGenerator<Candidate[]> {
  const among: Filter[] = pieces.length > 0 ? pieces.map((terms) => ({ terms })) : [{}];
  const looks = await Promise.all(
    among.map(async (filter) => ({ filter, found: await look(filter, stretch, firstLook) })),
  );
  const [first, ...others] = looks;
  if (!first) return;
  const rarest = others.reduce((rare, one) => (isRarer(one.found, rare.found) ? one : rare), first);
  let { found } = rarest;
  let size = firstLook;
  for (;;) {
    yield found;
    const last = found.at(-1);
    if (!last || found.length < size) return;
    size = lookAtOnce;
    found = await look(rarest.filter, { ...stretch, from: `${last.place}\u0001` }, size);
  }
}

/** What came to its end is rarer than what did not; else the rarer went further. */
function isRarer(one: Candidate[], other: Candidate[]): boolean {
  if (one.length < firstLook || other.length < firstLook) return one.length < other.length;
  return (one.at(-1)?.place ?? '') > (other.at(-1)?.place ?? '');
}

function look(filter: Filter, { from, to }: Stretch, limit: number): Promise<Candidate[]> {
  const place = command.gte(from).and(command.lt(to));
  return accounts.list({ ...filter, place }, { limit, order: ['place', 'asc'], fields });
}

function fits(
  { kind, status, filing, agency }: Candidate,
  { scopes, asked, filter }: Within,
): boolean {
  const { region, level, department, id: agencyId } = agency;
  const place = { agencyId, region, level, department, vendorIds: [] };
  return (
    (filter.kind ?? kind) === kind &&
    (filter.status ?? status) === status &&
    (filter.filing ?? filing.status) === filing.status &&
    reaches({ ...asked, kind: 'region' }, place) &&
    scopes.some((scope) => reaches(scope, place))
  );
}

async function whole(hits: Candidate[]): Promise<StoredAccount[]> {
  const found = new Map(
    (
      await accounts.listIn(
        '_id',
        hits.map(({ _id }) => _id),
      )
    ).map((one) => [one._id, one]),
  );
  return hits.flatMap(({ _id }) => {
    const one = found.get(_id);
    return one ? [fromDocument(one)] : [];
  });
}
