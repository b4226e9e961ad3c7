import type { ApiError } from './answer';
import type { Day, Measure, MetricName } from './vocabulary';

/** A cell as read: text untouched, numbers as numbers, nothing as null. */
export type Cell = string | number | null;

export interface Sheet {
  name: string;
  rows: Cell[][];
}

export interface Workbook {
  sheets: Sheet[];
}

/** The back office's exports by content, never by file name; see docs/intake.md. */
export type LayoutId =
  /** 内容分析 · 全部: three tables side by side */
  | 'tendency'
  /** 已通知内容, 2026 */
  | 'notified'
  /** 未开启通知内容, 2026 */
  | 'unnotified'
  /** 已通知内容, 16 columns, 2022–2025 */
  | 'notified-16'
  /** 未开启通知内容, 14 columns, 2022–2025 */
  | 'unnotified-14'
  /** 流量数据, 2022–2025 */
  | 'traffic'
  | 'single-article-people'
  | 'single-article-times'
  /** 用户增长 */
  | 'user-analysis'
  /** 常读用户 */
  | 'regular-readers'
  /** 消息分析 */
  | 'message'
  /** 菜单分析 */
  | 'menu'
  /** 接口分析 */
  | 'interface'
  /** no back-office export: columns matched by name or chosen by the user */
  | 'mapped';

/** What a file may give: the index's metrics, and a few that are shown but not scored. */
export type ExportMetricName =
  | MetricName
  /** 送达人数 */
  | 'delivered'
  /** 阅读后关注人数 */
  | 'followsAfterReading'
  /** 跳转阅读原文 */
  | 'originalLinkClicks'
  /** 常读用户数, on the last day */
  | 'regularReaders'
  | 'menuClicks'
  | 'interfaceCalls';

/**
 * One figure of a file. Where a file has both 口径, `value` is 次数 (the indices are defined on
 * counts) and `other` is 人数.
 */
export interface Reading {
  /** null means that the file has the column and no figure in it */
  value: number | null;
  /** null where 口径 makes no sense: a number of articles */
  measure: Measure | null;
  other?: { value: number | null; measure: Measure };
  /** the file allows an estimate only (no 全部 row, blank rows, 10万+): a warning says which */
  estimated?: true;
}

export type Readings = Partial<Record<ExportMetricName, Reading>>;

/** Metrics that an export gives for each article. */
export type ItemMetricName = Extract<
  ExportMetricName,
  | 'reads'
  | 'shares'
  | 'favourites'
  | 'likes'
  | 'wows'
  | 'comments'
  | 'delivered'
  | 'followsAfterReading'
>;

/** Absent: the file has no such column. Null: it has, and the cell says nothing. */
export type ItemFigures = Partial<Record<ItemMetricName, number | null>>;

/** One article. Figures are in the measure that the file's `metrics` state. */
export interface IntakeItem extends ItemFigures {
  /** `mid_idx` from the long link; title and day where there is none */
  key: string;
  /** untrusted text without control characters */
  title: string;
  /** day of publication, Asia/Shanghai */
  publishedAt: Day | null;
  /** 头条; null when the link does not tell */
  headline: boolean | null;
  /** an http(s) link to mp.weixin.qq.com, or null */
  url: string | null;
  /** 阅读完成率, 0–1 */
  finishRate?: number | null;
  /** the same figures in the other 口径, where the file has both */
  other?: ItemFigures;
  /** figures that the file only estimates; a stored submission keeps the mark of its totals alone */
  estimated?: ExportMetricName[];
}

/** One day of a file that counts by day. */
export interface IntakeDay {
  day: Day;
  figures: Partial<Record<ExportMetricName, number | null>>;
  other?: Partial<Record<ExportMetricName, number | null>>;
  /** figures that the file only estimates */
  estimated?: ExportMetricName[];
}

/** What a column can hold. */
export type ColumnField =
  | ExportMetricName
  | 'title'
  | 'publishedAt'
  | 'url'
  | 'day'
  /** 传播渠道 */
  | 'channel'
  /** 阅读完成率 */
  | 'finishRate'
  /** whose row it is, in a table of several accounts */
  | 'account';

/** What a column of a free table means; `field: null` leaves it out. */
export interface ColumnMapping {
  column: number;
  header: string;
  field: ColumnField | null;
  measure: Measure | null;
}

/** One file, read: exactly what the preview shows and `zhengwei import` prints. */
export interface ParsedExport {
  layout: LayoutId;
  /** first and last day that the file speaks of; null when it names none */
  from: Day | null;
  to: Day | null;
  metrics: Readings;
  items: IntakeItem[];
  /** whether `items` is every article of its tab; the tendency file lists only some */
  itemsComplete: boolean;
  days: IntakeDay[];
  /** wanted metrics that this file cannot give */
  missing: MetricName[];
  /** Chinese; a warning about a row names it */
  warnings: string[];
  /** for `layout: 'mapped'`, to be confirmed or changed by the user */
  mapping?: ColumnMapping[];
  /** of the figures, not of the bytes: a file saved again has the same one */
  digest: string;
}

export type IntakeErrorReason =
  | 'too-large'
  | 'too-many-cells'
  | 'zip-bomb'
  | 'password-protected'
  | 'truncated'
  | 'empty'
  | 'no-rows'
  | 'unsupported'
  | 'json'
  | 'unknown-layout';

export interface IntakeError extends ApiError {
  reason: IntakeErrorReason;
}
