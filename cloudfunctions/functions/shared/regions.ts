import { type RegionLookup, regionLookup } from '../../domain/registry/region-lookup';
import { regions } from '../../platform/regions';

let lookup: RegionLookup | null = null;

/** Names of regions; made at first use, since most calls name none. */
export function regionNames(): RegionLookup {
  lookup ??= regionLookup(regions);
  return lookup;
}
