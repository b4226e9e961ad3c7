import type { Scheme } from '../scheme';
import { twoParts } from './wci-parts';

/** Totals become daily means; docs/schemes/wci-12.0.md. */
export const wci12: Scheme = {
  id: 'wci-12.0',
  family: 'wci',
  version: 'V12.0',
  name: '微信传播指数 WCI V12.0',
  purpose: 'research',
  effective: { from: '2016-08-01', to: '2017-06-30' },
  measure: 'times',
  otherMeasure: 'refuse',
  oneMark: true,
  readCap: 100_001,
  root: twoParts({ daily: true, likeTimes: 10 }),
  final: { kind: 'square', factor: 10 },
  maximum: null,
  sources: [
    { title: 'WCI V12.0 指标表', url: 'https://html.scirp.org/file/_25-1531461_1.htm' },
    { title: 'WCI V12.0 说明', url: 'https://m.xcditu.com/wz/20161214/6509.html' },
  ],
};
