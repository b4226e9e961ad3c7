import type { NumberFormat } from './documents';
import type { Purpose } from './indices';
import type { RegionScope } from './membership';
import type { Department, Instant, Level, OperatingMode, PeriodId, RegionCode } from './vocabulary';

/** What a report is on. */
export interface ReportQuery {
  scope: RegionScope;
  /** a month, quarter or year that is over */
  period: PeriodId;
  scheme: string;
}

/** The query that a group of accounts is found by; whatever is absent narrows nothing. */
export interface ReportFilter {
  regionPrefix: RegionCode;
  levels?: Level[];
  department?: Department;
  /** null: not registered */
  mode?: OperatingMode | null;
  /** null: not registered; an open end is null */
  openedYears?: { from: number | null; to: number | null } | null;
}

/** Accounts that a figure is on. */
export interface ReportGroup {
  /** Chinese: 「县区级」 */
  label: string;
  /** Chinese: the filter in words */
  filter: string;
  query: ReportFilter;
}

/** What a figure says of a group. */
export interface ReportMeasure {
  /** Chinese */
  label: string;
  /** Chinese; empty for a share */
  unit: string;
  format: NumberFormat;
  /** Chinese: how it is counted or computed */
  definition: string;
}

/** One number of a report; with its group and measure it says where it comes from. */
export interface ReportFigure {
  /** `level:county.median`: group and measure */
  id: string;
  group: string;
  measure: string;
  /** null when it is not known, or its group is too small to tell */
  value: number | null;
  /** as it is written everywhere */
  shown: string;
  /** how many accounts it is made of; null for a count itself */
  count: number | null;
}

/** A piece of a paragraph: words, a name (which alone may hold digits), or a figure as it is shown. */
export interface ReportRun {
  text: string;
  name?: true;
  figure?: string;
}

export interface ReportTable {
  caption: string;
  columns: string[];
  /** a name, then figures by their ids */
  rows: { name: string; figures: string[] }[];
  /** Chinese: what was left out, and why */
  notes: string[];
}

export interface ReportChart {
  title: string;
  /** bars lie where there are many, and stand where there are few */
  chart: 'bar' | 'column';
  unit: string;
  categories: string[];
  /** one figure a category, by its id */
  series: { name: string; figures: string[] }[];
}

export interface ReportSection {
  id: string;
  title: string;
  paragraphs: ReportRun[][];
  tables: ReportTable[];
  charts: ReportChart[];
}

/** A report whole: what it says, each number of it, and what each number means. */
export interface ReportContent {
  title: string;
  scopeName: string;
  periodName: string;
  previousName: string;
  schemeName: string;
  schemeVersion: string;
  /** 仅供研究参考，不作考核依据; null for a scheme of assessment */
  notice: string | null;
  /** accounts among them are 示例数据 */
  sample: boolean;
  sections: ReportSection[];
  /** Chinese: how it was counted, and what that leaves open */
  notes: string[];
  figures: ReportFigure[];
  groups: Record<string, ReportGroup>;
  measures: Record<string, ReportMeasure>;
}

/** `running`: accounts are being read. `finished`: seen by its supervisors alone. `published`: for good. */
export type ReportState = 'running' | 'finished' | 'published';

/** What a report says first. */
export interface ReportHeadline {
  accounts: number | null;
  scored: number | null;
  median: number | null;
  gini: number | null;
}

/** A report without what it says. */
export interface Report extends ReportQuery {
  id: string;
  title: string;
  scopeName: string;
  schemeName: string;
  schemeVersion: string;
  purpose: Purpose;
  notice: string | null;
  state: ReportState;
  /** accounts read so far */
  done: number;
  /** when the accounts and scores were begun to be read */
  asOf: Instant;
  sample: boolean;
  /** null until it is finished */
  headline: ReportHeadline | null;
  /** SHA-256 of what it says, by the rule of docs/reports.md; null until it is finished */
  checksum: string | null;
  /** 第 N 期 of its series; null until it is published */
  number: number | null;
  /** Chinese: by which membership it was published; null until then */
  publisher: string | null;
  publishedAt: Instant | null;
}

/** One issue of the series in a trend line. */
export interface ReportPoint {
  reportId: string;
  period: PeriodId;
  headline: ReportHeadline;
}

export interface OpenReport {
  report: Report;
  /** null until it is finished */
  content: ReportContent | null;
  /** published reports of the same scope, scheme and kind of period, oldest first */
  trend: ReportPoint[];
}
