import type { ForceInput } from '../../../../typings/indices';
import type { Scheme, Term } from '../scheme';

const force = (key: ForceInput, label: string, weight: number): Term => ({
  key,
  label,
  weight,
  quantity: { of: [key] },
  transform: { kind: 'identity' },
});

/** docs/schemes/city-competitiveness.md */
export const cityCompetitiveness: Scheme = {
  id: 'city-competitiveness',
  family: 'city-competitiveness',
  version: '2023',
  name: '全国城市政务竞争力指数',
  purpose: 'research',
  effective: { from: '2023-07-01', to: null },
  measure: 'either',
  otherMeasure: 'refuse',
  readCap: 100_001,
  root: {
    key: 'competitiveness',
    label: '竞争力指数',
    weight: 1,
    minimum: 1,
    children: [
      force('dissemination', '传播力', 0.3),
      force('service', '服务力', 0.35),
      force('interaction', '互动力', 0.35),
    ],
  },
  final: { kind: 'identity' },
  maximum: 100,
  sources: [
    {
      title: '2023 年第三季度政务微博影响力报告（30 城）',
      url: 'https://321phb.com/xinwen/guonei/43638.html',
    },
  ],
};
