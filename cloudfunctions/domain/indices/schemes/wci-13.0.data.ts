import type { Scheme } from '../scheme';
import { fourParts } from './wci-parts';

/** Four sub-indices; docs/schemes/wci-13.0.md. */
export const wci13: Scheme = {
  id: 'wci-13.0',
  family: 'wci',
  version: 'V13.0',
  name: '微信传播指数 WCI V13.0',
  purpose: 'research',
  effective: { from: '2017-07-01', to: '2020-10-10' },
  measure: 'times',
  otherMeasure: 'refuse',
  oneMark: true,
  readCap: 100_001,
  root: fourParts(
    { overall: 0.3, perArticle: 0.3, headline: 0.3, peak: 0.1 },
    { reads: 0.85, wows: 0.15 },
  ),
  final: { kind: 'square', factor: 10 },
  maximum: null,
  sources: [
    { title: 'WCI V13.0 的公开实现', url: 'https://github.com/sunl888/wechat_rank' },
    { title: 'WCI V13.0 的变量与启用日期', url: 'https://zhangjunbk.com/article/28649' },
  ],
};
