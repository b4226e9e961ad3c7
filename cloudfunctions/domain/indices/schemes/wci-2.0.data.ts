import type { Scheme } from '../scheme';
import { twoParts } from './wci-parts';

/** Totals over the period, likes as they are; docs/schemes/wci-2.0.md. */
export const wci2: Scheme = {
  id: 'wci-2.0',
  family: 'wci',
  version: 'V2.0',
  name: '微信传播指数 WCI V2.0',
  purpose: 'research',
  effective: { from: null, to: '2016-04-30' },
  measure: 'times',
  otherMeasure: 'refuse',
  oneMark: true,
  readCap: 100_001,
  root: twoParts({ daily: false, likeTimes: 1 }),
  final: { kind: 'square', factor: 10 },
  maximum: null,
  sources: [{ title: 'WCI V2.0 公式与算例', url: 'http://www.gulangu.com/a/344.html' }],
};
