import type { ComparedPeers } from './peers';
import type { Day, Measure, MetricName, PeriodId } from './vocabulary';

/** 研究 or 考核: the 2023 rules forbid popularity as a basis of assessment. */
export type Purpose = 'research' | 'assessment';

/** Published scores of the three forces, 0–100: the inputs of a combination scheme. */
export type ForceInput = 'dissemination' | 'service' | 'interaction';

/** What a scheme's term may be computed from. */
export type InputName = MetricName | ForceInput;

/** A count as given: a number, unknown, or the mark that WeChat shows above 100 000 reads. */
export type GivenFigure = number | '10万+' | null;

/** Figures that an article may carry. */
export type ItemFigure =
  | 'reads'
  | 'wows'
  | 'likes'
  | 'shares'
  | 'favourites'
  | 'comments'
  | 'replies';

/** One article of a record. `headline`: 头条. */
export interface ScoringItem extends Partial<Record<ItemFigure, GivenFigure>> {
  title?: string;
  publishedAt?: string;
  headline?: boolean | null;
}

/**
 * One account's figures over one period, as a line of the command line or as a stored submission
 * gives them. Absent and null both mean unknown. What is absent is derived from `items`.
 */
export interface ScoringRecord extends Partial<Record<InputName, GivenFigure>> {
  account?: string;
  period?: PeriodId;
  /** last day that the figures cover, of a period that still runs; the period is cut there */
  through?: Day | null;
  /** true days that the figures cover; taken from `period` and `through` when absent */
  days?: number | null;
  /** 口径 of all reader figures, or of each */
  measure?: Measure | Partial<Record<MetricName, Measure>> | null;
  /** figures that are estimates: they count as they are, and the score says so */
  estimated?: InputName[] | null;
  /** every article of the period */
  items?: ScoringItem[];
}

export interface SchemeSource {
  title: string;
  url: string | null;
}

/** A term as a screen tells it; `reading` is Chinese: how the transform reads, null as it is. */
export interface SchemeTerm {
  key: string;
  label: string;
  /** among its siblings */
  weight: number;
  reading: string | null;
}

/** A part without terms is taken as given. */
export interface SchemePart {
  key: string;
  label: string;
  weight: number;
  reading: string | null;
  terms: SchemeTerm[];
}

/** What a screen or a board may know of a scheme. */
export interface SchemeSummary {
  id: string;
  /** versions of one family follow each other in time and never overlap */
  family: string;
  version: string;
  /** Chinese */
  name: string;
  purpose: Purpose;
  /** Chinese sentence that every screen, board and document of a research scheme shows, else null */
  notice: string | null;
  /** first and last day in force; null is open */
  effective: { from: Day | null; to: Day | null };
  measure: Measure | 'either';
  /** null where the value has no upper end */
  maximum: number | null;
  parts: SchemePart[];
  /** Chinese: how the parts make the value */
  combining: string;
  sources: SchemeSource[];
}

/** 三力 or sub-index of a score; `value` on its own scale, null under the coverage minimum. */
export interface ScorePart {
  label: string;
  value: number | null;
  /** the most that the value can be; null without an end */
  full: number | null;
  /** share of the part's weight whose terms are known, 0–1 */
  coverage: number;
  weight: number;
}

/**
 * One step of an explanation. The contributions of a node's children add up, left to right, to the
 * node's own to the last bit, and the root's contribution is the score's value.
 */
export interface ExplanationNode {
  key: string;
  /** Chinese */
  label: string;
  /** what the term was computed from; empty on groups */
  inputs: { name: InputName | 'days'; value: number | null; estimated?: true }[];
  /** the quantity before its transform, such as reads a day; null when unknown or on groups */
  quantity: number | null;
  /** of the quantity, Chinese; `%` for a share of one; null where it has none worth telling */
  unit: string | null;
  /** the quantity after its transform, or the group's weighted sum; null when unknown */
  transformed: number | null;
  /** weight among its siblings as the scheme declares it */
  weight: number;
  /** weight as used: 0 when the term is missing, raised when a sibling is */
  effectiveWeight: number;
  /** part of the score's value, in the value's unit */
  contribution: number;
  /**
   * the most that it could contribute with the weights as used; null where a transform has no end,
   * under a square, and without a value
   */
  full: number | null;
  /** plain Chinese: how the transform reads, or why the term has no value */
  note: string | null;
  children: ExplanationNode[];
}

/** A rule of the scheme that changed how this record was scored; `message` is Chinese. */
export interface AppliedRule {
  code:
    | 'renormalised'
    | 'below-minimum'
    | 'no-articles'
    | 'derived'
    /** the list of articles is not the whole of the period's: nothing is derived from it */
    | 'partial-items'
    /** of a running period, its days so far */
    | 'running'
    /** a figure that was given and the list of articles disagree: the given one stands */
    | 'differs-from-items'
    | 'one-mark'
    | 'read-cap'
    | 'people-as-times'
    | 'measure-assumed'
    /** figures that their files only estimate: they count as they are */
    | 'estimated'
    /** a quarter or year put together from its months */
    | 'composed'
    /** a kept score of a version that is no longer in force */
    | 'earlier-version';
  message: string;
}

export interface Score {
  scheme: string;
  version: string;
  purpose: Purpose;
  /** null when `insufficient` */
  value: number | null;
  /** `insufficient` 数据不足: enters no board */
  status: 'scored' | 'insufficient';
  parts: Record<string, ScorePart>;
  /** share of the scheme's weight whose terms are known, 0–1 */
  coverage: number;
  explanation: ExplanationNode;
  /** inputs that are unknown */
  missing: (InputName | 'days')[];
  rules: AppliedRule[];
  flags: AnomalyFlag[];
}

export interface AnomalyFlag {
  code:
    | 'outlier-own-past'
    | 'outlier-peers'
    | 'like-read-ratio'
    | 'read-follower-ratio'
    | 'reads-pinned'
    | 'jump-without-articles'
    | 'repeated-figures';
  severity: 'notice' | 'warning';
  metric: MetricName;
  /** Chinese; for a reviewer: a flag never changes a score */
  message: string;
  evidence: Record<string, number | string>;
  /** of `outlier-peers` told from the counted figures of a group */
  peers?: ComparedPeers;
}

/** 指标释义: what a figure means, and where it is found. */
export interface MetricDefinition {
  metric: MetricName;
  label: string;
  definition: string;
  whereToFind: string;
  unit: string;
  measure: Measure | null;
  /** 人气指标: no basis of assessment */
  popularity: boolean;
  /** Chinese: how months make a quarter's or a year's figure */
  composing: string;
}
