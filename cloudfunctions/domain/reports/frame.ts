import type { SchemeSummary } from '../../../typings/indices';
import type { RegionScope } from '../../../typings/membership';
import type { Period } from '../indices';
import type { RegionLookup } from '../registry/region-lookup';

/** What a report is on, named. */
export interface ReportFrame {
  scope: RegionScope;
  scopeName: string;
  period: Period;
  scheme: SchemeSummary;
  regions: RegionLookup;
}
