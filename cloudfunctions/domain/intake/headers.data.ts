import type { ColumnField, ExportMetricName } from '../../../typings/intake';
import type { Measure } from '../../../typings/vocabulary';

/** What a column holds, and in which 口径. */
export interface ColumnMeaning {
  field: ColumnField;
  measure: Measure | null;
}

type Headers = [field: ColumnField, measure: Measure | null, ...headers: string[]];

/**
 * Headers as normalised by `normaliseHeader`. Those of the back office come first in each line;
 * after them stand those of monthly lists that agencies keep or buy (清博, 新榜), whose bare 「数」
 * and 「量」, and bare words such as 「阅读」, count 次数.
 */
const table: Headers[] = [
  ['title', null, '内容标题', '标题', '文章标题', '图文标题', '图文消息标题'],
  [
    'publishedAt',
    null,
    '发表日期',
    '发布日期',
    '发布时间',
    '推送日期',
    '推送时间',
    '群发日期',
    '群发时间',
  ],
  ['url', null, '内容url', '内容链接', '文章链接', '链接', 'url'],
  ['day', null, '日期', '时间', '统计日期'],
  ['channel', null, '渠道', '传播渠道'],
  ['account', null, '公众号', '公众号名称', '账号', '账号名称', '微信公众号'],
  ['finishRate', null, '阅读完成率', '完读率'],

  ['reads', 'people', '阅读人数', '总阅读人数', '阅读人'],
  [
    'reads',
    'times',
    '阅读次数',
    '总阅读次数',
    '阅读次',
    '总阅读数',
    '阅读数',
    '阅读量',
    '总阅读量',
    '阅读',
    '总阅读',
  ],
  ['shares', 'people', '分享人数', '总分享人数', '分享人', '转发人数'],
  ['shares', 'times', '分享次数', '总分享次数', '分享次', '分享数', '总分享数', '分享', '总分享'],
  ['shares', 'times', '转发次数', '转发数', '转发量', '转发', '总转发', '总转发数', '总转发量'],
  ['favourites', 'people', '微信收藏人数', '收藏人数', '收藏人'],
  ['favourites', 'times', '收藏次数', '收藏数', '收藏量', '总收藏数', '收藏', '总收藏'],
  ['likes', 'people', '点赞人', '点赞人数'],
  [
    'likes',
    'times',
    '点赞次',
    '点赞次数',
    '点赞数',
    '点赞量',
    '点赞',
    '总点赞',
    '总点赞数',
    '总点赞量',
  ],
  ['wows', 'people', '在看人', '在看人数'],
  [
    'wows',
    'times',
    '在看次',
    '在看次数',
    '在看数',
    '在看量',
    '在看',
    '总在看',
    '总在看数',
    '总在看量',
  ],
  ['comments', null, '留言条', '留言数', '留言量', '留言', '总留言数', '总留言'],
  ['comments', null, '评论条', '评论数', '评论量', '评论', '总评论数', '总评论'],
  ['delivered', 'people', '送达人数'],
  ['followsAfterReading', 'people', '阅读后关注人数', '阅读后关注', '阅读后关注人', '新增关注人'],
  ['originalLinkClicks', 'people', '跳转阅读原文人数', '阅读原文人数'],
  ['originalLinkClicks', 'times', '阅读原文次数', '跳转阅读原文次数'],

  ['articles', null, '发表篇数', '群发篇数', '发布篇数', '发文篇数', '发文数', '文章数', '篇数'],
  ['pushes', null, '发布次数', '推送次数', '群发次数'],
  ['maxReads', 'times', '最高阅读', '最高阅读数', '最高阅读量', '最大阅读数', '最大阅读量'],
  ['headlineReads', 'times', '头条阅读', '头条阅读数', '头条阅读量', '头条总阅读数'],

  ['followers', 'people', '累计关注人数', '累计关注', '粉丝数', '粉丝量', '关注人数'],
  ['newFollowers', 'people', '新关注人数', '新增关注人数', '新增关注', '新增粉丝', '新增粉丝数'],
  ['lostFollowers', 'people', '取消关注人数', '取消关注'],
  ['regularReaders', 'people', '常读用户数'],
  ['messages', 'people', '消息发送人数'],
  ['messages', 'times', '消息发送次数'],
  ['menuClicks', 'people', '菜单点击人数'],
  ['menuClicks', 'times', '菜单点击次数'],
  ['interfaceCalls', 'times', '调用次数'],
];

export const headers: ReadonlyMap<string, ColumnMeaning> = new Map(
  table.flatMap(([field, measure, ...names]) =>
    names.map((name): [string, ColumnMeaning] => [name, { field, measure }]),
  ),
);

/** Metrics that a period's rows are not summed over: the last known day stands. */
export const lastDayStands: ReadonlySet<ColumnField> = new Set(['followers', 'regularReaders']);

const descriptive = [
  'title',
  'publishedAt',
  'url',
  'day',
  'channel',
  'finishRate',
  'account',
] as const;

type Descriptive = (typeof descriptive)[number];

/** Whether a column counts something, and is no name, day or rate. */
export function isMetric(field: ColumnField): field is ExportMetricName {
  return !descriptive.includes(field as Descriptive);
}
