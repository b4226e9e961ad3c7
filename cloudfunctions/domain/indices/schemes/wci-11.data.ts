import type { Scheme } from '../scheme';
import { twoParts } from './wci-parts';

/** Likes count ten times, averages are rounded to one decimal; docs/schemes/wci-11.md. */
export const wci11: Scheme = {
  id: 'wci-11',
  family: 'wci',
  version: 'V11',
  name: '微信传播指数 WCI V11',
  purpose: 'research',
  effective: { from: '2016-05-01', to: '2016-07-31' },
  measure: 'times',
  otherMeasure: 'refuse',
  oneMark: true,
  readCap: 100_001,
  root: twoParts({ daily: false, likeTimes: 10, round: 'tenth' }),
  final: { kind: 'square', factor: 10 },
  maximum: null,
  sources: [{ title: '由清博 2016 年 5 月日榜数据反推', url: null }],
};
