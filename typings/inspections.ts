import type { FilingGapKind } from './lifecycle';
import type { Scope } from './membership';
import type { HitKind } from './monitors';
import type { AccountKind, Day, Department, Instant, Level, RegionCode } from './vocabulary';

/** What an automatic finding is measured by; see domain/inspections/measures.data.ts. */
export type AutomaticMeasure =
  /** days from the last publication to the inspection day */
  | 'days-without-update'
  /** articles a week over the last period filed */
  | 'posts-per-week'
  /** readers can neither comment nor write in */
  | 'no-interaction'
  /** messages of a period that ended some days ago, still unanswered */
  | 'unanswered-messages'
  /** closed in the registry, its filing never withdrawn */
  | 'closed-without-procedure'
  /** listed as active, nothing published for two months */
  | 'abandoned'
  /** service entries of the menu that did not work when tried */
  | 'broken-service-entries'
  /** active without a filing */
  | 'filing-missing'
  /** opening, change, merger or closing not filed within the rule's working days */
  | 'filing-overdue'
  /** a published title with a form of the maintained list, confirmed by a person */
  | 'title-form'
  /** a number of a person left unmasked in a title, confirmed by a person */
  | 'unmasked-number';

/** How a rule's finding comes about: from data with evidence, or by a person. */
export type FindingWay =
  | {
      by: 'automatic';
      measure: AutomaticMeasure;
      /** where the finding begins; null takes the account's update clock */
      limit: number | null;
      /** Chinese: what the finding carries as evidence */
      evidence: string;
    }
  | { by: 'manual'; evidence: string };

export type RuleKind = 'veto' | 'deduction' | 'bonus';

export interface InspectionRule {
  id: string;
  /** 问题类别: a few words for lists */
  label: string;
  /** the rule as its source has it */
  wording: string;
  source: string;
  kind: RuleKind;
  /** for each time it is found; null for a veto */
  points: number | null;
  /** most that the rule takes or gives; null for a veto */
  cap: number | null;
  found: FindingWay;
}

/** 检查细则: versioned, effective-dated, pure data. */
export interface RuleSet {
  id: string;
  name: string;
  version: string;
  /** Chinese sentence shown with the set: what of it is our own choice; null when nothing is */
  notice: string | null;
  sources: string[];
  /** the region whose accounts it is for; '' is the whole country */
  regionPrefix: RegionCode;
  kinds: AccountKind[];
  effective: { from: Day; to: Day | null };
  /** null: pass or fail only */
  points: { base: number; bonus: number; bonusAbove: number; failBelow: number } | null;
  /** the bulletin lists vetoes and deductions apart */
  twoTier: boolean;
  /** days that a rectification is given unless a date is set */
  rectificationDays: number;
  rules: InspectionRule[];
}

/** The floor on updates for a class of accounts in a region. */
export interface UpdateClock {
  regionPrefix: RegionCode;
  kind: AccountKind;
  /** most days between two publications */
  days: number;
  /** fewest articles a week; null where the rule has none */
  postsPerWeek: number | null;
  effective: { from: Day; to: Day | null };
  source: string;
}

/** A clock with the name of its region, as it is shown. */
export interface NamedClock extends UpdateClock {
  regionName: string;
}

export interface EvidenceFigure {
  label: string;
  value: string;
  /** day that the figure was true; null when it is not of one day */
  asOf: Day | null;
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
  | 'closed';

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

/** Where the last publication is known from: 接口、文件、人工核看 */
export type ActivitySource = 'api' | 'file' | 'observed';

/** The last day on which an account published, as known on a day. */
export interface Activity {
  accountId: string;
  lastPublished: Day;
  source: ActivitySource;
  asOf: Day;
  /** an inspector looked and found it so */
  confirmed: boolean;
}

/** Work on many accounts, done in batches. */
export interface InspectionJob {
  kind: 'freeze' | 'draw' | 'assign' | 'publish';
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

/** What one inspector found. */
export interface JudgementInput {
  findings: Finding[];
  /** last publication as seen on the account; null when it was not looked up */
  lastPublished: Day | null;
}

/** When an account will fail if nothing is posted. */
export interface UpdateForecast {
  accountId: string;
  name: string;
  agency: string;
  level: Level;
  region: RegionCode;
  department: Department;
  lastPublished: Day;
  /** last day to publish; the account fails from the day after */
  publishBy: Day;
  /** negative when passed */
  daysLeft: number;
  clock: { days: number; source: string };
  activity: Pick<Activity, 'source' | 'asOf' | 'confirmed'>;
  /** 示例数据 */
  sample: boolean;
}

/** 待办: something that an agency has to do. */
export interface TodoNotice {
  id: string;
  kind: 'forecast' | 'rectification' | 'overdue' | 'recheck';
  accountId: string;
  accountName: string;
  /** Chinese */
  text: string;
  /** the record that it is about; null for a forecast */
  recordId: string | null;
  dueOn: Day;
  at: Instant;
}

/** What an agency has to do as things stand. */
export interface TodoItem {
  kind: 'update' | 'rectification';
  accountId: string;
  accountName: string;
  /** Chinese */
  text: string;
  /** null for an update */
  recordId: string | null;
  dueOn: Day;
  /** negative when passed */
  daysLeft: number;
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
