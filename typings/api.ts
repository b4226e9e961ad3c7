import type { Page } from './answer';
import type {
  Contract,
  ContractAlert,
  ContractDetail,
  ContractInput,
  ContractWarning,
  KpiMetric,
  Settlement,
} from './contracts';
import type { FeedbackCard, FeedbackInput, FeedbackReport } from './feedback';
import type { Attribution, PeerStanding, SchemeSummary, TargetPlan } from './indices';
import type { Invitation, MemberListing, Membership, Scope } from './membership';
import type {
  CriterionWeights,
  CurrentMenuColumn,
  ModeEvidence,
  ModeFacts,
  ModeProfile,
  PairwiseJudgement,
  PairwiseWeights,
  Positioning,
  Recommendation,
  SensitivityTable,
  TransitionPlan,
  WhatIf,
} from './modes';
import type { Overview, RunningForecast, ScoreDetail, StoredScore } from './overview';
import type { Account, AccountInput, RegistryPreview } from './registry';
import type {
  FormField,
  IntakePreview,
  Submission,
  SubmissionInput,
  SubmissionReceipt,
} from './submission';
import type {
  AccountKind,
  Day,
  Department,
  Level,
  OperatingMode,
  PeriodId,
  RegionCode,
  Role,
} from './vocabulary';

export type { Answer, ApiError, ErrorCode, Page } from './answer';

export interface AccountFilter {
  /** part of a name, a WeChat id or an agency's name */
  query?: string;
  levels?: Level[];
  regionPrefix?: RegionCode;
  department?: Department;
  kind?: AccountKind;
  status?: 'active' | 'closed';
  cursor?: string;
}

export interface AccountPeriod {
  accountId: string;
  /** the newest period with figures when absent */
  period?: PeriodId;
  /** the product's default scheme when absent */
  scheme?: string;
}

/**
 * The contract between the client and the cloud functions: `'<function>.<action>'`, input and
 * answer. A function's validator yields exactly the input named here (test/functions/contract).
 */
export interface Api {
  'memberships.mine': (input: Record<string, never>) => { memberships: Membership[] };
  'memberships.invite': (input: {
    requestKey: string;
    role: Role;
    scope: Scope;
    validDays: number;
  }) => { code: string; invitation: Invitation };
  'memberships.accept': (input: { code: string }) => Membership;
  'memberships.list': (input: { cursor?: string }) => Page<MemberListing>;
  'memberships.revoke': (input: { membershipId: string }) => { revoked: true };

  'accounts.mine': (input: Record<string, never>) => { accounts: Account[] };
  'accounts.get': (input: { accountId: string }) => Account;
  'accounts.search': (input: AccountFilter) => Page<Account>;
  'accounts.save': (input: {
    requestKey: string;
    accountId?: string;
    account: AccountInput;
  }) => Account;
  'accounts.close': (input: { accountId: string; closedOn: Day; reason: string }) => Account;
  'accounts.previewImport': (input: { fileId: string }) => RegistryPreview;
  'accounts.applyImport': (input: { requestKey: string; fileId: string; digest: string }) => {
    added: number;
    changed: number;
    unchanged: number;
  };
  'accounts.template': (input: Record<string, never>) => { url: string };

  'submissions.form': (input: { accountId: string; period: PeriodId }) => {
    fields: FormField[];
    revision: number;
  };
  'submissions.preview': (input: {
    accountId: string;
    period: PeriodId;
    fileIds: string[];
  }) => IntakePreview;
  'submissions.submit': (input: SubmissionInput) => SubmissionReceipt;
  'submissions.history': (input: { accountId: string; period: PeriodId }) => {
    revisions: Submission[];
  };

  'scores.schemes': (input: Record<string, never>) => { schemes: SchemeSummary[] };
  'scores.overview': (input: AccountPeriod) => Overview;
  'scores.detail': (input: AccountPeriod) => ScoreDetail;
  'scores.revision': (input: {
    accountId: string;
    period: PeriodId;
    scheme: string;
    revision: number;
  }) => StoredScore;
  'scores.compare': (input: {
    accountId: string;
    period: PeriodId;
    otherAccountId?: string;
    otherPeriod?: PeriodId;
    scheme?: string;
  }) => Attribution;
  'scores.peers': (input: AccountPeriod) => PeerStanding;
  'scores.target': (input: AccountPeriod & { target: number }) => TargetPlan;
  'scores.forecast': (input: { accountId: string }) => RunningForecast;

  'modes.current': (input: { accountId: string }) => ModeProfile;
  'modes.saveFacts': (input: {
    requestKey: string;
    accountId: string;
    facts: ModeFacts;
    basedOnRevision: number;
  }) => ModeProfile;
  'modes.recommend': (input: { accountId: string; weights?: CriterionWeights }) => Recommendation;
  /** the ranking before and after `changes` are laid over the stored facts; nothing is stored */
  'modes.whatIf': (input: { accountId: string; changes: ModeFacts }) => WhatIf;
  'modes.weigh': (input: { judgements: PairwiseJudgement[] }) => PairwiseWeights;
  'modes.sensitivity': (input: { accountId: string }) => SensitivityTable;
  'modes.evidence': (input: { accountId: string }) => ModeEvidence;
  'modes.transition': (input: {
    accountId: string;
    to: OperatingMode;
    startsOn: Day;
  }) => TransitionPlan;
  'modes.position': (input: {
    accountId: string;
    currentMenu?: CurrentMenuColumn[];
  }) => Positioning;

  'contracts.list': (input: { accountId?: string; cursor?: string }) => Page<Contract>;
  'contracts.get': (input: { contractId: string }) => ContractDetail;
  'contracts.save': (input: {
    requestKey: string;
    contractId?: string;
    contract: ContractInput;
  }) => { contract: Contract; warnings: ContractWarning[] };
  'contracts.report': (input: {
    requestKey: string;
    contractId: string;
    period: PeriodId;
    figures: { [K in KpiMetric]?: number | null };
  }) => Settlement;
  'contracts.alerts': (input: Record<string, never>) => { alerts: ContractAlert[] };
  'contracts.acceptance': (input: {
    contractId: string;
    period: PeriodId;
    format: 'docx' | 'xlsx';
  }) => { url: string };

  'feedback.card': (input: { accountId: string }) => FeedbackCard;
  'feedback.answer': (input: { accountId: string; answer: FeedbackInput }) => {
    /** the sentence waits for the content check and is not shown until then */
    commentPending: boolean;
    answers: number;
  };
  'feedback.summary': (input: { accountId: string }) => FeedbackReport;
  'feedback.code': (input: { accountId: string }) => { url: string };
}

export type ActionName = keyof Api;
export type ActionInput<A extends ActionName> = Parameters<Api[A]>[0];
export type ActionOutput<A extends ActionName> = ReturnType<Api[A]>;
