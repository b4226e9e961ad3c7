import type { ContractDetail, ContractListing } from '../../../typings/contracts';
import type { Day } from '../../../typings/vocabulary';
import { decide } from '../../domain/access/decide';
import { grants } from '../../domain/access/grants.data';
import {
  checkContract,
  contractAlerts,
  contractSchemes,
  decisionsAhead,
  settlementsOf,
  stageOf,
} from '../../domain/contracts';
import { acceptancesOf } from '../../records/acceptances';
import { reportsOf } from '../../records/contract-reports';
import type { StoredContract } from '../../records/contracts';
import type { StoredMembership } from '../../records/memberships';
import { judged } from '../shared/judged-contracts';
import { recordOf } from '../shared/vendor-record';
import { decided, live } from './decided';

/** A contract with all that follows from it; principals alone are shown what to mind about it. */
export async function detailOf(
  stored: StoredContract,
  memberships: StoredMembership[],
  today: Day,
): Promise<ContractDetail> {
  const [[one], reports, acceptances, vendor] = await Promise.all([
    judged([stored], today, Number.POSITIVE_INFINITY),
    reportsOf([stored.id]),
    acceptancesOf(stored.id),
    recordOf(stored.vendorId, today),
  ]);
  const contract = shown(stored);
  const results = one?.results ?? [];
  const may = (action: 'contracts.save' | 'contracts.report' | 'contracts.decide') =>
    decide(grants[action], memberships, stored.seat).allowed;
  const settlements = settlementsOf({ contract, results }, today);
  const checked = checkContract(contract, contractSchemes());
  return {
    contract,
    listing: listed(stored, today),
    accounts: stored.accountIds.map((id, index) => ({
      id,
      name: stored.accountNames[index] ?? id,
    })),
    warnings: may('contracts.save') && checked.ok ? checked.value : [],
    settlements: decided(
      settlements.map((one) => live(contract, one)),
      acceptances,
    ),
    alerts: contractAlerts([{ contract, results }], today).filter(
      ({ code }) => may('contracts.save') || !decisionsAhead.has(code),
    ),
    reports: reports.map(({ accountId, period, revision, figures, reportedAt }) => ({
      accountId,
      period,
      revision,
      figures,
      reportedAt,
    })),
    vendor,
    may: {
      save: may('contracts.save'),
      report: may('contracts.report'),
      decide: may('contracts.decide'),
    },
  };
}

export function listed(contract: StoredContract, today: Day): ContractListing {
  const { id, vendorName, scope, procurement, startsOn, endsOn, priceYuan } = contract;
  const { agencyName, accountNames, sample } = contract;
  return {
    id,
    vendorName,
    scope,
    procurement,
    startsOn,
    endsOn,
    priceYuan,
    agencyName,
    accountNames,
    stage: stageOf(contract, today),
    sample,
  };
}

/** The contract as the contract of the API shows it. */
export function shown(stored: StoredContract): ContractDetail['contract'] {
  const { seat, agencyName, accountNames, sample, enteredBy, enteredAt, ...contract } = stored;
  return contract;
}
