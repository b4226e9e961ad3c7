import type { Scheme } from '../scheme';
import { dutyTerms } from './duty-terms';

/** What an office may lawfully assess by; docs/schemes/zhengwei-assess-1.md. */
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
    children: dutyTerms({
      regularity: 0.2,
      correctness: 0.2,
      availability: 0.1,
      replies: 0.2,
      speed: 0.1,
      entries: 0.1,
      completion: 0.1,
    }),
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
