import type { FormField } from '../../../typings/submission';
import type { MetricName } from '../../../typings/vocabulary';

type Described = Pick<
  FormField,
  'label' | 'definition' | 'whereToFind' | 'unit' | 'measure' | 'choices'
>;

const content = '公众号后台「数据 → 内容分析」，选本期的起止日期';
const published = '公众号后台「内容管理 → 发表记录」';
const followers = '公众号后台「数据 → 用户分析 → 用户增长」';
const comments = '公众号后台「互动 → 留言」';
const messages = '公众号后台「互动 → 私信」';
const menu = '逐个点开公众号底部菜单';
const service = '办事系统的后台；没有统计的可向系统承建单位索取';

const times = (label: string, definition: string, whereToFind = content): Described => ({
  label,
  definition,
  whereToFind,
  unit: '次',
  measure: 'times',
});
const plain = (
  label: string,
  unit: string,
  definition: string,
  whereToFind: string,
): Described => ({ label, unit, definition, whereToFind, measure: null });

/** What the form says of each metric; docs/metrics.md defines them at length. */
export const formFields: Record<MetricName, Described> = {
  articles: plain('发布篇数', '篇', '本期发布的文章总数，一次推送几篇就算几篇', published),
  pushes: plain('推送次数', '次', '本期群发的次数，一次推送多篇只算一次', published),
  reads: times('总阅读数', '本期发布的文章被阅读的次数之和，同一人读两次算两次'),
  maxReads: times('最高阅读数', '本期阅读最多的一篇文章的阅读次数'),
  headlineReads: times('头条阅读数', '本期各次推送第一篇文章的阅读次数之和'),
  headlineCount: plain('头条篇数', '篇', '本期各次推送的第一篇，共几篇', published),
  wows: times(
    '总在看数',
    '文末「在看」的次数之和（心形或花朵图标，会显示给好友）',
    '逐篇打开文章，看文末',
  ),
  maxWows: times('最高在看数', '「在看」最多的一篇的次数', '逐篇打开文章，看文末'),
  headlineWows: times('头条在看数', '各次推送第一篇的「在看」次数之和', '逐篇打开文章，看文末'),
  likes: times('总点赞数', '文末点赞（拇指图标）的次数之和，不含「在看」'),
  maxLikes: times('最高点赞数', '点赞最多的一篇的次数'),
  headlineLikes: times('头条点赞数', '各次推送第一篇的点赞次数之和'),
  shares: times('总转发数', '文章被转发给好友或分享到朋友圈的次数之和'),
  maxShares: times('最高转发数', '转发最多的一篇的次数'),
  headlineShares: times('头条转发数', '各次推送第一篇的转发次数之和'),
  favourites: times('总收藏数', '文章被微信收藏的次数之和'),
  comments: plain('留言数', '条', '本期文章下读者写的留言总数，含未精选的', comments),
  replies: plain('留言回复数', '条', '其中已由账号回复的留言数，不能多于留言数', comments),
  medianReplyHours: plain(
    '回复时长中位数',
    '小时',
    '从读者留言到账号回复，把各条的间隔从短到长排列，取正中间的一个',
    `${comments}，抽看 20 条即可`,
  ),
  followers: plain('期末关注人数', '人', '本期最后一天的累计关注人数', followers),
  newFollowers: plain('新增关注人数', '人', '本期每天新关注人数之和', followers),
  lostFollowers: plain('取消关注人数', '人', '本期每天取消关注人数之和', followers),
  messages: plain('私信数', '条', '本期读者发到公众号对话框的消息数，不含点菜单', messages),
  messageReplies: plain('私信回复数', '条', '其中由人工回复的条数，不含自动回复', messages),
  longestGapDays: plain(
    '最长未发布天数',
    '天',
    '本期内连续没有发布的最长天数，从期初、期末算起的也算',
    published,
  ),
  serviceEntries: plain('服务入口数', '个', '菜单里通向办事、查询、预约的入口个数', menu),
  workingServiceEntries: plain('有效服务入口数', '个', '其中点开后确实能用的个数', menu),
  serviceUses: plain('服务使用次数', '次', '本期群众从公众号进入办事、查询、预约的次数', service),
  serviceCompletions: plain('服务办结次数', '次', '其中办完的次数，不能多于使用次数', service),
  satisfactionAnswers: plain(
    '满意度答卷数',
    '份',
    '本期收回的满意度答卷数',
    '问卷或本系统的群众评价',
  ),
  satisfied: plain('满意答卷数', '份', '其中表示满意的份数', '问卷或本系统的群众评价'),
  openFindings: plain(
    '未整改的内容问题数',
    '个',
    '检查发现的内容问题，到本期末还没有改好的个数',
    '上级的检查通报',
  ),
  interactionAvailable: {
    ...plain(
      '互动功能可用',
      '1 或 0',
      '读者能留言或写私信为可用，都不能为不可用',
      '公众号后台「设置 → 功能设置」',
    ),
    choices: [
      { value: 1, label: '可用' },
      { value: 0, label: '不可用' },
    ],
  },
};
