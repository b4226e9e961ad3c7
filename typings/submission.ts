import type { IntakeItem, ParsedExport } from './intake';
import type { Day, Instant, Measure, MetricName, PeriodId, Source } from './vocabulary';

/** One figure as stored: its 口径, where it came from, the day it was true. */
export interface Figure {
  /** null means unknown, never 0 */
  value: number | null;
  measure: Measure | null;
  source: Source;
  asOf: Day;
  /** 估算: the file that it comes from has blanks, floors or rounded figures under it */
  estimated?: true;
}

export type Figures = Partial<Record<MetricName, Figure>>;

/** 用户增长 of one day, in people; null means unknown. */
export interface FollowerDay {
  day: Day;
  newFollowers: number | null;
  lostFollowers: number | null;
  /** at the end of the day */
  followers: number | null;
}

/** 数据填报: one account, one period, append-only revisions. */
export interface Submission {
  accountId: string;
  period: PeriodId;
  /** 1 for the first; each correction adds one */
  revision: number;
  figures: Figures;
  /** the last day that the figures speak of, when they were filed before the period's end */
  through?: Day;
  /** the period's articles where a file named them; empty when filed by form alone */
  items: IntakeItem[];
  /** the period's days, oldest first, at most 366; absent where no file gave them */
  followerDays?: FollowerDay[];
  /** Chinese; required from the second revision on */
  reason?: string;
  /** openid's keyed hash */
  enteredBy: string;
  enteredAt: Instant;
  sample: boolean;
}

export interface FormChoice {
  value: number;
  label: string;
}

/** One question of the short form under the preview. */
export interface FormField {
  metric: MetricName;
  label: string;
  /** plain Chinese definition, with its 口径 */
  definition: string;
  whereToFind: string;
  unit: string;
  measure: Measure | null;
  /** the only answers there are, where they are not counted */
  choices?: FormChoice[];
  /** the last period's figure, to start from */
  previous: number | null;
  /** the stored figure of this very period, when one exists */
  current: number | null;
  /** what the files estimate: it stands where nothing better is typed */
  estimate?: number;
  /** 估算: `previous` is one, and stays one where it is taken over */
  previousEstimated?: true;
  /** 估算: `current` is one, until another figure is typed */
  currentEstimated?: true;
}

export interface IntakeConflict {
  kind:
    | 'overlap'
    | 'other-account'
    | 'outside-period'
    | 'changed-figure'
    | 'mixed-measure'
    | 'incomplete';
  message: string;
}

/** 截至日期 of a period that still runs, to be confirmed or changed by the person. */
export interface RunningSpan {
  /** first that can be stated: of the period, or the last that the files speak of */
  from: Day;
  /** today: nothing later can be known */
  to: Day;
  /** where nothing is stated: the last that the files speak of; today without files */
  through: Day;
}

/** What the screen shows before anything is stored. */
export interface IntakePreview {
  accountId: string;
  period: PeriodId;
  files: ParsedExport[];
  /** what would be stored from the files alone */
  figures: Figures;
  conflicts: IntakeConflict[];
  /** asked for in the form: what the files cannot give */
  form: FormField[];
  /** null for a period that is over */
  running: RunningSpan | null;
  /** the same figures are stored already */
  unchanged: boolean;
  /** the revision that this preview was made against; 0 when there is none */
  basedOnRevision: number;
}

export interface SubmissionInput {
  requestKey: string;
  accountId: string;
  period: PeriodId;
  fileIds: string[];
  form: Partial<Record<MetricName, number | null>>;
  basedOnRevision: number;
  /** of a period that still runs; the last day that a figure speaks of when absent */
  through?: Day;
  reason?: string;
}

export interface SubmissionReceipt {
  accountId: string;
  period: PeriodId;
  revision: number;
  /** true when the same figures stood already and nothing was written */
  unchanged: boolean;
  communicationIndex: number | null;
}
