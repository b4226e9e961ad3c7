import type { RegionScope } from './membership';
import type {
  AccountKind,
  Day,
  Department,
  Instant,
  Level,
  MetricName,
  OperatingMode,
  PeriodId,
  RegionCode,
} from './vocabulary';

/** A column of figures that a release may hold; the traits and the pseudonym are always there. */
export type FigureColumn =
  | MetricName
  | 'communicationIndex'
  | 'dissemination'
  | 'service'
  | 'interaction'
  | 'wci142';

/** Traits by which an account could be recognised. */
export type TraitName = 'level' | 'region' | 'department' | 'kind' | 'mode';

/** A trait that a release holds only when it is chosen. */
export type OptionalColumn = FigureColumn | 'mode';

export type ColumnName = 'id' | TraitName | FigureColumn;

/**
 * How near a column brings a reader to one account. `pseudonym`: made for the release. `trait`:
 * generalised until k accounts share all of them. `linkable`: a number that anyone may have seen on an
 * article or a board, rounded coarsely. `held`: a number that the agency alone has.
 */
export type Sensitivity = 'pseudonym' | 'trait' | 'linkable' | 'held';

export interface DatasetColumn {
  name: ColumnName;
  /** Chinese */
  label: string;
  type: 'text' | 'integer' | 'decimal';
  /** Chinese; '' for what has none */
  unit: string;
  /** plain Chinese definition, with its 口径 */
  definition: string;
  /** metric or scheme and part that it comes from; null for traits */
  source: string | null;
  sensitivity: Sensitivity;
  /** Chinese: how its values are rounded; null for what is not a number */
  rounding: string | null;
}

/** What an account is, exactly: what generalising starts from. */
export interface Traits {
  level: Level;
  region: RegionCode;
  department: Department;
  kind: AccountKind;
  mode: OperatingMode | 'unknown';
}

/** One account of a release as it is written out. Traits are codes of the dictionary, `*` for all. */
export type DatasetRecord = { id: string } & Partial<Record<TraitName, string>> &
  Partial<Record<FigureColumn, number | null>>;

export type ReleaseStatus = 'building' | 'ready' | 'refused' | 'withdrawn';

/** What a column of a finished release holds, from the published values alone. */
export interface ColumnSummary {
  name: FigureColumn;
  /** accounts with a value */
  count: number;
  quartiles: [number, number, number] | null;
  /** Chinese: why the column was left empty; null when it was not */
  withheld: string | null;
}

/** What was done so that nobody is singled out, counted. */
export interface Disclosure {
  k: number;
  ladder: string;
  /** accounts with figures in the period */
  accounts: number;
  released: number;
  suppressed: number;
  /** groups of accounts that share all traits as published */
  classes: number;
  smallestClass: number | null;
  /** released accounts by the step of the ladder that they needed, from the finest */
  steps: { step: string; accounts: number }[];
}

export interface ReleaseFile {
  name: string;
  kind: 'csv' | 'jsonl' | 'document';
  /** accounts in it; null for documents */
  rows: number | null;
  bytes: number;
  sha256: string;
}

export type ReleaseFormat = 'csv' | 'jsonl';

export interface ReleaseProgress {
  /** Chinese: what is being done */
  step: string;
  /** accounts read so far */
  accounts: number;
}

export interface DatasetRelease {
  id: string;
  /** Chinese */
  title: string;
  period: PeriodId;
  scope: RegionScope;
  scopeLabel: string;
  /** 1 for the first of a period and scope; each made anew adds one */
  version: number;
  columns: OptionalColumn[];
  k: number;
  status: ReleaseStatus;
  /** Chinese: why it was refused or withdrawn */
  reason: string | null;
  progress: ReleaseProgress | null;
  disclosure: Disclosure | null;
  summaries: ColumnSummary[];
  files: ReleaseFile[];
  /** SHA-256 of the list of the files' own sums; null until it is ready */
  checksum: string | null;
  citation: string | null;
  createdAt: Instant;
  readyAt: Instant | null;
  /** 示例数据 */
  sample: boolean;
}

export interface Licence {
  id: string;
  title: string;
  /** Chinese, one sentence each */
  terms: string[];
}

export type ApplicationStatus = 'waiting' | 'approved' | 'refused' | 'revoked' | 'expired';

/** 使用申请: one researcher, one release. */
export interface DatasetApplication {
  id: string;
  releaseId: string;
  releaseTitle: string;
  institution: string;
  purpose: string;
  /** last day of use */
  until: Day;
  status: ApplicationStatus;
  /** Chinese: why it was refused or revoked */
  reason: string | null;
  licenceAcceptedAt: Instant | null;
  appliedAt: Instant;
  decidedAt: Instant | null;
}

/** What a supervisor sees of an application: never an openid. */
export interface ApplicationListing extends DatasetApplication {
  alias: string;
  /** nobody decides on an application of their own */
  own: boolean;
}

/** 下载记录 */
export interface DatasetDownload {
  id: string;
  at: Instant;
  institution: string;
  alias: string;
  format: ReleaseFormat;
}

export interface DownloadLink {
  name: string;
  url: string;
  bytes: number;
  sha256: string;
}

/** One period of a scope's releases: medians of what was published. */
export interface TrendPoint {
  releaseId: string;
  period: PeriodId;
  accounts: number;
  median: number | null;
  quartiles: [number, number, number] | null;
}

/** 公开趋势: one figure over the releases of one scope, oldest first. */
export interface PublishedTrend {
  scopeLabel: string;
  column: FigureColumn;
  label: string;
  unit: string;
  /** Chinese notice of a research scheme; null for plain figures */
  notice: string | null;
  points: TrendPoint[];
}
