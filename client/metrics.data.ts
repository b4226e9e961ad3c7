import type { InputName } from '../typings/indices';
import type { ExportMetricName } from '../typings/intake';
import type { Force, MetricName } from '../typings/vocabulary';
import { forceLabels } from './labels.data';

/** 指标, as the person reads them. */
export const metricLabels: Record<ExportMetricName, string> = {
  articles: '发文篇数',
  pushes: '推送次数',
  reads: '总阅读',
  maxReads: '单篇最高阅读',
  headlineReads: '头条阅读',
  headlineCount: '头条篇数',
  wows: '在看',
  maxWows: '单篇最高在看',
  headlineWows: '头条在看',
  likes: '点赞',
  maxLikes: '单篇最高点赞',
  headlineLikes: '头条点赞',
  shares: '转发',
  maxShares: '单篇最高转发',
  headlineShares: '头条转发',
  favourites: '收藏',
  comments: '留言',
  replies: '回复留言',
  medianReplyHours: '回复用时（中位数，小时）',
  followers: '粉丝总数',
  newFollowers: '新关注',
  lostFollowers: '取消关注',
  messages: '私信',
  messageReplies: '回复私信',
  longestGapDays: '最长停更天数',
  serviceEntries: '服务入口',
  workingServiceEntries: '可用的服务入口',
  serviceUses: '办理次数',
  serviceCompletions: '办结次数',
  satisfactionAnswers: '评价份数',
  satisfied: '满意份数',
  openFindings: '未整改的检查问题',
  interactionAvailable: '互动功能',
  delivered: '送达人数',
  followsAfterReading: '阅读后关注',
  originalLinkClicks: '跳转阅读原文',
  regularReaders: '常读用户',
  menuClicks: '菜单点击',
  interfaceCalls: '接口调用',
};

/** What an export was, as the back office names it. */
export const layoutLabels: Record<string, string> = {
  tendency: '内容分析 · 全部',
  notified: '已通知内容',
  unnotified: '未开启通知内容',
  'notified-16': '已通知内容（旧版）',
  'unnotified-14': '未开启通知内容（旧版）',
  traffic: '流量数据',
  'single-article-people': '单篇分析（人数）',
  'single-article-times': '单篇分析（次数）',
  'user-analysis': '用户增长',
  'regular-readers': '常读用户',
  message: '消息分析',
  menu: '菜单分析',
  interface: '接口分析',
  mapped: '自备表格',
};

/** A label of anything that a scheme takes. */
export function inputLabel(name: InputName | 'days'): string {
  if (name === 'days') return '天数';
  return name in forceLabels ? forceLabels[name as Force] : metricLabels[name as MetricName];
}

/** Numbers that a flag is raised by, as far as a person can read them. */
export const evidenceLabels: Record<string, string> = {
  ...metricLabels,
  ratio: '比例',
  readsPerArticle: '篇均阅读',
  readsADay: '日均阅读',
  previousReadsADay: '上期日均阅读',
  articlesADay: '日均发文',
};
