import type { Scheme } from '../scheme';
import { dutyTerms } from './duty-terms';

/** The variant with 满意度; docs/schemes/zhengwei-assess-1-satisfaction.md. */
export const zhengweiAssess1Satisfaction: Scheme = {
  id: 'zhengwei-assess-1-satisfaction',
  family: 'zhengwei-assess-satisfaction',
  version: '1（含满意度）',
  name: '政微履职指数（考核口径，含满意度）',
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
      regularity: 0.18,
      correctness: 0.18,
      availability: 0.09,
      replies: 0.18,
      speed: 0.09,
      entries: 0.09,
      completion: 0.09,
      satisfaction: 0.1,
    }),
  },
  final: { kind: 'identity' },
  maximum: 100,
  sources: [
    {
      title: '《关于防治“指尖上的形式主义”的若干意见》（2023）：不得以关注点赞、转发评论为考核依据',
      url: 'https://www.fx361.cc/page/2024/0111/23155380.shtml',
    },
    {
      title: '各项参照值与权重：本产品自定，见 docs/schemes/zhengwei-assess-1-satisfaction.md',
      url: null,
    },
  ],
};
