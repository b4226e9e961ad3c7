import type { InputName } from '../../../typings/indices';
import { metricFacts } from './metrics.data';
import type { QuantityInput } from './scheme';

export const inputNames = Object.keys(metricFacts) as InputName[];

/** Place of the period's days in `Figures`. */
export const daysIndex = inputNames.length;

const places = new Map<string, number>(inputNames.map((name, index) => [name, index]));
places.set('days', daysIndex);

/** Checked numbers by place; NaN is unknown. Flat, because a board scores hundreds of thousands. */
export type Figures = Float64Array;

export const unknownFigures = (): Figures => new Float64Array(daysIndex + 1).fill(Number.NaN);

export function placeOf(name: QuantityInput): number {
  return places.get(name) ?? -1;
}

export function figureOf(figures: Figures, name: QuantityInput): number | null {
  const value = figures[placeOf(name)];
  return value === undefined || Number.isNaN(value) ? null : value;
}

/** A copy with one figure changed, for asking what a change would do. */
export function withFigure(figures: Figures, name: QuantityInput, value: number): Figures {
  const changed = figures.slice();
  changed[placeOf(name)] = value;
  return changed;
}

/** Chinese label of an input. */
export const inputLabel = (name: QuantityInput): string =>
  name === 'days' ? '天数' : metricFacts[name].label;
