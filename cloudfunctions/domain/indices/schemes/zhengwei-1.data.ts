import type { MetricName } from '../../../../typings/vocabulary';
import type { Group, Quantity, Scheme, Term, Transform } from '../scheme';

const rising = (half: number, power = 0.5): Transform => ({ kind: 'half-point', half, power });
const falling = (half: number, power: number): Transform => ({ kind: 'decay', half, power });
const share = (prior: number, cases: number): Transform => ({ kind: 'share', prior, cases });

function force(key: string, label: string, weight: number, terms: Term[]): Group {
  const children = terms.map((term) => ({ ...term, key: `${key}.${term.key}` }));
  return { key, label, weight, scale: 100, minimum: 0.6, children };
}

const term = (
  key: string,
  label: string,
  unit: string,
  weight: number,
  quantity: Quantity,
  transform: Transform,
): Term => ({ key, label, unit, weight, quantity, transform });

/** 100 reads more, as if silent: one 点赞 of three reads is a sign, not a third of the readers. */
const perThousandReads = (...of: MetricName[]): Quantity => ({
  of,
  over: [['reads']],
  overPlus: 100,
  times: 1000,
});

const dissemination = force('dissemination', '传播力', 0.3, [
  term('daily', '日均阅读', '次', 0.25, { of: ['reads'], over: [['days']] }, rising(300)),
  term(
    'average',
    '篇均阅读',
    '次',
    0.25,
    { of: ['reads'], over: [['articles']], whenEmpty: 0 },
    rising(500),
  ),
  term(
    'headline',
    '头条篇均阅读',
    '次',
    0.15,
    { of: ['headlineReads'], over: [['headlineCount']], whenEmpty: 0 },
    rising(800),
  ),
  term('peak', '最高阅读', '次', 0.1, { of: ['maxReads'] }, rising(3000)),
  term(
    'shares',
    '篇均转发',
    '次',
    0.15,
    { of: ['shares'], over: [['articles']], whenEmpty: 0 },
    rising(15),
  ),
  term(
    'reach',
    '百名关注者篇均阅读',
    '次',
    0.1,
    { of: ['reads'], over: [['articles'], ['followers']], times: 100, whenEmpty: 0 },
    rising(6),
  ),
]);

const service = force('service', '服务力', 0.35, [
  term('regularity', '更新规律', '天', 0.2, { of: ['longestGapDays'] }, falling(7, 2)),
  term(
    'supply',
    '周均发布篇数',
    '篇',
    0.15,
    { of: ['articles'], over: [['days']], times: 7 },
    rising(5, 1),
  ),
  term('entries', '有效服务入口', '个', 0.2, { of: ['workingServiceEntries'] }, rising(4, 1)),
  term(
    'uses',
    '千名关注者月均服务使用',
    '次',
    0.15,
    { of: ['serviceUses'], over: [['followers'], ['days']], times: 30_000, whenEmpty: 0 },
    rising(20),
  ),
  term(
    'completion',
    '办结率',
    '%',
    0.15,
    { of: ['serviceCompletions'], over: [['serviceUses']] },
    share(0.5, 10),
  ),
  term(
    'satisfaction',
    '满意度',
    '%',
    0.15,
    { of: ['satisfied'], over: [['satisfactionAnswers']] },
    share(0.5, 20),
  ),
]);

const interaction = force('interaction', '互动力', 0.35, [
  term('comments', '千次阅读留言', '条', 0.2, perThousandReads('comments'), rising(2)),
  term('replies', '留言回复率', '%', 0.2, { of: ['replies'], over: [['comments']] }, share(0.5, 5)),
  term('speed', '回复时长', '小时', 0.15, { of: ['medianReplyHours'] }, falling(24, 1)),
  term('approval', '千次阅读在看与点赞', '次', 0.2, perThousandReads('likes', 'wows'), rising(10)),
  term(
    'messages',
    '私信回复率',
    '%',
    0.1,
    { of: ['messageReplies'], over: [['messages']] },
    share(0.5, 5),
  ),
  term(
    'retention',
    '月流失率',
    '%',
    0.15,
    {
      of: ['lostFollowers'],
      over: [['followers', 'lostFollowers'], ['days']],
      times: 30,
      whenEmpty: 0,
    },
    falling(0.02, 1),
  ),
]);

/** This product's own three-force index; every choice is argued in docs/schemes/zhengwei-1.md. */
export const zhengwei1: Scheme = {
  id: 'zhengwei-1',
  family: 'zhengwei',
  version: '1',
  name: '政微传播指数',
  purpose: 'research',
  effective: { from: '2025-01-01', to: null },
  measure: 'times',
  otherMeasure: 'lower-bound',
  readCap: 100_001,
  root: {
    key: 'communication-index',
    label: '传播指数',
    weight: 1,
    minimum: 1,
    children: [dissemination, service, interaction],
  },
  final: { kind: 'identity' },
  withoutArticles: { valueless: ['interaction'] },
  maximum: 100,
  sources: [
    {
      title: '三力合成权重 0.30/0.35/0.35：由 2023 年第三季度政务微博影响力报告反推',
      url: 'https://321phb.com/xinwen/guonei/43638.html',
    },
    { title: '各项参照值与项内权重：本产品自定，见 docs/schemes/zhengwei-1.md', url: null },
  ],
};
