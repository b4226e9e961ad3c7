import type { InputName } from '../../../../typings/indices';
import type { Quantity, Scheme, Term } from '../scheme';

const mark = (
  key: string,
  label: string,
  weight: number,
  quantity: Quantity,
  full: number,
  each: 'day' | 'period',
): Term => ({ key, label, weight, quantity, transform: { kind: 'log-share', full, each } });

const total = (name: InputName): Quantity => ({ of: [name] });

/** docs/schemes/nri.md */
export const nri: Scheme = {
  id: 'nri',
  family: 'nri',
  version: '2017',
  name: '新榜指数 NRI',
  purpose: 'research',
  effective: { from: '2017-04-20', to: null },
  measure: 'times',
  otherMeasure: 'refuse',
  oneMark: true,
  readCap: 100_000,
  root: {
    key: 'nri',
    label: '新榜指数',
    weight: 1,
    minimum: 1,
    children: [
      mark('reads', '总阅读数', 0.75, total('reads'), 800_000, 'day'),
      mark('peak', '最高阅读数', 0.05, total('maxReads'), 100_000, 'period'),
      mark(
        'average',
        '平均阅读数',
        0.1,
        { of: ['reads'], over: [['articles']], round: 'floor', whenEmpty: 0 },
        100_000,
        'period',
      ),
      mark('headline', '头条阅读数', 0.05, total('headlineReads'), 100_000, 'day'),
      mark('likes', '总点赞数', 0.05, total('wows'), 80_000, 'day'),
    ],
  },
  final: { kind: 'identity' },
  maximum: null,
  sources: [{ title: '2017–2018 年新榜账号日榜数据（含五项分值）逐位复算', url: null }],
};
