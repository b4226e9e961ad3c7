import type { Contract, Settlement, VendorRecord } from '../../../typings/contracts';

/** Cut-offs of a vendor's grade; the product's own choice. */
export const vendorGrading = {
  /** fewer results give no grade */
  minimumResults: 6,
  goodShare: 0.9,
  poorShare: 0.6,
  /** this many breaches of a floor make the record poor whatever the share */
  poorBreaches: 2,
} as const;

/** A contract with what its periods came to, oldest first. */
export interface SettledContract {
  contract: Contract;
  settlements: Settlement[];
}

/** A vendor's record over all its contracts; no grade under the minimum of results. */
export function vendorRecord(vendorId: string, settled: SettledContract[]): VendorRecord {
  const own = settled.filter(({ contract }) => contract.vendorId === vendorId);
  const states = own.flatMap(({ settlements }) => settlements.flatMap(({ kpis }) => kpis));
  const known = states.filter(({ state }) => state !== 'unknown');
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
