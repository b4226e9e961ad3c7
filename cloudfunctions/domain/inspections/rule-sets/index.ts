import type { RuleSet } from '../../../../typings/inspection-rules';
import type { Day, RegionCode } from '../../../../typings/vocabulary';
import { inForce } from '../clock';
import { localRuleSets } from './local.data';
import { national2019 } from './national-2019.data';

/** Every rule set that the product knows, in force or not. */
export const ruleSets: readonly RuleSet[] = [national2019, ...localRuleSets];

export function findRuleSet(id: string): RuleSet | null {
  return ruleSets.find((one) => one.id === id) ?? null;
}

/** Rule sets for all accounts of a region that are in force on a day. */
export function ruleSetsFor(regionPrefix: RegionCode, day: Day): RuleSet[] {
  return ruleSets.filter(
    (one) => regionPrefix.startsWith(one.regionPrefix) && inForce(one.effective, day),
  );
}
