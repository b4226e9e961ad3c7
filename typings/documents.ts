/** Documents and workbooks as data: what they say, in order. How they look is their writers' business. */

/** A piece of text in one style; `footnote` is said at the foot of the page. */
export interface Run {
  text: string;
  bold?: true;
  footnote?: string;
}

export type Text = string | Run[];

/** A cell of a table; null is shown as a dash. */
export type TableCell = Text | null;

export interface TableColumn {
  title: string;
  align?: 'left' | 'center' | 'right';
  /** share of the table's width in relation to the other columns; 1 when absent */
  width?: number;
}

export interface DocumentTable {
  kind: 'table';
  /** over the table, centred */
  caption?: string;
  /** each row has a cell a column; the titles are repeated on every page */
  columns: TableColumn[];
  rows: TableCell[][];
  /** a form of labels and values has no row of titles */
  untitled?: true;
}

export interface ChartSeries {
  name: string;
  /** one a category; null leaves a gap */
  values: (number | null)[];
}

/** A chart that the reader's office program can edit: `bar` lies, `column` stands. */
export interface DocumentChart {
  kind: 'chart';
  chart: 'bar' | 'column' | 'line' | 'pie';
  title: string;
  categories: string[];
  /** a pie has one */
  series: ChartSeries[];
  unit?: string;
  /** digits after the point on axes and labels; 0 when absent */
  decimals?: number;
  stacked?: true;
}

export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'paragraph'; text: Text; align?: 'left' | 'center' | 'right' }
  | { kind: 'list'; numbered?: true; items: Text[] }
  | DocumentTable
  | DocumentChart
  /** 数据来源, 注: small, under what it explains */
  | { kind: 'note'; text: string }
  /** lines at the right: 落款单位, 日期; or places to sign */
  | { kind: 'signature'; lines: string[] }
  | { kind: 'page-break' };

/** A document of an office, on A4. */
export interface DocumentModel {
  title: string;
  subtitle?: string;
  /** centred under the title: 编号, 单位, 日期; one a line */
  meta?: string[];
  blocks: Block[];
  /** beside the page number on every page: 仅供研究参考，不作考核依据 */
  footer?: string;
}

/** How a column's numbers are written in a workbook. */
export type NumberFormat =
  | 'integer'
  | 'one-decimal'
  | 'two-decimals'
  | 'three-decimals'
  | 'percent';

/** A cell of a workbook: text never becomes a formula, and nothing stays empty. */
export type SheetCell = string | number | null;

export interface SheetColumn {
  title: string;
  /** in characters of half width; told from the title when absent */
  width?: number;
  format?: NumberFormat;
}

/** One sheet: titles that stay in sight, and rows, which may come bit by bit. */
export interface SheetModel {
  name: string;
  columns: SheetColumn[];
  rows: Iterable<SheetCell[]> | AsyncIterable<SheetCell[]>;
}
