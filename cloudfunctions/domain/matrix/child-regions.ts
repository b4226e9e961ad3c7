import type { RegionCode } from '../../../typings/vocabulary';
import { districtsAsOne, type RegionEntry } from '../registry/region-lookup';

/** Stands for the whole country where a region of six digits is asked for. */
export const country: RegionCode = '000000';

/**
 * The regions one step below one: provinces of the country, cities of a province (the counties of a
 * municipality, which has none), counties of a city; none below a county.
 */
export function childRegions(entries: readonly RegionEntry[], region: RegionCode): RegionEntry[] {
  if (region === country) return entries.filter(({ code }) => code.endsWith('0000'));
  if (region.endsWith('0000')) {
    const own = entries.filter(
      ({ code }) => code.startsWith(region.slice(0, 2)) && code !== region,
    );
    const cities = own.filter(({ code, name }) => code.endsWith('00') && !name.includes('直辖'));
    return cities.length > 0 ? cities : own.filter(({ code }) => !code.endsWith('00'));
  }
  if (!region.endsWith('00')) return [];
  return entries.filter(
    ({ code, name }) =>
      code.startsWith(region.slice(0, 4)) && code !== region && name !== districtsAsOne,
  );
}
