import type { ExplanationNode } from '../typings/indices';
import { formatBrief, formatQuantity } from './figures';

type Input = ExplanationNode['inputs'][number];

const answers: Partial<Record<Input['name'], (value: number) => string>> = {
  interactionAvailable: (value) => (value === 1 ? '可用' : '不可用'),
};

/** A metric's figure, with a unit where one is given; one that only says whether is told in words. */
export function metricFigure(
  name: Input['name'],
  value: number | null,
  unit: string | null = null,
): string {
  const answer = answers[name];
  if (answer && value !== null) return answer(value);
  return unit === null ? formatBrief(value) : `${formatBrief(value)} ${unit}`;
}

/** What a term measures, with its unit, or in the words of its only figure. */
export function quantityFigure({ inputs, unit }: ExplanationNode, value: number | null): string {
  const [only, ...more] = inputs;
  return only && more.length === 0 && answers[only.name]
    ? metricFigure(only.name, value)
    : formatQuantity(value, unit);
}
