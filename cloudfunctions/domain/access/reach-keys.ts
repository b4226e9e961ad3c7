import type { Department, Level, RegionCode } from '../../../typings/vocabulary';
import type { RegionScope } from './scopes';

const any = '*';
const prefixLengths = [0, 2, 4, 6];

interface Located {
  region: RegionCode;
  level: Level;
  department: Department;
}

/**
 * A key for each scope that reaches what lies there: 16 of them. Kept beside a document, one indexed
 * equality finds what a scope reaches, in the order of whatever field follows in the index.
 */
export function reachKeys({ region, level, department }: Located): string[] {
  return prefixLengths.flatMap((length) =>
    [any, level].flatMap((levelPart) =>
      [any, department].map((departmentPart) =>
        keyOf(region.slice(0, length), levelPart, departmentPart),
      ),
    ),
  );
}

/** The keys of what lies within the scopes and within what is asked; none when they do not meet. */
export function scopeKeys(
  scopes: readonly RegionScope[],
  asked: Omit<RegionScope, 'kind'> = { regionPrefix: '' },
): string[] {
  const keys = scopes.flatMap((scope) => {
    const regionPrefix = narrower(scope.regionPrefix, asked.regionPrefix);
    const department = scope.department ?? asked.department;
    const isElsewhere = regionPrefix === null || (asked.department ?? department) !== department;
    if (isElsewhere) return [];
    return both(scope.levels, asked.levels).map((level) =>
      keyOf(regionPrefix, level, department ?? any),
    );
  });
  return [...new Set(keys)];
}

function narrower(one: string, other: string): string | null {
  if (one.startsWith(other)) return one;
  return other.startsWith(one) ? other : null;
}

function both(one: Level[] | undefined, other: Level[] | undefined): (Level | typeof any)[] {
  if (!one) return other ?? [any];
  return other ? one.filter((level) => other.includes(level)) : one;
}

function keyOf(regionPrefix: string, level: string, department: string): string {
  return `${regionPrefix}|${level}|${department}`;
}
