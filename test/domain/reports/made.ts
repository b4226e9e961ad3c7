import { findScheme, parsePeriod, summariseScheme } from '../../../cloudfunctions/domain/indices';
import { regionLookup } from '../../../cloudfunctions/domain/registry/region-lookup';
import { reportOf } from '../../../cloudfunctions/domain/reports/content';
import type { CountedAccount } from '../../../cloudfunctions/domain/reports/counted-account';
import type { ReportFrame } from '../../../cloudfunctions/domain/reports/frame';
import { regionSteps } from '../../../cloudfunctions/domain/reports/regions';
import { tallyOf } from '../../../cloudfunctions/domain/reports/tally';
import { regions } from '../../../cloudfunctions/platform/regions';
import type { ReportContent } from '../../../typings/reports';
import type { RegionCode } from '../../../typings/vocabulary';

const lookup = regionLookup(regions);
export const scheme = 'zhengwei-1';

export function frameOf(regionPrefix: RegionCode): ReportFrame {
  const period = parsePeriod('2026-Q3');
  const found = findScheme(scheme);
  if (!period.ok || !found.ok) throw new Error('no such period or scheme');
  return {
    scope: { kind: 'region', regionPrefix },
    scopeName: regionPrefix === '' ? '全国' : (lookup.fullName(regionPrefix.padEnd(6, '0')) ?? ''),
    period: period.value,
    scheme: summariseScheme(found.value),
    regions: lookup,
  };
}

export function reported(list: CountedAccount[], prefix: RegionCode): ReportContent {
  const steps = regionSteps(prefix);
  return reportOf(tallyOf(list, { scheme, steps }), frameOf(prefix));
}

/** Accounts that are alike but for what is given of each. */
export function accountsOf(
  count: number,
  given: (index: number) => Partial<CountedAccount>,
): CountedAccount[] {
  return Array.from({ length: count }, (_, index) => ({
    region: '350102',
    level: 'county',
    department: 'health',
    mode: null,
    modeBefore: null,
    sample: false,
    doubtful: false,
    openedYear: 2015,
    standing: true,
    stoodBefore: true,
    opened: false,
    closed: false,
    value: 60,
    before: 60,
    ...given(index),
  }));
}

/** What a report of a province says, or one section of it. */
export function textOf(list: CountedAccount[], section?: string): string {
  return reported(list, '35')
    .sections.filter(({ id }) => section === undefined || id === section)
    .flatMap(({ paragraphs }) => paragraphs.flat().map(({ text }) => text))
    .join('');
}
