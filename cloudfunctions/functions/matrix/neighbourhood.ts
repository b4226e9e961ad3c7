import type { MatrixLink, MatrixNode, Neighbourhood, Relation, Tie } from '../../../typings/matrix';
import { dayOfInstant } from '../../domain/indices/days';
import {
  bizKey,
  circlesThrough,
  keysOfAccount,
  problemsOf,
  type RelationRange,
  resolveLinks,
  siblingRange,
  subordinateRange,
  superiorRange,
} from '../../domain/matrix';
import {
  accountsById,
  accountsInRange,
  accountsOfAgencyNamed,
  accountsUnder,
  type StoredAccount,
} from '../../records/accounts';
import { articleIdsOf, headsLinkingTo, headsOf, type MatrixHead } from '../../records/matrix';
import { knownTargets, nodeOf } from './known';

const pageSize = 40;
const mostSiblings = 12;
const mostLinkedFrom = 60;

/**
 * One account with what lies around it. All that is read is bounded by the account's own links and
 * by a page of its relations, however many accounts there are.
 */
export async function neighbourhoodOf(
  account: StoredAccount,
  { cursor, withCircles }: { cursor?: string; withCircles: boolean },
): Promise<Neighbourhood> {
  const located = account.agency;
  const articleIds = await articleIdsOf(account.id);
  const ownKeys = new Set([...keysOfAccount(account), ...articleIds.map(bizKey)]);
  const [[own], superiors, subordinates, siblings, linking] = await Promise.all([
    headsOf([account.id]),
    superiorsOf(account),
    subordinatesOf(account, cursor),
    inRange(siblingRange(located), mostSiblings + 1),
    headsLinkingTo([...ownKeys]),
  ]);
  const known = await knownTargets(own?.keyed ?? []);
  const links = resolveLinks(own?.keyed ?? [], account.id, known);
  const linkedIds = linking.map(({ _id }) => _id).filter((id) => id !== account.id);
  const linkedFrom = await accountsById(linkedIds.slice(0, mostLinkedFrom));
  const out = new Set(links.flatMap(({ to }) => to?.accountId ?? []));
  const into = new Set(linkedIds);
  const related = (list: StoredAccount[]): Relation[] =>
    list
      .filter(({ id }) => id !== account.id)
      .map((one) => ({ ...nodeOf(one), tie: tieOf(out.has(one.id), into.has(one.id)) }));
  const around = { superiors: related(superiors), subordinates: related(subordinates.items) };
  const nodes = [...superiors, ...subordinates.items, ...siblings, ...linkedFrom];
  return {
    account: nodeOf(account),
    statedOn: own ? dayOfInstant(own.enteredAt) : null,
    revision: own?.revision ?? 0,
    ...around,
    moreSubordinates: subordinates.next,
    siblings: related(siblings).slice(0, mostSiblings),
    links,
    linkedFrom: linkedFrom.map(nodeOf),
    moreLinkedFrom: linkedIds.length > mostLinkedFrom,
    problems: problemsOf(links, own ? around : null),
    sample: account.sample,
    circles: withCircles ? await circlesOf(account, own, links, nodes) : [],
  };
}

function tieOf(isOut: boolean, isIn: boolean): Tie {
  if (isOut) return isIn ? 'both' : 'out';
  return isIn ? 'in' : 'none';
}

async function superiorsOf({ agency }: StoredAccount): Promise<StoredAccount[]> {
  const [ranged, named] = await Promise.all([
    inRange(superiorRange(agency), 5),
    agency.supervisorUnit ? accountsOfAgencyNamed(agency.supervisorUnit) : [],
  ]);
  return unique([...ranged, ...named]);
}

async function subordinatesOf({ agency }: StoredAccount, cursor?: string) {
  const range = subordinateRange(agency);
  const [ranged, under] = await Promise.all([
    range ? accountsInRange(range, { limit: pageSize, cursor }) : { items: [], next: null },
    cursor ? [] : accountsUnder(agency.name, pageSize),
  ]);
  return { items: unique([...ranged.items, ...under]), next: ranged.next };
}

async function inRange(range: RelationRange | null, limit: number): Promise<StoredAccount[]> {
  return range ? (await accountsInRange(range, { limit })).items : [];
}

function unique(list: StoredAccount[]): StoredAccount[] {
  return [...new Map(list.map((account) => [account.id, account])).values()];
}

/** Circles among what is around: no account beyond it is looked at. */
async function circlesOf(
  account: StoredAccount,
  own: MatrixHead | undefined,
  links: MatrixLink[],
  around: StoredAccount[],
): Promise<string[][]> {
  if (!own) return [];
  const targets = await accountsById(links.flatMap(({ to }) => to?.accountId ?? []));
  const accounts = unique([account, ...around, ...targets]);
  const nodes = new Map<string, MatrixNode>(accounts.map((one) => [one.id, nodeOf(one)]));
  const idOf = new Map(accounts.flatMap((one) => keysOfAccount(one).map((key) => [key, one.id])));
  const heads = await headsOf([...nodes.keys()]);
  const graph = new Map(
    heads.map(({ _id, toKeys }) => [_id, toKeys.flatMap((key) => idOf.get(key) ?? [])]),
  );
  return circlesThrough(account.id, graph).map((circle) =>
    circle.flatMap((id) => nodes.get(id)?.name ?? []),
  );
}
