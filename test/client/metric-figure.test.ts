import { metricFigure, quantityFigure } from '../../client/metric-figure';
import type { ExplanationNode } from '../../typings/indices';

const term = (inputs: ExplanationNode['inputs'], unit: string | null = null) =>
  ({ inputs, unit }) as ExplanationNode;

it.each<[Parameters<typeof metricFigure>, string]>([
  [['interactionAvailable', 1], '可用'],
  [['interactionAvailable', 0, '1 或 0'], '不可用'],
  [['interactionAvailable', null], '—'],
  [['serviceUses', 1200], '1,200'],
  [['serviceUses', 1200, '次'], '1,200 次'],
])('%j reads %s', (given, text) => {
  expect(metricFigure(...given)).toBe(text);
});

it('tells a term of one such figure in its words, and any other with its unit', () => {
  const available = term([{ name: 'interactionAvailable', value: 1 }]);
  expect(quantityFigure(available, 0)).toBe('不可用');
  expect(quantityFigure(available, null)).toBe('—');
  expect(quantityFigure(term([{ name: 'longestGapDays', value: 3 }], '天'), 3)).toBe('3 天');
  const two = term([
    { name: 'interactionAvailable', value: 1 },
    { name: 'replies', value: 4 },
  ]);
  expect(quantityFigure(two, 0.25)).toBe('0.25');
});
