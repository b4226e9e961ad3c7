import type { RegionScope } from '../domain/access/scopes';
import { command, type Filter } from './collection';

/** After every digit and letter that an id may hold. */
const last = '~';

/** Sorts by region, then by id: one indexed field serves a scope's range and a page's cursor. */
export function placeKey(region: string, id: string): string {
  return `${region}-${id}`;
}

/**
 * What lies within a region scope, for documents with a `place` key; level and department stand in
 * the fields named.
 */
export function placesWithin(
  scope: RegionScope,
  [levelField, departmentField]: [string, string],
): Filter {
  const prefix = scope.regionPrefix;
  return {
    ...(prefix ? { place: command.gte(prefix).and(command.lt(`${prefix}${last}`)) } : {}),
    ...(scope.levels ? { [levelField]: command.in(scope.levels) } : {}),
    ...(scope.department ? { [departmentField]: scope.department } : {}),
  };
}
