import type { Scheme } from '../scheme';
import { fourParts } from './wci-parts';

/** Adds 点赞 beside 在看; docs/schemes/wci-14.2.md. */
export const wci142: Scheme = {
  id: 'wci-14.2',
  family: 'wci',
  version: 'V14.2',
  name: '微信传播指数 WCI V14.2',
  purpose: 'research',
  effective: { from: '2020-10-11', to: null },
  measure: 'times',
  otherMeasure: 'refuse',
  readCap: 100_001,
  root: fourParts(
    { overall: 0.6, perArticle: 0.2, headline: 0.1, peak: 0.1 },
    { reads: 0.85, wows: 0.09, likes: 0.06 },
  ),
  final: { kind: 'square', factor: 12 },
  maximum: null,
  sources: [{ title: 'WCI V14.2 公式', url: 'https://m.weizhi.cc/tech/detail-262353.html' }],
};
