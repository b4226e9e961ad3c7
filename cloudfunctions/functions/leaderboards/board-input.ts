import * as v from 'valibot';
import type { BoardFilter, BoardQuery } from '../../../typings/leaderboards';
import { type Place, placesOf } from '../../domain/access/scopes';
import type { measures } from '../../domain/leaderboards/counting';
import * as inputs from '../shared/inputs';
import type { ScopeSubject } from '../shared/scope-subject';

export const boardQuery = {
  scheme: inputs.scheme,
  period: inputs.period,
  measure: v.picklist(
    ['index', 'dissemination', 'service', 'interaction', 'growth'] satisfies typeof measures,
    '请从列表中选择。',
  ),
  regionPrefix: v.optional(inputs.regionPrefix),
  levels: v.optional(v.pipe(v.array(inputs.level), v.minLength(1), v.maxLength(5))),
  department: v.optional(inputs.department),
  kind: v.optional(inputs.kind),
  mode: v.optional(inputs.operatingMode),
};

export const pageStart = {
  cursor: v.optional(inputs.cursor),
  around: v.optional(inputs.id),
  fromRank: v.optional(v.pipe(inputs.wholeNumber(1_000_000), v.minValue(1, '名次从 1 开始。'))),
};

/** The filter and measure of an input that holds more. */
export function queryOf(input: BoardQuery): BoardQuery {
  const { scheme, period, measure, regionPrefix, levels, department, kind, mode } = input;
  return { scheme, period, measure, regionPrefix, levels, department, kind, mode };
}

/** Where a board lies: a supervisor must reach every place that it is made of. */
export function boardPlaces({ regionPrefix = '', levels, department }: BoardFilter): Place[] {
  return placesOf({ kind: 'region', regionPrefix, levels, department });
}

/** A board asked for by its filter. */
export async function theBoard(input: BoardQuery): Promise<ScopeSubject> {
  const places = boardPlaces(input);
  const [place = nowhere] = places;
  return { place, places, named: true };
}

const nowhere: Place = { agencyId: null, region: '', level: null, department: null, vendorIds: [] };
