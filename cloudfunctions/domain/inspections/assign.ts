import type { ApiError } from '../../../typings/answer';
import type { Digest } from './draw';

/** Someone who may judge, never an account of an agency of their own. */
export interface Inspector {
  member: string;
  agencyIds: string[];
  /** replaced by another: judges nothing more */
  left?: true;
}

export interface Assigned {
  recordId: string;
  members: [string, string];
}

export type Loads = Record<string, number>;

/** Two judge, and a third where they differ. */
const fewestInspectors = 3;

/** What stands in the way of these inspectors; null when any account finds three of them. */
export function inspectorFaults(all: readonly Inspector[]): ApiError | null {
  const inspectors = all.filter(({ left }) => !left);
  if (new Set(inspectors.map(({ member }) => member)).size < inspectors.length) {
    return { code: 'invalid', message: '同一位检查员只能选一次。' };
  }
  if (inspectors.length < fewestInspectors) {
    return {
      code: 'invalid',
      message: '至少选三位检查员：两位独立判定，意见不同时由第三位复核。',
    };
  }
  const agencies = new Set(inspectors.flatMap(({ agencyIds }) => agencyIds));
  const isShort = [...agencies].some(
    (agencyId) => eligible(inspectors, agencyId).length < fewestInspectors,
  );
  return isShort
    ? {
        code: 'invalid',
        message: '有的单位自己的人不能检查自己，余下不足三位，请再选其他单位的检查员。',
      }
    : null;
}

/**
 * Gives each record two inspectors who have the least to do so far; equals go by a lot, so that
 * nobody can tell who judges what. Adds to `loads`.
 */
export function assignPairs(
  records: readonly { id: string; agencyId: string }[],
  inspectors: readonly Inspector[],
  loads: Loads,
  digest: Digest,
): Assigned[] {
  return records.flatMap(({ id, agencyId }) => {
    const [first, second] = leastLoaded(eligible(inspectors, agencyId), loads, id, digest);
    if (!first || !second) return [];
    for (const member of [first, second]) loads[member] = (loads[member] ?? 0) + 1;
    return [{ recordId: id, members: [first, second] }];
  });
}

/**
 * Who judges a record on which two differ, by a lot of the record's own: it asks for nothing that
 * several who judge at once would have to write. Null when nobody else may.
 */
export function thirdInspector(
  record: { id: string; agencyId: string },
  first: readonly string[],
  inspectors: readonly Inspector[],
  digest: Digest,
): string | null {
  const others = eligible(inspectors, record.agencyId).filter((one) => !first.includes(one.member));
  return leastLoaded(others, {}, record.id, digest)[0] ?? null;
}

/** The inspectors once one of them is replaced by another, who may be one of them already. */
export function replacedBy(
  inspectors: readonly Inspector[],
  leaving: string,
  joining: Inspector,
): Inspector[] {
  const others = inspectors.filter(({ member }) => member !== joining.member);
  return [
    ...others.map((one) => (one.member === leaving ? { ...one, left: true as const } : one)),
    joining,
  ];
}

/**
 * Who judges a record instead of one who left: who joined for it, or by a lot one of the others
 * where that one looks at the record already or is of its agency. Null when nobody may.
 */
export function successorOf(
  record: { id: string; agencyId: string },
  taken: readonly string[],
  joining: string,
  inspectors: readonly Inspector[],
  digest: Digest,
): string | null {
  const free = eligible(inspectors, record.agencyId).filter(
    ({ member }) => !taken.includes(member),
  );
  const first = free.some(({ member }) => member === joining) ? joining : null;
  return first ?? leastLoaded(free, {}, record.id, digest)[0] ?? null;
}

function eligible(inspectors: readonly Inspector[], agencyId: string): Inspector[] {
  return inspectors.filter(({ left, agencyIds }) => !left && !agencyIds.includes(agencyId));
}

function leastLoaded(
  inspectors: readonly Inspector[],
  loads: Loads,
  id: string,
  digest: Digest,
): string[] {
  return inspectors
    .map(({ member }) => ({
      member,
      load: loads[member] ?? 0,
      lot: digest(`${id}\n${member}`),
    }))
    .sort((a, b) => a.load - b.load || (a.lot < b.lot ? -1 : 1))
    .map(({ member }) => member);
}
