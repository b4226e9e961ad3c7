import type { RegionScope } from '../domain/access/scopes';
import { command, type Filter } from './collection';

/** After every digit and letter that an id may hold. */
const last = '~';

/** After every place of the regions that begin so. */
export const lastOf = (regionPrefix: string): string => `${regionPrefix}${last}`;

/** Sorts by region, then by id: one indexed field serves a scope's range and a page's cursor. */
export function placeKey(region: string, id: string): string {
  return `${region}-${id}`;
}

/**
 * What lies within any of the scopes, for documents with a `place` key; level and department stand
 * in the fields named. None for the whole country.
 */
export function placesWithin(
  scopes: RegionScope[],
  [levelField, departmentField]: [string, string],
): Filter[] {
  const filters = scopes.map(({ regionPrefix, levels, department }) => ({
    ...(regionPrefix
      ? { place: command.gte(regionPrefix).and(command.lt(lastOf(regionPrefix))) }
      : {}),
    ...(levels ? { [levelField]: command.in(levels) } : {}),
    ...(department ? { [departmentField]: department } : {}),
  }));
  const isAnywhere = filters.some((filter) => Object.keys(filter).length === 0);
  return isAnywhere ? [] : [command.or(filters)];
}

/** All of the filters at once; everything when there are none. */
export function allOf(filters: Filter[]): Filter {
  return filters.length === 0 ? {} : command.and(filters);
}
