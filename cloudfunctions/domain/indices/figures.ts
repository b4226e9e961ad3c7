import type { InputName } from '../../../typings/indices';
import { metricFacts } from './metrics.data';
import type { QuantityInput } from './scheme';

export const inputNames = Object.keys(metricFacts) as InputName[];

/** Place of the period's days in `Figures`. */
export const daysIndex = inputNames.length;

const places = new Map<string, number>(inputNames.map((name, index) => [name, index]));
places.set('days', daysIndex);

/** Checked numbers by place; NaN is unknown. Flat, because a board scores hundreds of thousands. */
export type Figures = number[];

const noFigures: Figures = Array.from({ length: daysIndex + 1 }, () => Number.NaN);

export const unknownFigures = (): Figures => noFigures.slice();

export function placeOf(name: QuantityInput): number {
  return places.get(name) ?? -1;
}

/** What stands at a place; NaN is unknown, with which every comparison is false. */
export const at = (figures: readonly number[], place: number): number =>
  figures[place] ?? Number.NaN;

export function figureOf(figures: Figures, name: QuantityInput): number | null {
  return knownOf(figures[placeOf(name)]);
}

/** A number or null, from a number that is NaN when unknown. */
export const knownOf = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** Chinese label of an input. */
export const inputLabel = (name: QuantityInput): string =>
  name === 'days' ? '天数' : metricFacts[name].label;
