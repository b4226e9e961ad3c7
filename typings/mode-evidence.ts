import type { Department, Force, Level, OperatingMode, PeriodId } from './vocabulary';

/** An account's figures in one period, as evidence beside the model. */
export interface EvidenceRow {
  accountId: string;
  level: Level;
  department: Department;
  followers: number | null;
  period: PeriodId;
  mode: OperatingMode | null;
  forces: { [K in Force]?: number | null };
}

export interface Estimate {
  estimate: number;
  low: number;
  high: number;
}

export interface ModeEvidence {
  period: PeriodId | null;
  minimumAccounts: number;
  byMode: {
    mode: OperatingMode;
    accounts: number;
    /** null under the minimum count */
    forces: Record<Force, Estimate | null> | null;
  }[];
  changes: {
    from: OperatingMode;
    to: OperatingMode;
    changed: number;
    controls: number;
    /** difference in differences with its 95 % interval; null under the minimum count */
    forces: Record<Force, Estimate | null> | null;
  }[];
  /** the warning that belongs beside the figures */
  caution: string;
}
