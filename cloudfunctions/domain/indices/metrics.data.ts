import type { InputName } from '../../../typings/indices';

/** What the engine must know of an input; docs/metrics.md says what it means to people. */
export interface MetricFacts {
  label: string;
  /** whole numbers alone */
  whole: boolean;
  /** larger figures are slips of the pen: WeChat has about 1.4 thousand million users */
  most: number;
  /** forbidden as a basis of assessment by the 2023 rules */
  popularity: boolean;
  /** counted over the period's articles: 0 when there are none */
  ofArticles: boolean;
  /** counts readers, so that 口径 (people or times) matters, and 「10万+」 may be displayed */
  ofReaders: boolean;
}

const base: Omit<MetricFacts, 'label'> = {
  whole: true,
  most: 1e11,
  popularity: false,
  ofArticles: false,
  ofReaders: false,
};
const plain = (label: string, facts: Partial<MetricFacts> = {}): MetricFacts => ({
  ...base,
  label,
  ...facts,
});
const readers = (label: string): MetricFacts =>
  plain(label, { popularity: true, ofArticles: true, ofReaders: true });
const crowd = (label: string): MetricFacts => plain(label, { most: 2e9, popularity: true });
const force = (label: string): MetricFacts => plain(label, { whole: false, most: 100 });

export const metricFacts: Record<InputName, MetricFacts> = {
  articles: plain('发布篇数', { most: 1e5 }),
  pushes: plain('推送次数', { most: 1e5, ofArticles: true }),
  reads: readers('总阅读数'),
  maxReads: readers('最高阅读数'),
  headlineReads: readers('头条阅读数'),
  headlineCount: plain('头条篇数', { most: 1e5, ofArticles: true }),
  wows: readers('总在看数'),
  maxWows: readers('最高在看数'),
  headlineWows: readers('头条在看数'),
  likes: readers('总点赞数'),
  maxLikes: readers('最高点赞数'),
  headlineLikes: readers('头条点赞数'),
  shares: readers('总转发数'),
  maxShares: readers('最高转发数'),
  headlineShares: readers('头条转发数'),
  favourites: readers('总收藏数'),
  comments: plain('留言数', { popularity: true, ofArticles: true }),
  replies: plain('留言回复数', { ofArticles: true }),
  medianReplyHours: plain('回复时长中位数（小时）', { whole: false, most: 1e5 }),
  followers: crowd('期末关注人数'),
  newFollowers: crowd('新增关注人数'),
  lostFollowers: crowd('取消关注人数'),
  messages: plain('私信数'),
  messageReplies: plain('私信回复数'),
  longestGapDays: plain('最长未发布天数', { most: 4000 }),
  serviceEntries: plain('服务入口数', { most: 1000 }),
  workingServiceEntries: plain('有效服务入口数', { most: 1000 }),
  serviceUses: plain('服务使用次数'),
  serviceCompletions: plain('服务办结次数'),
  satisfactionAnswers: plain('满意度答卷数'),
  satisfied: plain('满意答卷数'),
  openFindings: plain('未整改的内容问题数', { most: 1e5 }),
  interactionAvailable: plain('互动功能可用', { most: 1 }),
  dissemination: force('传播力'),
  service: force('服务力'),
  interaction: force('互动力'),
};

/** `lesser` can never exceed `greater`. */
export interface AtMost {
  lesser: InputName;
  greater: InputName;
}

const atMost = (lesser: InputName, greater: InputName): AtMost => ({ lesser, greater });

export const bounds: AtMost[] = [
  atMost('maxReads', 'reads'),
  atMost('maxWows', 'wows'),
  atMost('maxLikes', 'likes'),
  atMost('maxShares', 'shares'),
  atMost('headlineReads', 'reads'),
  atMost('headlineWows', 'wows'),
  atMost('headlineLikes', 'likes'),
  atMost('headlineShares', 'shares'),
  atMost('headlineCount', 'articles'),
  atMost('pushes', 'articles'),
  atMost('replies', 'comments'),
  atMost('messageReplies', 'messages'),
  atMost('workingServiceEntries', 'serviceEntries'),
  atMost('serviceCompletions', 'serviceUses'),
  atMost('satisfied', 'satisfactionAnswers'),
];

/** The best article cannot have less than the mean of all. */
export const maxima: { maximum: InputName; total: InputName }[] = [
  { maximum: 'maxReads', total: 'reads' },
  { maximum: 'maxWows', total: 'wows' },
  { maximum: 'maxLikes', total: 'likes' },
  { maximum: 'maxShares', total: 'shares' },
];

/** Nothing of `part` without `whole`. */
export const nothingWithout: { part: InputName; whole: InputName }[] = [
  { part: 'headlineReads', whole: 'headlineCount' },
  { part: 'wows', whole: 'reads' },
  { part: 'likes', whole: 'reads' },
  { part: 'comments', whole: 'reads' },
];

/** Whether the 2023 rules forbid an input as a basis of assessment. */
export const isPopularity = (name: InputName): boolean => metricFacts[name].popularity;
