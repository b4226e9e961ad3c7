import type { Scheme } from '../scheme';
import { dutyIndex, popularityForbidden } from './duty-index';

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
  root: dutyIndex({
    regularity: 0.2,
    correctness: 0.2,
    availability: 0.1,
    replies: 0.2,
    speed: 0.1,
    entries: 0.1,
    completion: 0.1,
  }),
  final: { kind: 'identity' },
  maximum: 100,
  sources: [
    popularityForbidden,
    { title: '各项参照值与权重：本产品自定，见 docs/schemes/zhengwei-assess-1.md', url: null },
  ],
};
