import type { Day, Instant, PeriodId, RegionCode } from './vocabulary';

/** 错别字 / 敏感或不规范表述 */
export type FormCategory = 'wrong-form' | 'sensitive';

/** One form of a word list and what it should be. */
export interface WordForm {
  form: string;
  /** what to write instead; null when it depends */
  instead: string | null;
  category: FormCategory;
}

/** 词表: who keeps it, which version, from where, and since when it counts. */
export interface WordListHead {
  id: string;
  title: string;
  /** 维护单位 */
  owner: string;
  /** whose accounts it is held against; '' is everyone's */
  regionPrefix: RegionCode;
  version: number;
  source: string;
  effectiveFrom: Day;
  forms: number;
}

export interface WordListIssue {
  /** the sheet's own 1-based number */
  row: number;
  message: string;
}

/** What a sheet holds, before anything is stored. */
export interface WordListPreview {
  /** of the forms: storing asks for the same one */
  digest: string;
  forms: number;
  duplicates: number;
  issues: WordListIssue[];
  first: WordForm[];
}

export type HitKind = FormCategory | 'identity-number' | 'phone-number' | 'bank-card';

/** 误报 / 已更正 / 转检查 */
export type HitDecision = 'false-alarm' | 'corrected' | 'inspection';

/** Something in a text that a person should look at. */
export interface TextHit {
  kind: HitKind;
  /** the form found; a number is masked */
  found: string;
  instead: string | null;
  /** of the text around it, masked */
  excerpt: string;
}

export interface TitleHit extends TextHit {
  id: string;
  accountId: string;
  accountName: string;
  agencyName: string;
  period: PeriodId;
  publishedAt: Day | null;
  url: string | null;
  /** 词表 and version; null for numbers */
  list: string | null;
  state: 'open' | HitDecision;
  foundAt: Instant;
  decidedAt: Instant | null;
  note: string | null;
  sample: boolean;
}

/** How many hits of an account stand how. */
export interface HitCounts {
  open: number;
  falseAlarm: number;
  corrected: number;
  inspection: number;
}

/** How steadily an account posts, as of its newest period with figures. */
export interface PostingRecord {
  accountId: string;
  accountName: string;
  agencyName: string;
  period: PeriodId;
  /** null when nothing told of a post */
  lastPublished: Day | null;
  /** days since then; null when it is not known */
  silentDays: number | null;
  longestGapDays: number | null;
  /** days of the period below the standard; null when only a figure was filed */
  daysBelow: number | null;
  /** the same of the period before; null when there is none */
  previous: { period: PeriodId; longestGapDays: number | null; daysBelow: number | null } | null;
  /** days that an account may be silent, and who says so; null where no rule counts */
  standard: { days: number; source: string } | null;
  openHits: number;
  sample: boolean;
}

/** An account that published a title, as information. */
export interface Published {
  accountId: string;
  accountName: string;
  agencyName: string;
  publishedAt: Day;
  /** days after the superior's own; null when that is not known */
  daysAfter: number | null;
}
