import type { AgencyInput, FilingStatus } from './registry';
import type { Day, Instant, RegionCode } from './vocabulary';

/** 事项：备案 / 变更 / 合并 / 关停注销 */
export type ProcedureKind = 'filing' | 'change' | 'merger' | 'closing';

/** What is done in turn; which of them a kind has, its rules say. */
export type ProcedureStep = 'apply' | 'decide' | 'notice' | 'carry-out' | 'file';

/** `returned`: to be revised by the agency; `done`, `refused` and `withdrawn` end it. */
export type ProcedureState = 'open' | 'returned' | 'done' | 'refused' | 'withdrawn';

/** What an account is to become; absent stays. */
export interface AccountAlteration {
  name?: string;
  /** null: the agency does the work itself again */
  operator?: string | null;
  agency?: AgencyInput;
}

/** Where a closed account's readers are sent. */
export interface Successor {
  name: string;
  wechatId: string | null;
  /** an http(s) link */
  link: string | null;
}

/** 申请: what the agency states and answers for. */
export interface Application {
  kind: ProcedureKind;
  reason: string;
  /** 开设、变更、合并或关停日期 */
  plannedOn: Day;
  /** 单位集体研究 */
  collectiveDecision: { on: Day; record: string };
  /** 主要领导同意 */
  leaderConsent: { on: Day; by: string };
  responsible: string;
  contact: string;
  /** an office number; shown to the agency and its supervisor alone */
  phone: string;
  /** of a change */
  alteration: AccountAlteration | null;
  /** of a merger: the account that goes on; of a closing: where readers find the work now */
  successor: Successor | null;
}

export type ProcedureAct =
  | { act: 'approve'; note: string | null }
  | { act: 'return'; note: string }
  | { act: 'refuse'; note: string }
  | { act: 'revise'; application: Application }
  | { act: 'withdraw'; note: string }
  | { act: 'notice'; on: Day; link: string | null; text: string }
  | { act: 'carry-out'; on: Day }
  | { act: 'file'; on: Day; number: string };

/** One entry of a procedure's record; nothing of it is ever changed. */
export interface ProcedureEvent {
  /** 1 for the application */
  sequence: number;
  act: 'apply' | ProcedureAct['act'];
  /** the day that the act itself was done */
  on: Day;
  note: string | null;
  at: Instant;
  by: 'staff' | 'supervisor';
}

/** How long a step may take, and who says so. */
export interface StepLimit {
  days: number;
  unit: 'working' | 'calendar';
  /** counted from the day of this step */
  from: ProcedureStep | 'planned';
  /** `reference`: stated for another region or for websites, taken here where nothing else is known */
  basis: 'binding' | 'reference';
  source: string;
}

/** 规则: what a region asks of the life cycle, and who says so. */
export interface LifecycleRules {
  id: string;
  /** '' is the whole country */
  regionPrefix: RegionCode;
  title: string;
  source: string;
  /** null where the text seen does not say */
  effectiveFrom: Day | null;
  /** by which a step is to be done */
  limits: Partial<Record<ProcedureStep, StepLimit>>;
  /** days that a public notice stands before an account is closed */
  noticeDays: StepLimit;
  /** what else the rules ask, as a person reads it */
  duties: string[];
}

export interface StepProgress {
  step: ProcedureStep;
  label: string;
  /** null while it is not done */
  doneOn: Day | null;
  /** the last day; null when no rule names one or the day before it is not known yet */
  dueOn: Day | null;
  /** not to be done before this day */
  notBefore: Day | null;
  overdue: boolean;
  limit: StepLimit | null;
}

/** A line of a list of procedures. */
export interface ProcedureSummary {
  id: string;
  accountId: string;
  accountName: string;
  agencyName: string;
  kind: ProcedureKind;
  state: ProcedureState;
  /** what is to be done next; null when it is over */
  next: ProcedureStep | null;
  dueOn: Day | null;
  overdue: boolean;
  appliedOn: Day;
  sample: boolean;
}

export interface ProcedureDetail extends ProcedureSummary {
  sequence: number;
  application: Application;
  steps: StepProgress[];
  events: ProcedureEvent[];
  rules: LifecycleRules;
  /** the public notice: as published, or as drafted from the application */
  noticeText: string | null;
}

/** 备案责任缺口 */
export type FilingGapKind =
  | 'unfiled'
  | 'filing-pending'
  | 'closed-without-procedure'
  | 'closed-still-linked'
  | 'closed-still-publishing';

export interface FilingGap {
  accountId: string;
  accountName: string;
  agencyName: string;
  kind: FilingGapKind;
  filing: FilingStatus;
  /** the last day for filing, where the opening day is known */
  dueOn: Day | null;
  overdue: boolean;
  /** what was seen, in Chinese */
  evidence: string;
  sample: boolean;
}

/** What became of an account that was closed by procedure. */
export interface Closure {
  accountId: string;
  kind: 'merger' | 'closing';
  closedOn: Day;
  successorId: string | null;
  successor: Successor | null;
}
