import type { RegionCode } from '../typings/vocabulary';

/** The digits that tell where a region is: two of a province, four of a city, six of a county. */
export function prefixOf(code: RegionCode): RegionCode {
  return code.replace(/^(\d\d)(0000)$|^(\d{4})00$/, '$1$3');
}

/** The six digits of GB/T 2260. */
export function codeOf(prefix: RegionCode): RegionCode {
  return prefix.padEnd(6, '0');
}
