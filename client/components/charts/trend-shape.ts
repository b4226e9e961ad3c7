import { scaleLinear, scalePoint } from 'd3-scale';
import { area, line } from 'd3-shape';

export interface TrendValue {
  label: string;
  /** null breaks the line: a missing period is a gap, never a zero */
  value: number | null;
}

export interface TrendShape {
  /** SVG paths in a box of the asked size */
  line: string;
  area: string;
  /** one for each value, in order; `y` is null where the value is missing */
  points: { x: number; y: number | null }[];
  /** horizontal rules */
  ticks: { value: number; y: number }[];
}

const inset = 10;

/**
 * Lays values out in a box of `width` × `height`. The scale is rounded outwards and does not start
 * at zero, since it is the change that is looked at, but never so narrow that noise looks like one.
 */
export function trendShape(values: TrendValue[], width: number, height: number): TrendShape {
  const known = values.flatMap(({ value }) => (value === null ? [] : [value]));
  const low = Math.min(...known);
  const high = Math.max(...known);
  const margin = Math.max((high - low) * 0.15, Math.abs(high) * 0.02, 0.5);
  const domain = known.length > 0 ? [floorOf(low, margin), high + margin] : [0, 1];
  const y = scaleLinear()
    .domain(domain)
    .nice(3)
    .range([height - inset, inset]);
  const x = scalePoint<number>()
    .domain(values.map((_, index) => index))
    .range([inset, width - inset]);

  const points = values.map(({ value }, index) => ({
    x: x(index) ?? width / 2,
    y: value === null ? null : y(value),
  }));
  const isKnown = (point: { y: number | null }) => point.y !== null;
  const draw = line<(typeof points)[number]>()
    .defined(isKnown)
    .x((point) => round(point.x))
    .y((point) => round(point.y ?? 0));
  const fill = area<(typeof points)[number]>()
    .defined(isKnown)
    .x((point) => round(point.x))
    .y0(height)
    .y1((point) => round(point.y ?? 0));

  return {
    line: draw(points) ?? '',
    area: fill(points) ?? '',
    points,
    ticks: y.ticks(3).map((value) => ({ value, y: y(value) })),
  };
}

/** A count or a share has no room under zero. */
function floorOf(low: number, margin: number): number {
  return low >= 0 ? Math.max(0, low - margin) : low - margin;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
