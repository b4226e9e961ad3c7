import type { AccountStatus, FilingStatus } from '../../../typings/registry';
import type { Department, Level, RegionCode } from '../../../typings/vocabulary';

/** How many accounts there are, as the registry has them. */
export interface RegistryTally {
  active: number;
  closed: number;
  /** active without a filing */
  unfiled: number;
  /** active, of the sample data */
  sample: number;
}

interface Counted {
  agency: { region: RegionCode; level: Level; department: Department };
  status: AccountStatus;
  filing: { status: FilingStatus };
  sample: boolean;
}

type Cells = Record<string, RegistryTally>;

const prefixLengths = [0, 2, 4, 6];
export const noAccounts: RegistryTally = { active: 0, closed: 0, unfiled: 0, sample: 0 };

/** What some accounts add to the country, their provinces, cities and counties, by level and department. */
export function talliesOf(accounts: readonly Counted[]): Map<RegionCode, Cells> {
  const regions = new Map<RegionCode, Cells>();
  for (const account of accounts) {
    const { region, level, department } = account.agency;
    for (const length of prefixLengths) {
      const prefix = region.slice(0, length);
      const one = { [`${level}:${department}`]: tallyOf(account) };
      regions.set(prefix, tallied(regions.get(prefix) ?? {}, one));
    }
  }
  return regions;
}

/** Two counts of cells as one. */
export function tallied(before: Cells, more: Cells): Cells {
  const cells = { ...before };
  for (const [cell, tally] of Object.entries(more)) {
    cells[cell] = added(cells[cell] ?? noAccounts, tally);
  }
  return cells;
}

export function added(one: RegistryTally, other: RegistryTally): RegistryTally {
  return {
    active: one.active + other.active,
    closed: one.closed + other.closed,
    unfiled: one.unfiled + other.unfiled,
    sample: one.sample + other.sample,
  };
}

function tallyOf({ status, filing, sample }: Counted): RegistryTally {
  if (status === 'closed') return { ...noAccounts, closed: 1 };
  const isFiled = filing.status === 'filed';
  return { active: 1, closed: 0, unfiled: isFiled ? 0 : 1, sample: sample ? 1 : 0 };
}
