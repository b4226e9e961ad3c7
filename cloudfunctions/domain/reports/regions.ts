import type { Level, RegionCode } from '../../../typings/vocabulary';

/** Cities under the central government: their next level is that of districts. */
const municipalities = ['11', '12', '31', '50'];

/** Lengths of the region prefixes that a scope is told apart by, the widest first; at most two. */
export function regionSteps(regionPrefix: RegionCode): (2 | 4 | 6)[] {
  if (regionPrefix === '') return [2, 4];
  if (municipalities.includes(regionPrefix)) return [6];
  if (regionPrefix.length === 2) return [4, 6];
  return regionPrefix.length === 4 ? [6] : [];
}

/**
 * The region of one step that an account is counted in; null where it is in none: a ministry belongs
 * to no province, a province's own account to no city.
 */
export function regionOf(region: RegionCode, level: Level, step: 2 | 4 | 6): string | null {
  if (level === 'central') return null;
  if (step === 2) return region.slice(0, 2);
  const city = region.slice(2, 4);
  const isUnderProvince = city === '00' || city === '90';
  const isMunicipal = municipalities.includes(region.slice(0, 2));
  if (step === 4) return isUnderProvince || isMunicipal ? null : region.slice(0, 4);
  return region.endsWith('00') ? null : region;
}
