import type { Group, Quantity, Scheme, Term, Transform } from '../scheme';

type Unweighted = Omit<Term, 'key' | 'weight'>;

const duty = (
  label: string,
  unit: string | undefined,
  quantity: Quantity,
  transform: Transform,
): Unweighted => ({ label, unit, quantity, transform });

const shareOf = (prior: number, cases: number): Transform => ({ kind: 'share', prior, cases });

/** What an office may lawfully be assessed by: no popularity. */
const duties = {
  regularity: duty(
    '更新规律',
    '天',
    { of: ['longestGapDays'] },
    { kind: 'decay', half: 7, power: 2 },
  ),
  correctness: duty(
    '内容合规',
    '个',
    { of: ['openFindings'] },
    { kind: 'decay', half: 2, power: 1 },
  ),
  availability: duty(
    '互动功能可用',
    undefined,
    { of: ['interactionAvailable'] },
    { kind: 'identity' },
  ),
  replies: duty(
    '留言与私信回复率',
    '%',
    { of: ['replies', 'messageReplies'], over: [['comments', 'messages']] },
    shareOf(0.5, 5),
  ),
  speed: duty(
    '回复时长',
    '小时',
    { of: ['medianReplyHours'] },
    { kind: 'decay', half: 24, power: 1 },
  ),
  entries: duty(
    '服务入口有效率',
    '%',
    { of: ['workingServiceEntries'], over: [['serviceEntries']] },
    shareOf(0.5, 2),
  ),
  completion: duty(
    '办结率',
    '%',
    { of: ['serviceCompletions'], over: [['serviceUses']] },
    shareOf(0.5, 10),
  ),
  satisfaction: duty(
    '满意度',
    '%',
    { of: ['satisfied'], over: [['satisfactionAnswers']] },
    shareOf(0.5, 20),
  ),
};

type Duty = keyof typeof duties;

/** 履职指数 of the duties that have a weight, in the order of the weights. */
export const dutyIndex = (weights: Partial<Record<Duty, number>>): Group => ({
  key: 'duty-index',
  label: '履职指数',
  weight: 1,
  scale: 100,
  minimum: 0.6,
  children: Object.entries(weights).map(([key, weight]) => ({
    key,
    weight,
    ...duties[key as Duty],
  })),
});

/** Why no popularity may enter. */
export const popularityForbidden: Scheme['sources'][number] = {
  title: '《关于防治“指尖上的形式主义”的若干意见》（2023）：不得以关注点赞、转发评论为考核依据',
  url: 'https://www.fx361.cc/page/2024/0111/23155380.shtml',
};
