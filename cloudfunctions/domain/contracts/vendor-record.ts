import type { VendorRecord } from '../../../typings/contracts';
import type { KpiState } from '../../../typings/kpis';
import type { JudgedContract } from './settlement';

/** Cut-offs of a vendor's grade; the product's own choice. */
export const vendorGrading = {
  /** fewer results give no grade */
  minimumResults: 6,
  goodShare: 0.9,
  poorShare: 0.6,
  /** this many breaches of a floor make the record poor whatever the share */
  poorBreaches: 2,
} as const;

const judged: ReadonlySet<KpiState['state']> = new Set(['met', 'missed', 'breached']);

/** A vendor's record over all its contracts; no grade under the minimum of results. */
export function vendorRecord(vendorId: string, contracts: JudgedContract[]): VendorRecord {
  const own = contracts.filter(({ contract }) => contract.vendorId === vendorId);
  const states = own.flatMap(({ results }) => results);
  const known = states.filter(({ state }) => judged.has(state));
  const met = known.filter(({ state }) => state === 'met').length;
  const breaches = known.filter(({ state }) => state === 'breached').length;
  const metShare = known.length > 0 ? met / known.length : null;
  return {
    vendorId,
    contracts: own.length,
    kpiResults: known.length,
    metShare,
    breaches,
    disputes: states.filter(({ disputed }) => disputed).length,
    grade: known.length < vendorGrading.minimumResults ? null : gradeOf(metShare ?? 0, breaches),
  };
}

function gradeOf(metShare: number, breaches: number): VendorRecord['grade'] {
  if (metShare < vendorGrading.poorShare || breaches >= vendorGrading.poorBreaches) return 'poor';
  return metShare >= vendorGrading.goodShare && breaches === 0 ? 'good' : 'fair';
}
