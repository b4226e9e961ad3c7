import type { InputName } from '../../../typings/indices';
import type { MetricName } from '../../../typings/vocabulary';
import { type Figures, figureOf } from './figures';
import { shortestGap } from './gaps';

/** What so many articles leave at best; more of them are another lever. */
function shortestGapOf(figures: Figures): number {
  const articles = figureOf(figures, 'articles');
  const days = figureOf(figures, 'days');
  return articles === null || days === null ? 0 : shortestGap(articles, days);
}

/** Something that an agency can honestly do, and what moves with it. */
export interface Lever {
  metric: MetricName;
  label: string;
  aim: 'more' | 'less';
  advice: string;
  /** figures that move in the same proportion: an article read better is so at its best as well */
  alongside: InputName[];
  /**
   * The best that may be planned unless the user sets another limit: a number, a metric that it
   * cannot exceed, or a multiple of today's figure. Other figures may not allow so little.
   */
  best:
    | { to: number; least?: (figures: Figures) => number }
    | { metric: InputName }
    | { times: number };
}

/** All limits here are the product's own choice; a user may set others. */
export const levers: Lever[] = [
  {
    metric: 'longestGapDays',
    label: '缩短最长未发布天数',
    aim: 'less',
    advice: '排好发布计划，避免长时间停更',
    alongside: [],
    best: { to: 1, least: shortestGapOf },
  },
  {
    metric: 'medianReplyHours',
    label: '加快回复',
    aim: 'less',
    advice: '指定专人每天查看留言与私信',
    alongside: [],
    best: { to: 2 },
  },
  {
    metric: 'replies',
    label: '多回复留言',
    aim: 'more',
    advice: '逐条回复留言，能办的转办并反馈',
    alongside: [],
    best: { metric: 'comments' },
  },
  {
    metric: 'messageReplies',
    label: '多回复私信',
    aim: 'more',
    advice: '私信有问必答，常见问题整理成答复库',
    alongside: [],
    best: { metric: 'messages' },
  },
  {
    metric: 'interactionAvailable',
    label: '开通或修好互动功能',
    aim: 'more',
    advice: '开通留言或私信并逐个点检，失效的尽快修复',
    alongside: [],
    best: { to: 1 },
  },
  {
    metric: 'workingServiceEntries',
    label: '增加有效服务入口',
    aim: 'more',
    advice: '把常办事项接入菜单，逐个点检失效入口',
    alongside: ['serviceEntries'],
    best: { to: 15 },
  },
  {
    metric: 'serviceCompletions',
    label: '提高办结数',
    aim: 'more',
    advice: '查清未办结的环节，补齐材料提示与进度通知',
    alongside: [],
    best: { metric: 'serviceUses' },
  },
  {
    metric: 'openFindings',
    label: '整改内容问题',
    aim: 'less',
    advice: '按整改单逐项销号，发布前落实三审三校',
    alongside: [],
    best: { to: 0 },
  },
  {
    metric: 'lostFollowers',
    label: '减少取消关注',
    aim: 'less',
    advice: '少打扰、少重复，推送与群众相关的内容',
    alongside: [],
    best: { to: 0 },
  },
  {
    metric: 'articles',
    label: '多发布文章（质量不变）',
    aim: 'more',
    advice: '在保证篇均质量的前提下增加发布，不凑数',
    alongside: [
      'pushes',
      'reads',
      'headlineReads',
      'headlineCount',
      'wows',
      'headlineWows',
      'likes',
      'headlineLikes',
      'shares',
      'headlineShares',
      'favourites',
      'comments',
      'replies',
    ],
    best: { times: 2 },
  },
  {
    metric: 'reads',
    label: '提高文章阅读（读者反响比例不变）',
    aim: 'more',
    advice: '改进选题、标题与发布时间，不购买阅读',
    alongside: [
      'maxReads',
      'headlineReads',
      'wows',
      'maxWows',
      'headlineWows',
      'likes',
      'maxLikes',
      'headlineLikes',
      'shares',
      'maxShares',
      'headlineShares',
      'comments',
      'replies',
    ],
    best: { times: 2 },
  },
];

/** Never offered, because chasing them means buying fans or asking for likes. */
export const withheld: MetricName[] = [
  'followers',
  'newFollowers',
  'likes',
  'wows',
  'shares',
  'favourites',
  'comments',
];
