import type { Scheme } from '../scheme';
import { dutyIndex, popularityForbidden } from './duty-index';

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
  root: dutyIndex({
    regularity: 0.18,
    correctness: 0.18,
    availability: 0.09,
    replies: 0.18,
    speed: 0.09,
    entries: 0.09,
    completion: 0.09,
    satisfaction: 0.1,
  }),
  final: { kind: 'identity' },
  maximum: 100,
  sources: [
    popularityForbidden,
    {
      title: '各项参照值与权重：本产品自定，见 docs/schemes/zhengwei-assess-1-satisfaction.md',
      url: null,
    },
  ],
};
