import type { Scheme } from '../scheme';
import { fourParts } from './wci-parts';

/** The variant with 转发; docs/schemes/wci-14.2-shares.md. */
export const wci142Shares: Scheme = {
  id: 'wci-14.2-shares',
  family: 'wci-shares',
  version: 'V14.2（含转发）',
  name: '微信传播指数 WCI V14.2（含转发）',
  purpose: 'research',
  effective: { from: '2020-10-11', to: null },
  measure: 'times',
  otherMeasure: 'refuse',
  readCap: 100_001,
  root: fourParts(
    { overall: 0.6, perArticle: 0.2, headline: 0.1, peak: 0.1 },
    { reads: 0.7, wows: 0.09, likes: 0.06, shares: 0.15 },
  ),
  final: { kind: 'square', factor: 12 },
  maximum: null,
  sources: [{ title: '清博指数 WCI V14.2 说明页', url: 'https://stevekatra.com/site/usage-1' }],
};
