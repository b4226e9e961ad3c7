import type { RegionCoverage, RegionMap } from '../../../typings/matrix';
import type { Level, RegionCode } from '../../../typings/vocabulary';
import type { Place } from '../../domain/access/scopes';
import { childRegions, country, coverageOf } from '../../domain/matrix';
import type { Subject } from '../../handler/action';
import { regions } from '../../platform/regions';
import { departmentsOf } from '../../records/accounts';
import { regionNames } from '../shared/regions';

export interface RegionSubject extends Subject {
  place: Place;
  level: Level;
  regionName: string;
}

/** The region that coverage is asked of: itself, as a place of its own level. */
export async function theRegion({ region }: { region: RegionCode }): Promise<RegionSubject | null> {
  const regionName = region === country ? '全国' : regionNames().fullName(region);
  if (regionName === null) return null;
  const level = levelOf(region);
  const place = { agencyId: null, region, level, department: null, vendorIds: [] };
  return { place, level, regionName, named: true };
}

export async function coverageIn(
  region: RegionCode,
  { level, regionName }: RegionSubject,
): Promise<RegionCoverage> {
  return { region, level, regionName, functions: coverageOf(await departmentsOf(region, level)) };
}

/** Each region one step below with how many departments have an account in use: some dozens of reads. */
export async function mapOf(region: RegionCode, { regionName }: RegionSubject): Promise<RegionMap> {
  const children = childRegions(regions, region);
  return {
    region,
    regionName,
    children: await Promise.all(
      children.map(async ({ code, name }) => {
        const functions = coverageOf(await departmentsOf(code, levelOf(code)));
        const counted = functions.map(({ function: kind, present, absent }) => ({
          function: kind,
          present: present.length,
          expected: present.length + absent.length,
        }));
        const sum = (of: 'present' | 'expected') => counted.reduce((all, one) => all + one[of], 0);
        return {
          region: code,
          name,
          present: sum('present'),
          expected: sum('expected'),
          functions: counted,
        };
      }),
    ),
  };
}

/** The level whose own region a code names. */
function levelOf(region: RegionCode): Level {
  if (region === country) return 'central';
  if (region.endsWith('0000')) return 'provincial';
  return region.endsWith('00') ? 'prefectural' : 'county';
}
