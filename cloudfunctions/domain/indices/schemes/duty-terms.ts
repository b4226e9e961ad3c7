import type { Quantity, Term, Transform } from '../scheme';

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

/** The duties that have a weight, in the order of the weights. */
export const dutyTerms = (weights: Partial<Record<Duty, number>>): Term[] =>
  Object.entries(weights).map(([key, weight]) => ({ key, weight, ...duties[key as Duty] }));
