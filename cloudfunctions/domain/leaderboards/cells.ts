import type { BoardFilter, BoardTraits } from '../../../typings/leaderboards';
import type { PeriodId } from '../../../typings/vocabulary';
import { departments, kinds, levels, operatingModes } from '../words.data';

/** Scheme and period: what scores must share to stand on one board. */
export function boardOf(scheme: string, period: PeriodId): string {
  return `${scheme}:${period}`;
}

/** What an account is but for where it is: 960 cells at most, which every filter is made of. */
export function cellOf({ level, department, kind, mode }: Omit<BoardTraits, 'region'>): string {
  return `${level}:${department}:${kind}:${mode ?? 'unknown'}`;
}

/** The cells that a filter holds, its region left aside. */
export function cellsWithin({
  levels: wanted = [...levels],
  department,
  kind,
  mode,
}: Omit<BoardFilter, 'regionPrefix'>): string[] {
  const ofDepartments = department ? [department] : departments;
  const ofKinds = kind ? [kind] : kinds;
  const ofModes = mode ? [mode] : [...operatingModes, null];
  return wanted.flatMap((level) =>
    ofDepartments.flatMap((each) =>
      ofKinds.flatMap((one) =>
        ofModes.map((way) => cellOf({ level, department: each, kind: one, mode: way })),
      ),
    ),
  );
}

/** Whether a filter holds an account. */
export function fits(filter: BoardFilter, traits: BoardTraits): boolean {
  const { regionPrefix = '', levels: wanted, department, kind, mode } = filter;
  return (
    traits.region.startsWith(regionPrefix) &&
    (wanted?.includes(traits.level) ?? true) &&
    (department ?? traits.department) === traits.department &&
    (kind ?? traits.kind) === traits.kind &&
    (mode ?? traits.mode) === traits.mode
  );
}

/** The country, the province and the city that a region lies in, as far as it says: each counts it once. */
export function countedRegions(region: string): string[] {
  return [...new Set(['', region.slice(0, 2), region.slice(0, 4)])];
}
