import type { LayoutId } from '../../../typings/intake';

/** What a table's rows are. */
export type TableKind =
  /** every article of a tab */
  | 'articles'
  /** some articles, a row for each channel */
  | 'listed-articles'
  | 'days'
  /** one row: one article's own figures */
  | 'overview'
  /** days that only tell the span */
  | 'span'
  /** one row: a whole period's figures */
  | 'totals'
  /** rows that add up to a whole period's figures */
  | 'parts';

/** Columns by `field` or `field:measure`. A table is the kind whose columns it has. */
export interface TableSpec {
  kind: TableKind;
  requires: string[];
  excludes?: string[];
}

export interface LayoutSpec {
  id: LayoutId;
  /** as the back office calls it */
  name: string;
  /** the first says which layout it is, unless `anyTable` */
  tables: TableSpec[];
  anyTable?: true;
}

/** In the order they are tried: a layout that holds another's columns stands before it. */
export const layouts: LayoutSpec[] = [
  {
    id: 'single-article-times',
    name: '单篇详情（次数）',
    tables: [
      {
        kind: 'overview',
        requires: ['reads:times', 'wows:times'],
        excludes: ['title', 'day', 'account'],
      },
      { kind: 'span', requires: ['day', 'channel'] },
    ],
  },
  {
    id: 'single-article-people',
    name: '单篇详情（人数）',
    tables: [
      {
        kind: 'overview',
        requires: ['reads:people', 'wows:people'],
        excludes: ['title', 'day', 'account'],
      },
      { kind: 'span', requires: ['day', 'channel'] },
    ],
  },
  {
    id: 'tendency',
    name: '内容分析 · 全部',
    anyTable: true,
    tables: [
      {
        kind: 'days',
        requires: ['day', 'channel', 'reads:people'],
        excludes: ['reads:times', 'shares'],
      },
      { kind: 'days', requires: ['day', 'shares:people', 'articles'], excludes: ['reads'] },
      { kind: 'listed-articles', requires: ['channel', 'publishedAt', 'title', 'reads:people'] },
    ],
  },
  {
    id: 'traffic',
    name: '内容分析 · 流量数据',
    tables: [{ kind: 'days', requires: ['day', 'reads:people', 'reads:times', 'shares'] }],
  },
  {
    id: 'notified-16',
    name: '已通知内容（16 列）',
    tables: [
      {
        kind: 'articles',
        requires: ['title', 'publishedAt', 'reads:people', 'reads:times', 'delivered'],
      },
    ],
  },
  {
    id: 'unnotified-14',
    name: '未开启通知内容（14 列）',
    tables: [
      {
        kind: 'articles',
        requires: ['title', 'publishedAt', 'reads:people', 'reads:times'],
        excludes: ['delivered'],
      },
    ],
  },
  {
    id: 'notified',
    name: '已通知内容',
    tables: [
      {
        kind: 'articles',
        requires: ['title', 'publishedAt', 'reads:people', 'delivered'],
        excludes: ['reads:times'],
      },
    ],
  },
  {
    id: 'unnotified',
    name: '未开启通知内容',
    tables: [
      {
        kind: 'articles',
        requires: ['title', 'publishedAt', 'reads:people', 'followsAfterReading'],
        excludes: ['delivered', 'reads:times', 'channel'],
      },
    ],
  },
  {
    id: 'user-analysis',
    name: '用户增长',
    tables: [{ kind: 'days', requires: ['day', 'newFollowers', 'lostFollowers'] }],
  },
  {
    id: 'regular-readers',
    name: '常读用户',
    tables: [{ kind: 'days', requires: ['day', 'regularReaders'] }],
  },
  { id: 'message', name: '消息分析', tables: [{ kind: 'days', requires: ['day', 'messages'] }] },
  { id: 'menu', name: '菜单分析', tables: [{ kind: 'days', requires: ['day', 'menuClicks'] }] },
  {
    id: 'menu',
    name: '菜单分析',
    tables: [{ kind: 'parts', requires: ['menuClicks:times', 'menuClicks:people'] }],
  },
  {
    id: 'interface',
    name: '接口分析',
    tables: [{ kind: 'days', requires: ['day', 'interfaceCalls'] }],
  },
];

/** The row of a channel table that is the whole; the others overlap and do not add up. */
export const ALL_CHANNELS = '全部';

/** First cells of a row that sums up the rows above it. */
export const summaryRows = /^(合计|总计|汇总|小计|总和|平均)/;
