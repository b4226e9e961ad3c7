import type { FilingGapKind } from './lifecycle';
import type { Scope } from './membership';
import type { HitKind } from './monitors';
import type { UpdateForecast } from './updates';
import type { AccountKind, Day, Department, Instant, Level, RegionCode } from './vocabulary';

export interface EvidenceFigure {
  label: string;
  value: string;
  /** day that the figure was true; null when it is not of one day */
  asOf: Day | null;
  /** 估算: the file that it comes from only estimates it */
  estimated?: true;
}

export interface Evidence {
  figures: EvidenceFigure[];
  link: string | null;
  /** uploaded pictures */
  fileIds: string[];
}

export interface Finding {
  ruleId: string;
  /** how often it was found; 1 for what is there or not */
  times: number;
  evidence: Evidence;
  note: string | null;
}

/**
 * 线索: what another check came upon. An inspector looks at it and finds something by a rule, or does
 * not; of itself it is no finding.
 */
export interface Lead {
  kind: FilingGapKind | 'filing-overdue' | HitKind;
  evidence: Evidence;
}

/** 判定 */
export interface Verdict {
  qualified: boolean;
  /** the worst kind of problem found; null when there is none */
  tier: 'veto' | 'deduction' | null;
  /** null where the rule set has no points */
  points: number | null;
}

export type InspectionState =
  | 'planned'
  | 'committed'
  | 'frozen'
  | 'drawn'
  | 'running'
  | 'published'
  | 'closed'
  | 'discarded';

export type RecordState =
  | 'waiting'
  | 'judging'
  | 'disputed'
  | 'passed'
  | 'flawed'
  | 'failed'
  | 'rectifying'
  | 'answered'
  | 'appealed'
  | 'resolved'
  | 'overturned';

/** Work on many accounts, done in batches. */
export interface InspectionJob {
  kind: 'freeze' | 'draw' | 'assign' | 'reassign' | 'publish';
  done: number;
  /** null while it is not known */
  total: number | null;
}

export interface Tally {
  key: string;
  inspected: number;
  failed: number;
  flawed: number;
}

export interface InspectionStatistics {
  inspected: number;
  passed: number;
  flawed: number;
  failed: number;
  /** qualified of inspected, 0–1; null when none was inspected */
  passRate: number | null;
  byRegion: Tally[];
  byLevel: Tally[];
  byDepartment: Tally[];
  /** accounts by rule found */
  byProblem: { ruleId: string; accounts: number }[];
  /** of the accounts that failed last time: how many were looked at again, and how many fail still */
  rechecked: number;
  stillFailing: number;
}

export interface Inspection {
  id: string;
  title: string;
  ruleSetId: string;
  scope: RegionScopeInput;
  scopeLabel: string;
  inspectionDay: Day;
  /** share of the frame drawn, 0–1 */
  share: number;
  state: InspectionState;
  /** digest of the secret seed, published before the frame is frozen */
  commitment: string | null;
  /** revealed by the draw */
  seed: string | null;
  /** words or numbers given by witnesses at the draw */
  witness: string | null;
  frame: { size: number; checksum: string } | null;
  sample: { size: number; rechecks: number } | null;
  job: InspectionJob | null;
  counts: Record<RecordState, number>;
  statistics: InspectionStatistics | null;
  /** names of the regions that the statistics are told by */
  regionNames: Record<string, string>;
  previous: { id: string; title: string; passRate: number | null } | null;
  inspectors: number;
  dueOn: Day | null;
  plannedAt: Instant;
  publishedAt: Instant | null;
  /** when and why it was given up before anybody inspected */
  discarded: { at: Instant; reason: string } | null;
  sampleData: boolean;
}

export type RegionScopeInput = Extract<Scope, { kind: 'region' }>;

/** What happened to a record, for the file; persons are told by their part alone. */
export interface RecordStep {
  event: RecordEvent;
  at: Instant;
  by: 'system' | 'inspector' | 'supervisor' | 'staff';
  text: string | null;
  evidence: Evidence;
}

export type RecordEvent =
  | 'assign'
  | 'agree-pass'
  | 'agree-flawed'
  | 'agree-fail'
  | 'disagree'
  | 'settle-pass'
  | 'settle-flawed'
  | 'settle-fail'
  | 'publish'
  | 'answer'
  | 'accept'
  | 'reject'
  | 'appeal'
  | 'uphold'
  | 'overturn';

export interface InspectedAccount {
  accountId: string;
  name: string;
  wechatId: string;
  kind: AccountKind;
  agencyId: string;
  agency: string;
  supervisorUnit: string | null;
  level: Level;
  region: RegionCode;
  department: Department;
}

/** A line of an inspection's list. */
export interface InspectionRecord {
  id: string;
  inspectionId: string;
  /** 平台 */
  platform: string;
  account: InspectedAccount;
  /** failed last time, so looked at first */
  recheck: boolean;
  /** 检查时更新日期; null when unknown */
  lastUpdate: Day | null;
  state: RecordState;
  /** decided; empty until it is */
  findings: Finding[];
  verdict: Verdict | null;
  /** 整改截止 */
  dueOn: Day | null;
  /** 示例数据 */
  sample: boolean;
}

export interface InspectionRecordDetail extends InspectionRecord {
  inspectionTitle: string;
  ruleSetId: string;
  inspectionState: InspectionState;
  steps: RecordStep[];
  /** links to the pictures of findings and steps, by file id, for some minutes */
  pictures: Record<string, string>;
}

/** One account for one inspector: what to look at, never who else does. */
export interface Assignment {
  id: string;
  inspectionId: string;
  inspectionTitle: string;
  ruleSetId: string;
  inspectionDay: Day;
  account: InspectedAccount;
  recheck: boolean;
  lastUpdate: Day | null;
  /** found from data, to be confirmed or refuted */
  automatic: Finding[];
  leads: Lead[];
  done: boolean;
}

/** 检查员 of a running inspection, for who organises it: how much is left, never of which accounts. */
export interface InspectorLoad {
  id: string;
  alias: string;
  /** accounts still to be judged */
  left: number;
}

/** What one inspector found. */
export interface JudgementInput {
  findings: Finding[];
  /** last publication as seen on the account; null when it was not looked up */
  lastPublished: Day | null;
}

/** A line of what is to be rectified over all inspections. */
export interface DueRecord extends InspectionRecord {
  inspectionTitle: string;
  ruleSetId: string;
  /** negative when passed; null where no day is set */
  daysLeft: number | null;
}

/** All that the staff's page shows. */
export interface OwnInspections {
  forecasts: UpdateForecast[];
  /** accounts whose last publication nobody has told */
  unknown: { accountId: string; name: string }[];
  records: (InspectionRecord & { inspectionTitle: string; ruleSetId: string })[];
}
