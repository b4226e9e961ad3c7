import type { Contract } from '../../typings/contracts';
import type { Membership, Scope } from '../../typings/membership';
import type { Day, Instant } from '../../typings/vocabulary';
import type { Place } from '../domain/access/scopes';
import { collection, command, type Document, type Filter } from './collection';
import { allOf } from './places';

/** A contract with what the database keeps beside it. */
export interface StoredContract extends Contract {
  /** of the principal; its one vendor is the contract's */
  seat: Place;
  agencyName: string;
  /** names as they were when the contract was saved */
  accountNames: string[];
  sample: boolean;
  enteredBy: string;
  enteredAt: Instant;
}

export interface ContractDocument extends Omit<StoredContract, 'id'>, Document {
  /** all that reaches it: agency, vendor, accounts, and every prefix of the region */
  within: string[];
  /** by end of term, then by id: a page's cursor, and what alerts are found by */
  order: string;
  /** when the vendors of its accounts change next; null after its end */
  nextChangeOn: Day | null;
}

const contracts = collection<ContractDocument>('contracts');

export async function findContract(id: string): Promise<StoredContract | null> {
  const document = await contracts.find(id);
  return document && fromDocument(document);
}

/** Contracts that any of the memberships reaches, of one account where named: latest end first. */
export async function contractsReached(
  memberships: Membership[],
  { accountId, cursor }: { accountId?: string; cursor?: string },
  limit: number,
): Promise<{ items: StoredContract[]; next: string | null }> {
  const reached = reachedBy(memberships, accountId);
  if (!reached) return { items: [], next: null };
  const before = cursor ? [{ order: command.lt(cursor) }] : [];
  const documents = await contracts.list(allOf([reached, ...before]), {
    limit: limit + 1,
    order: ['order', 'desc'],
  });
  const page = documents.slice(0, limit);
  const next = documents.length > limit ? (page.at(-1)?.order ?? null) : null;
  return { items: page.map(fromDocument), next };
}

/** Contracts reached that end on a day or later, the first to end first. */
export async function contractsEnding(
  memberships: Membership[],
  accountId: string | undefined,
  from: Day,
  limit: number,
): Promise<StoredContract[]> {
  const reached = reachedBy(memberships, accountId);
  if (!reached) return [];
  const filter = allOf([reached, { order: command.gte(from) }]);
  return (await contracts.list(filter, { limit, order: ['order', 'asc'] })).map(fromDocument);
}

/** A vendor's contracts, whoever the principal is: latest end first. */
export async function contractsOfVendor(
  vendorId: string,
  limit: number,
): Promise<StoredContract[]> {
  const filter = { within: token.vendor(vendorId) };
  return (await contracts.list(filter, { limit, order: ['order', 'desc'] })).map(fromDocument);
}

/** An agency's contracts, latest end first. */
export async function contractsOfAgency(
  agencyId: string,
  limit: number,
): Promise<StoredContract[]> {
  const filter = { within: token.agency(agencyId) };
  return (await contracts.list(filter, { limit, order: ['order', 'desc'] })).map(fromDocument);
}

/** Contracts that have begun or ceased to run by a day without their accounts knowing. */
export async function contractsChangedBy(day: Day, limit: number): Promise<StoredContract[]> {
  const filter = { nextChangeOn: command.lte(day) };
  const options = { limit, order: ['nextChangeOn', 'asc'] as ['nextChangeOn', 'asc'] };
  return (await contracts.list(filter, options)).map(fromDocument);
}

const token = {
  agency: (id: string) => `agency:${id}`,
  vendor: (id: string) => `vendor:${id}`,
  account: (id: string) => `account:${id}`,
  region: (prefix: string) => `region:${prefix}`,
};

function reachedBy(memberships: Membership[], accountId: string | undefined): Filter | null {
  const filters = memberships.flatMap(({ scope }) => filterOf(scope) ?? []);
  if (filters.length === 0) return null;
  const account = accountId === undefined ? [] : [{ within: token.account(accountId) }];
  return allOf([...account, command.or(filters)]);
}

function filterOf(scope: Scope): Filter | null {
  switch (scope.kind) {
    case 'agency':
      return { within: token.agency(scope.agencyId) };
    case 'vendor':
      return { within: token.vendor(scope.vendorId) };
    case 'region':
      return {
        within: token.region(scope.regionPrefix),
        ...(scope.levels ? { 'seat.level': command.in(scope.levels) } : {}),
        ...(scope.department ? { 'seat.department': scope.department } : {}),
      };
    case 'datasets':
      return null;
  }
}

export function toDocument(
  { id, ...contract }: StoredContract,
  nextChangeOn: Day | null,
): ContractDocument {
  const { seat, vendorId, accountIds, endsOn } = contract;
  const prefixes = [0, 2, 4, 6].map((length) => seat.region.slice(0, length));
  return {
    _id: id,
    ...contract,
    within: [
      ...(seat.agencyId === null ? [] : [token.agency(seat.agencyId)]),
      token.vendor(vendorId),
      ...accountIds.map(token.account),
      ...new Set(prefixes.map(token.region)),
    ],
    order: `${endsOn}~${id}`,
    nextChangeOn,
  };
}

export function fromDocument(document: ContractDocument): StoredContract {
  const { _id, within, order, nextChangeOn, ...contract } = document;
  return { id: _id, ...contract };
}
