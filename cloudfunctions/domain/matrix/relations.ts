import type { Department, Level, RegionCode } from '../../../typings/vocabulary';

interface Located {
  level: Level;
  region: RegionCode;
  department: Department;
}

/** Where relations are looked for: one level and department within a region. */
export interface RelationRange {
  level: Level;
  department: Department;
  /** exact for superiors (350100), a prefix for subordinates (3501); '' is the whole country */
  regionPrefix: RegionCode;
}

/** Directly under a municipality or a province stand its districts, so a level may be skipped. */
const above: Record<Level, Level | null> = {
  central: null,
  provincial: 'central',
  prefectural: 'provincial',
  county: 'prefectural',
  township: 'county',
};
const below: Record<Level, Level | null> = {
  central: 'provincial',
  provincial: 'prefectural',
  prefectural: 'county',
  county: 'township',
  township: null,
};

const municipalities = new Set(['11', '12', '31', '50']);

/**
 * The rule of superiors: an account's superior is the account of the same department, one level up,
 * of the region around its own. A district of a municipality (直辖市) stands under the municipality.
 */
export function superiorRange({ level, region, department }: Located): RelationRange | null {
  if (level === 'county' && municipalities.has(region.slice(0, 2))) {
    return { level: 'provincial', department, regionPrefix: `${region.slice(0, 2)}0000` };
  }
  const up = above[level];
  return up && { level: up, department, regionPrefix: ownRegion(up, region) };
}

/** The rule the other way round. */
export function subordinateRange({ level, region, department }: Located): RelationRange | null {
  if (level === 'provincial' && municipalities.has(region.slice(0, 2))) {
    return { level: 'county', department, regionPrefix: region.slice(0, 2) };
  }
  const down = below[level];
  return down && { level: down, department, regionPrefix: regionWithin(level, region) };
}

/** Those with the same superior: same level and department, in the region around. */
export function siblingRange({ level, region, department }: Located): RelationRange | null {
  const up = superiorRange({ level, region, department });
  return up && { level, department, regionPrefix: regionWithin(up.level, up.regionPrefix) };
}

function ownRegion(level: Level, region: RegionCode): RegionCode {
  switch (level) {
    case 'central':
      return '';
    case 'provincial':
      return `${region.slice(0, 2)}0000`;
    case 'prefectural':
      return `${region.slice(0, 4)}00`;
    case 'county':
    case 'township':
      return region;
  }
}

function regionWithin(level: Level, region: RegionCode): RegionCode {
  switch (level) {
    case 'central':
      return '';
    case 'provincial':
      return region.slice(0, 2);
    case 'prefectural':
      return region.slice(0, 4);
    case 'county':
    case 'township':
      return region;
  }
}
