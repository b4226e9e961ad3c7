import type { VendorRecord } from '../../../typings/contracts';
import type { Day } from '../../../typings/vocabulary';
import { vendorRecord } from '../../domain/contracts';
import { contractsOfVendor } from '../../records/contracts';
import { judged } from './judged-contracts';

/** A record rests on the vendor's newest contracts, and the newest periods of each. */
const recordedContracts = 20;
const recordedPeriods = 24;

/** A vendor's record over its contracts with every principal: counts alone, nobody's name. */
export async function recordOf(vendorId: string, today: Day): Promise<VendorRecord> {
  const contracts = await contractsOfVendor(vendorId, recordedContracts);
  return vendorRecord(vendorId, await judged(contracts, today, recordedPeriods));
}
