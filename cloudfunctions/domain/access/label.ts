import type { Scope } from '../../../typings/membership';
import type { RegionCode } from '../../../typings/vocabulary';
import { columns } from '../registry/columns.data';
import type { RegionLookup } from '../registry/region-lookup';

/** A region scope in words: 「福州市 · 县区级、乡镇街道 · 教育」. */
export function regionScopeLabel(
  scope: Extract<Scope, { kind: 'region' }>,
  regions: RegionLookup,
): string {
  const levels = scope.levels?.map((level) => columns.level.show(level, regions)).join('、');
  const department = scope.department && columns.department.show(scope.department, regions);
  const narrowed = [levels, department].filter(Boolean);
  return [
    regionName(scope.regionPrefix, regions),
    ...(narrowed.length ? narrowed : ['全部账号']),
  ].join(' · ');
}

/** The name of a region code or of its prefix; the code itself when it has none. */
function regionName(prefix: RegionCode, regions: RegionLookup): string {
  return prefix === '' ? '全国' : (regions.fullName(prefix.padEnd(6, '0')) ?? prefix);
}
