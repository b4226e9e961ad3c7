import type { Membership } from '../../typings/membership';
import type { Department, Instant, Level } from '../../typings/vocabulary';
import type { Place, RegionScope } from '../domain/access/scopes';
import { collection, command } from './collection';
import { allOf, placeKey, placesWithin } from './places';

/** A membership with what the database keeps beside it. */
export interface StoredMembership extends Membership {
  /** keyed hash of the openid */
  member: string;
  /** a name to tell members apart by: never an openid */
  alias: string;
  /** where the membership itself lies, so that supervisors find those in their scope */
  seat: Place;
  grantedBy: string;
  revokedAt: Instant | null;
}

export interface MembershipDocument extends Omit<StoredMembership, 'id'> {
  _id: string;
  place: string;
  level: Level | null;
  department: Department | null;
}

/** One person holds few; more than this would be a fault. */
const maxPerMember = 50;

const memberships = collection<MembershipDocument>('memberships');

/** The memberships in force of one person, as they stand now. */
export async function membershipsOf(member: string): Promise<StoredMembership[]> {
  const documents = await memberships.list({ member, revokedAt: null }, { limit: maxPerMember });
  return documents.map(fromDocument);
}

/** A membership in force or revoked. */
export async function findMembership(id: string): Promise<StoredMembership | null> {
  const document = await memberships.find(id);
  return document && fromDocument(document);
}

/** Memberships in force that lie within any of the scopes, in the order of their places. */
export async function membershipsWithin(
  scopes: RegionScope[],
  after: string | null,
  limit: number,
): Promise<{ items: StoredMembership[]; next: string | null }> {
  const filters = [
    { revokedAt: null },
    ...placesWithin(scopes, ['level', 'department']),
    ...(after ? [{ place: command.gt(after) }] : []),
  ];
  const documents = await memberships.list(allOf(filters), {
    limit: limit + 1,
    order: ['place', 'asc'],
  });
  const items = documents.slice(0, limit);
  const last = items.at(-1);
  return {
    items: items.map(fromDocument),
    next: documents.length > limit && last ? last.place : null,
  };
}

/** Grants a membership; says false when its id stands already. */
export function addMembership(membership: StoredMembership): Promise<boolean> {
  return memberships.addOnce(toDocument(membership));
}

/** Ends a membership; one that has ended stays as it ended. */
export async function revokeMembership(id: string, revokedAt: Instant): Promise<void> {
  await memberships.change({ _id: id, revokedAt: null }, { revokedAt });
}

export function toDocument({ id, ...membership }: StoredMembership): MembershipDocument {
  const { region, level, department } = membership.seat;
  return { _id: id, ...membership, place: placeKey(region, id), level, department };
}

export function fromDocument(document: MembershipDocument): StoredMembership {
  const { _id, place, level, department, ...membership } = document;
  return { id: _id, ...membership };
}
