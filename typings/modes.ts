import type { AccountKind, Day, Department, Force, Level, OperatingMode } from './vocabulary';

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
