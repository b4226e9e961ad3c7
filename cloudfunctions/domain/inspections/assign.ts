import type { ApiError } from '../../../typings/answer';
import type { Digest } from './draw';

/** Someone who may judge, never an account of an agency of their own. */
export interface Inspector {
  member: string;
  agencyIds: string[];
}

export interface Assigned {
  recordId: string;
  members: [string, string];
}

export type Loads = Record<string, number>;

/** Two judge, and a third where they differ. */
const fewestInspectors = 3;

/** What stands in the way of these inspectors; null when any account finds three of them. */
export function inspectorFaults(inspectors: readonly Inspector[]): ApiError | null {
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

function eligible(inspectors: readonly Inspector[], agencyId: string): Inspector[] {
  return inspectors.filter(({ agencyIds }) => !agencyIds.includes(agencyId));
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
