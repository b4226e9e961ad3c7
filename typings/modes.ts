import type {
  AccountKind,
  Day,
  Department,
  Force,
  Level,
  OperatingMode,
  PeriodId,
} from './vocabulary';

/** 购买内容：运营 / 技术 / 培训 */
export type Purchase = 'operation' | 'technology' | 'training';

/** 采购方式：公开招标 / 磋商 / 定向合作 / 单一来源 / 询价 */
export type Procurement = 'tender' | 'negotiation' | 'directed' | 'single-source' | 'inquiry';

/** 发布前的终审由谁做 */
export type FinalReview = 'government' | 'vendor' | 'none';

/** 内容敏感程度：可公开 / 内部 / 受限 */
export type Sensitivity = 'public' | 'internal' | 'restricted';

export type Degree = 'high' | 'medium' | 'low';

/** 发展阶段：初创 / 成长 / 稳定 */
export type Stage = 'founding' | 'growth' | 'stable';

/** 职能：信息公开 / 公共服务 / 互动交流 */
export type FunctionKind = 'information' | 'service' | 'interaction';

/** 现供应商的履约记录 */
export type VendorGrade = 'good' | 'fair' | 'poor';

/** What an account's interfaces are needed for, beyond pushing articles. */
export type InterfaceNeed =
  | 'payment'
  | 'web-authorisation'
  | 'template-message'
  | 'parametric-qr'
  | 'location';

/** Government's role: producer with independent, supervisor with delegated, partner with collaborative. */
export type GovernmentRole = 'producer' | 'supervisor' | 'partner';

/**
 * What an agency says of one account. Anything absent (or null in the input) is unknown. Shares are
 * fractions of 1, `budgetYuan` is 元 a year, `workload` is what is published and answered now.
 */
export interface ModeFacts {
  name?: string;
  level?: Level;
  department?: Department;
  functions?: { [K in FunctionKind]?: number };
  /** `[]` says that nothing is bought; absent says that it is not known */
  purchases?: Purchase[];
  contentShare?: { government?: number; vendor?: number };
  contract?: boolean;
  procurement?: Procurement;
  finalReview?: FinalReview;
  staff?: {
    /** people whose main work is this account */
    fullTime?: number;
    partTime?: number;
    /** counted: writing, design, video, systems; others are kept and not counted */
    skills?: string[];
  };
  budgetYuan?: number;
  leadership?: Degree;
  stage?: Stage;
  foundedYear?: number;
  sensitivity?: Sensitivity;
  workload?: { postsPerWeek?: number; repliesPerDay?: number };
  vendors?: {
    /** vendors at hand that could do the work */
    available?: number;
    switchingCost?: Degree;
    /** the present vendor's record, as `VendorRecord` of contracts grades it */
    record?: VendorGrade;
  };
  supervision?: {
    /** an officer named to watch the contract */
    namedOfficer?: boolean;
    /** how well the results can be measured and written into a contract */
    measurability?: Degree;
  };
  currentMode?: OperatingMode;
  forces?: { [K in Force]?: number };
  followers?: number;
  daysSinceUpdate?: number;
  /** accounts that the agency has on this platform, this one included */
  accountsOnPlatform?: number;
  kind?: AccountKind;
  needs?: InterfaceNeed[];
}

/** A statement and the facts (paths such as `staff.fullTime`) that it rests on. */
export interface Reason {
  facts: string[];
  text: string;
}

/** A fact that is not known, and the question to ask. */
export interface Question {
  fact: string;
  question: string;
}

export interface Contradiction extends Reason {
  question: string;
}

export interface Classification {
  /** null is 未能判定 */
  mode: OperatingMode | null;
  role: GovernmentRole | null;
  because: Reason[];
  missing: Question[];
  contradictions: Contradiction[];
  /** what the facts break or leave open without changing the mode */
  notes: Reason[];
}

/** 现状: what is known of how an account is run, and what follows from it. */
export interface ModeProfile {
  accountId: string;
  facts: ModeFacts;
  /** of the facts; 0 when only the registry speaks */
  revision: number;
  classification: Classification;
  history: ModeSpell[];
}

/** What was said of an account from a day on. */
export interface DatedFacts {
  from: Day;
  facts: ModeFacts;
}

/** One stretch of an account's history in a mode. */
export interface ModeSpell {
  from: Day;
  /** null in the last stretch */
  to: Day | null;
  mode: OperatingMode | null;
  /** the stage of the field at the start, since the seed text dates stages by year */
  fieldStage: Stage | null;
  /** years since the account was opened, at the start; null when that year is unknown */
  ageYears: number | null;
}

export type CriterionId =
  | 'people'
  | 'skills'
  | 'money'
  | 'content'
  | 'supervision'
  | 'vendors'
  | 'leadership'
  | 'stage'
  | 'lag'
  | 'continuity';

/** Relative weights of the user's own; a criterion left out weighs nothing. */
export type CriterionWeights = { [K in CriterionId]?: number };

export interface Blocker {
  code: string;
  text: string;
  source: string;
}

export interface ModeReason {
  criterion: CriterionId;
  text: string;
  /** weighted lead over the other modes' mean, -1 to 1 */
  contribution: number;
}

export interface RankedMode {
  mode: OperatingMode;
  /** share of samples in which this mode comes first among the feasible ones */
  acceptability: number;
  /** upper bound of the Monte Carlo standard error of `acceptability` */
  acceptabilityError: number;
  /** mean value, 0 to 1 */
  value: number;
  feasible: boolean;
  blockedBy: Blocker[];
  for: ModeReason[];
  against: ModeReason[];
  /** mean of the weight vectors under which this mode comes first; null when there are none */
  centralWeights: Record<CriterionId, number> | null;
}

export interface PricedQuestion extends Question {
  /** expected gain of acceptability of the best mode once this fact is known */
  gain: number;
  /** expected change, up or down, of the best mode's acceptability */
  swing: number;
  /** knowing it could change which mode is first */
  couldChange: boolean;
}

export interface FactChange {
  fact: string;
  from: string | number | boolean | null;
  to: string | number | boolean;
  text: string;
}

export interface Counterfactual {
  changes: FactChange[];
  recommended: OperatingMode;
  acceptability: number;
  text: string;
}

/** The fourth answer: 清理整合 (merge) or 关停注销 (close). */
export interface Disposal {
  leaning: 'merge' | 'close' | null;
  because: (Reason & { source: string })[];
  steps: string[];
}

export interface Recommendation {
  /** version of the model's data */
  model: string;
  seed: number;
  samples: number;
  /** feasible modes first, then by acceptability */
  ranking: RankedMode[];
  /** null when no mode is sure enough, or none is feasible */
  recommended: OperatingMode | null;
  confidence: 'clear' | 'leaning' | 'open';
  /** plain Chinese: what is recommended and how sure that is */
  summary: string;
  askFirst: PricedQuestion[];
  counterfactuals: Counterfactual[];
  contradictions: Contradiction[];
  disposal: Disposal;
  /** what any delegation leaves with the agency; empty unless something is to be bought */
  duties: { code: string; text: string; source: string }[];
  notes: Reason[];
}

/** What a what-if panel shows: the ranking before and after, without reasons in depth. */
export interface WhatIf {
  before: { mode: OperatingMode; acceptability: number; feasible: boolean }[];
  after: { mode: OperatingMode; acceptability: number; feasible: boolean }[];
  recommendedBefore: OperatingMode | null;
  recommendedAfter: OperatingMode | null;
  text: string;
}

export interface WeightSensitivity {
  criterion: CriterionId;
  factor: number;
  recommended: OperatingMode | null;
  /** largest change of any mode's acceptability */
  shift: number;
  changed: boolean;
}

export interface ConstantSensitivity {
  constant: string;
  factor: number;
  recommended: OperatingMode | null;
  shift: number;
  changed: boolean;
}

export interface FactSensitivity {
  fact: string;
  recommended: OperatingMode | null;
  shift: number;
  changed: boolean;
}

export interface SensitivityTable {
  recommended: OperatingMode | null;
  weights: WeightSensitivity[];
  constants: ConstantSensitivity[];
  /** each known fact removed in turn */
  facts: FactSensitivity[];
}

/** One judgement of a pairwise comparison on the 1–9 scale: how much more `over` matters. */
export interface PairwiseJudgement {
  over: CriterionId;
  under: CriterionId;
  ratio: number;
}

export interface PairwiseWeights {
  weights: Record<CriterionId, number>;
  consistencyRatio: number;
  consistent: boolean;
  /** the judgement that disagrees most with the rest, when not consistent */
  reconsider: PairwiseJudgement | null;
}

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

export type TransitionParty = 'agency-head' | 'officer' | 'office' | 'finance' | 'vendor';

export interface TransitionStep {
  id: string;
  section: 'decide' | 'contract' | 'keep' | 'handover' | 'watch';
  text: string;
  owner: TransitionParty;
  /** days after the start */
  startDay: number;
  dueDay: number;
}

export interface DatedStep extends TransitionStep {
  startsOn: Day | null;
  dueOn: Day | null;
  ownerLabel: string;
}

/** 转换清单: printable, section by section. */
export interface TransitionPlan {
  from: OperatingMode;
  to: OperatingMode;
  title: string;
  sections: { section: TransitionStep['section']; title: string; steps: DatedStep[] }[];
}

export interface MenuItem {
  name: string;
  function: FunctionKind;
  purpose: string;
}

export interface MenuColumn {
  name: string;
  items: MenuItem[];
}

/** The menu an account has now, as synced. */
export interface CurrentMenuColumn {
  name: string;
  items?: { name: string }[];
}

export interface MenuGap {
  kind: 'missing' | 'unplanned' | 'name-too-long' | 'too-many' | 'no-menu';
  name: string;
  text: string;
}

export interface Positioning {
  /** null when neither functions nor department are known */
  kind: AccountKind | null;
  because: Reason[];
  /** what the kind brings and takes: push quota, place in WeChat, interfaces */
  consequences: string[];
  functions: Record<FunctionKind, number> | null;
  menu: MenuColumn[];
  rhythm: {
    pushesPerWeek: number;
    articlesPerPush: number;
    maxGapDays: number;
    text: string;
  } | null;
  interaction: {
    channel: string;
    owner: string;
    withinHours: number;
    text: string;
  }[];
  missing: Question[];
  /** against the menu now; null when that menu was not given */
  gaps: MenuGap[] | null;
}
