import type { RegionCoverage } from '../../../typings/matrix';
import type { FunctionKind } from '../../../typings/modes';
import type { Department } from '../../../typings/vocabulary';
import { usualFunctions } from '../positioning';
import { departments } from '../words.data';

const order: FunctionKind[] = ['information', 'service', 'interaction'];

/** `other` names no department, so no region lacks it. */
const expected = departments.filter((department) => department !== 'other');

/** What a department mainly does; interaction where a quarter of its work or more is that. */
export function mainFunction(department: Department): FunctionKind {
  const shares = usualFunctions[department];
  if (shares.interaction >= 0.25) return 'interaction';
  return shares.service > 0.3 ? 'service' : 'information';
}

/** Which departments of a region have an account in use and which have none, by function. */
export function coverageOf(inUse: readonly Department[]): RegionCoverage['functions'] {
  return order.map((kind) => {
    const own = expected.filter((department) => mainFunction(department) === kind);
    const counted = own.map((department) => ({
      department,
      accounts: inUse.filter((one) => one === department).length,
    }));
    return {
      function: kind,
      present: counted.filter(({ accounts }) => accounts > 0),
      absent: counted.flatMap(({ department, accounts }) => (accounts === 0 ? [department] : [])),
    };
  });
}
