import type { BoardFilter } from '../../typings/leaderboards';
import type { Account } from '../../typings/registry';
import type { Place, RegionScope } from '../domain/access/scopes';
import { type Searchable, searchable } from '../domain/registry/search-terms';
import { collection, command } from './collection';
import { allOf, placeKey, placesWithin } from './places';

/** An account with what the database keeps beside it. */
export interface StoredAccount extends Account {
  /** vendors with a contract on it */
  vendorIds: string[];
}

export interface AccountDocument extends Omit<StoredAccount, 'id'>, Searchable {
  _id: string;
  place: string;
  wechatKey: string;
  appKey: string | null;
}

/** More accounts than one agency runs. */
const maxPerAgency = 100;
const batch = 500;
/** Where level and department stand in the document. */
export const ownFields: [string, string] = ['agency.level', 'agency.department'];

export const accounts = collection<AccountDocument>('accounts');

export async function findAccount(id: string): Promise<StoredAccount | null> {
  const document = await accounts.find(id);
  return document && fromDocument(document);
}

export async function accountsOfAgencies(agencyIds: string[]): Promise<StoredAccount[]> {
  if (agencyIds.length === 0) return [];
  const filter = { 'agency.id': command.in(agencyIds) };
  return (await accounts.list(filter, { limit: maxPerAgency })).map(fromDocument);
}

/** Active accounts of a level and department, the first of them by place. */
export async function accountsLike(
  { level, department }: Pick<StoredAccount['agency'], 'level' | 'department'>,
  limit: number,
): Promise<StoredAccount[]> {
  const filter = { 'agency.level': level, 'agency.department': department, status: 'active' };
  return (await accounts.list(filter, { limit, order: ['place', 'asc'] })).map(fromDocument);
}

/** Accounts under a vendor's contracts. */
export async function accountsOfVendors(vendorIds: string[]): Promise<StoredAccount[]> {
  if (vendorIds.length === 0) return [];
  const filter = { vendorIds: command.in(vendorIds) };
  return (await accounts.list(filter, { limit: batch })).map(fromDocument);
}

/** Accounts that carry any of the ids, in lower case. */
export async function accountsByIdentity(
  wechatIds: string[],
  appIds: string[],
): Promise<StoredAccount[]> {
  const [byWechatId, byAppId] = await Promise.all([
    accounts.listIn('wechatKey', wechatIds),
    accounts.listIn('appKey', appIds),
  ]);
  const unique = new Map([...byWechatId, ...byAppId].map((account) => [account._id, account]));
  return [...unique.values()].map(fromDocument);
}

/** The accounts that a board is about, open and closed, after one in the order of their places. */
export async function accountsOfBoard(
  { regionPrefix = '', levels, department, kind, mode }: BoardFilter,
  after: string,
  limit: number,
): Promise<StoredAccount[]> {
  const scope: RegionScope = { kind: 'region', regionPrefix, levels, department };
  const conditions = [
    ...placesWithin([scope], ownFields),
    { place: command.gt(after) },
    ...(kind ? [{ kind }] : []),
    ...(mode ? [{ 'operation.mode': mode }] : []),
  ];
  const documents = await accounts.list(allOf(conditions), { limit, order: ['place', 'asc'] });
  return documents.map(fromDocument);
}

export function placeOfAccount({ agency, vendorIds }: StoredAccount): Place {
  const { id: agencyId, region, level, department } = agency;
  return { agencyId, region, level, department, vendorIds };
}

/** Some accounts by their ids, in no order. */
export async function accountsByIds(ids: string[]): Promise<StoredAccount[]> {
  return (await accounts.listIn('_id', ids)).map(fromDocument);
}

export type FrameAccount = Pick<StoredAccount, 'id' | 'kind' | 'agency' | 'status' | 'filing'>;

/** Accounts of a scope in the order of their places, with no more than a list of them needs. */
export async function frameAccounts(
  scope: RegionScope,
  after: string | null,
  limit: number,
): Promise<{ items: FrameAccount[]; next: string | null }> {
  const filters = [
    ...placesWithin([scope], ownFields),
    ...(after ? [{ place: command.gt(after) }] : []),
  ];
  const fields = ['place', 'kind', 'agency', 'status', 'filing'];
  const documents = await accounts.list(allOf(filters), { limit, order: ['place', 'asc'], fields });
  return {
    items: documents.map(({ _id, kind, agency, status, filing }) => ({
      id: _id,
      kind,
      agency,
      status,
      filing,
    })),
    next: documents.length === limit ? (documents.at(-1)?.place ?? null) : null,
  };
}

/** The account as the contract shows it. */
export function shown({ vendorIds: _, ...account }: StoredAccount): Account {
  return account;
}

export function toDocument({ id, ...account }: StoredAccount): AccountDocument {
  const { name, wechatId, appId, agency } = account;
  return {
    _id: id,
    ...account,
    place: placeKey(agency.region, id),
    ...searchable(name, wechatId, agency.name),
    wechatKey: wechatId.toLowerCase(),
    appKey: appId?.toLowerCase() ?? null,
  };
}

export function fromDocument(document: AccountDocument): StoredAccount {
  const { _id, place, terms, text, wechatKey, appKey, ...account } = document;
  return { id: _id, ...account };
}

/** Some accounts by their ids, in no order. */
export async function accountsById(ids: string[]): Promise<StoredAccount[]> {
  return (await accounts.listIn('_id', [...new Set(ids)])).map(fromDocument);
}

/** Accounts of one level and department within a region (exact code, a prefix, or everywhere). */
export async function accountsInRange(
  {
    level,
    department,
    regionPrefix,
  }: Pick<StoredAccount['agency'], 'level' | 'department'> & {
    regionPrefix: string;
  },
  { limit, cursor }: { limit: number; cursor?: string },
): Promise<{ items: StoredAccount[]; next: string | null }> {
  const scope: RegionScope = { kind: 'region', regionPrefix, levels: [level], department };
  const conditions = [
    { 'agency.department': department, 'agency.level': level },
    ...placesWithin([scope], ownFields),
    ...(cursor ? [{ place: command.gt(cursor) }] : []),
  ];
  const documents = await accounts.list(allOf(conditions), {
    limit: limit + 1,
    order: ['place', 'asc'],
  });
  const page = documents.slice(0, limit);
  const next = documents.length > limit ? (page.at(-1)?.place ?? null) : null;
  return { items: page.map(fromDocument), next };
}

/** Accounts of an agency by its name. */
export async function accountsOfAgencyNamed(name: string): Promise<StoredAccount[]> {
  return (await accounts.list({ 'agency.name': name }, { limit: 5 })).map(fromDocument);
}

/** Accounts whose agency stands under a unit, the first of them by place. */
export async function accountsUnder(
  supervisorUnit: string,
  limit: number,
): Promise<StoredAccount[]> {
  const filter = { 'agency.supervisorUnit': supervisorUnit };
  return (await accounts.list(filter, { limit, order: ['place', 'asc'] })).map(fromDocument);
}

/** Accounts that bear one of the names. */
export async function accountsNamed(names: string[]): Promise<StoredAccount[]> {
  return (await accounts.listIn('name', names)).map(fromDocument);
}

/** Departments with an account in use at one level of one region. */
export async function departmentsOf(region: string, level: StoredAccount['agency']['level']) {
  const scope: RegionScope = { kind: 'region', regionPrefix: region, levels: [level] };
  const conditions = [
    { 'agency.level': level, status: 'active' },
    ...placesWithin([scope], ownFields),
  ];
  const documents = await accounts.list(allOf(conditions), { limit: batch });
  return documents.map(({ agency }) => agency.department);
}
