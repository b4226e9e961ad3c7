import type { Quantity, Scheme, Term, Transform } from '../scheme';

const term = (
  key: string,
  label: string,
  unit: string | undefined,
  weight: number,
  quantity: Quantity,
  transform: Transform,
): Term => ({ key, label, unit, weight, quantity, transform });

/** What an office may lawfully assess by: no popularity; docs/schemes/zhengwei-assess-1.md. */
export const zhengweiAssess1: Scheme = {
  id: 'zhengwei-assess-1',
  family: 'zhengwei-assess',
  version: '1',
  name: '政微履职指数（考核口径）',
  purpose: 'assessment',
  effective: { from: '2025-01-01', to: null },
  measure: 'either',
  otherMeasure: 'refuse',
  readCap: 100_001,
  root: {
    key: 'duty-index',
    label: '履职指数',
    weight: 1,
    scale: 100,
    minimum: 0.6,
    children: [
      term(
        'regularity',
        '更新规律',
        '天',
        0.2,
        { of: ['longestGapDays'] },
        { kind: 'decay', half: 7, power: 2 },
      ),
      term(
        'correctness',
        '内容合规',
        '个',
        0.2,
        { of: ['openFindings'] },
        { kind: 'decay', half: 2, power: 1 },
      ),
      term(
        'availability',
        '互动功能可用',
        undefined,
        0.1,
        { of: ['interactionAvailable'] },
        { kind: 'identity' },
      ),
      term(
        'replies',
        '留言与私信回复率',
        '%',
        0.2,
        { of: ['replies', 'messageReplies'], over: [['comments', 'messages']] },
        { kind: 'share', prior: 0.5, cases: 5 },
      ),
      term(
        'speed',
        '回复时长',
        '小时',
        0.1,
        { of: ['medianReplyHours'] },
        { kind: 'decay', half: 24, power: 1 },
      ),
      term(
        'entries',
        '服务入口有效率',
        '%',
        0.1,
        { of: ['workingServiceEntries'], over: [['serviceEntries']] },
        { kind: 'share', prior: 0.5, cases: 2 },
      ),
      term(
        'completion',
        '办结率',
        '%',
        0.1,
        { of: ['serviceCompletions'], over: [['serviceUses']] },
        { kind: 'share', prior: 0.5, cases: 10 },
      ),
    ],
  },
  final: { kind: 'identity' },
  maximum: 100,
  sources: [
    {
      title: '《关于防治“指尖上的形式主义”的若干意见》（2023）：不得以关注点赞、转发评论为考核依据',
      url: 'https://www.fx361.cc/page/2024/0111/23155380.shtml',
    },
    { title: '各项参照值与权重：本产品自定，见 docs/schemes/zhengwei-assess-1.md', url: null },
  ],
};
