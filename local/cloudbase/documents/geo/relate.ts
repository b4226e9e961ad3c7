import { refused } from '../errors';
import type { Position, Shape } from './shapes';
import { cross, dot, normalise, toVector, type Vector } from './sphere';

type Flat = readonly [x: number, y: number];

/**
 * A region drawn on a plane that touches the earth in the region's middle: great circles become straight
 * lines there, so that plane geometry answers for the sphere. Holds for what is smaller than a hemisphere.
 */
export interface Region {
  shape: Shape;
  project: (position: Position) => Flat | undefined;
}

const nearHorizon = 1e-6;

/** @throws ServiceError when the region does not fit into a hemisphere */
export function toRegion(shape: Shape, operator: string): Region {
  const vectors = positionsOf(shape).map(toVector);
  const centre = normalise(
    vectors.reduce<Vector>(
      (sum, vector) => [sum[0] + vector[0], sum[1] + vector[1], sum[2] + vector[2]],
      [0, 0, 0],
    ),
  );
  if (vectors.some((vector) => dot(vector, centre) < nearHorizon)) {
    throw refused(`${operator} does not serve a geometry as large as a hemisphere`);
  }
  const east = normalise(cross(Math.abs(centre[2]) > 0.9 ? [1, 0, 0] : [0, 0, 1], centre));
  const north = cross(centre, east);
  return {
    shape,
    project: (position) => {
      const vector = toVector(position);
      const depth = dot(vector, centre);
      return depth < nearHorizon
        ? undefined
        : [dot(vector, east) / depth, dot(vector, north) / depth];
    },
  };
}

/** True when every part of a shape lies in the region's polygons, their edges included. */
export function isWithin(shape: Shape, region: Region): boolean {
  const flat = flatten(shape, region);
  if (!flat) return false;
  const polygons = flatten(region.shape, region)?.polygons ?? [];
  return (
    flat.points.every((point) => polygons.some((polygon) => inPolygon(point, polygon))) &&
    flat.lines.every((line) => polygons.some((polygon) => lineInPolygon(line, polygon))) &&
    flat.polygons.every((inner) => polygons.some((polygon) => polygonInPolygon(inner, polygon)))
  );
}

/** True when a shape and the region share a point. */
export function intersects(shape: Shape, region: Region): boolean {
  const flat = flatten(shape, region);
  const other = flatten(region.shape, region);
  if (!flat || !other) return false;
  return meets(flat, other) || meets(other, flat) || edgesMeet(flat, other);
}

interface FlatShape {
  points: Flat[];
  lines: Flat[][];
  polygons: Flat[][][];
}

/** Any vertex of one in the other: on its points, its lines or in its polygons. */
function meets(one: FlatShape, other: FlatShape): boolean {
  const vertices = [...one.points, ...one.lines.flat(), ...one.polygons.flat(2)];
  return vertices.some(
    (vertex) =>
      other.points.some((point) => samePlace(vertex, point)) ||
      other.lines.some((line) => onLine(vertex, line)) ||
      other.polygons.some((polygon) => inPolygon(vertex, polygon)),
  );
}

function edgesMeet(one: FlatShape, other: FlatShape): boolean {
  const others = edgesOf([...other.lines, ...other.polygons.flat()]);
  return edgesOf([...one.lines, ...one.polygons.flat()]).some(([a, b]) =>
    others.some(([c, d]) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0),
  );
}

function lineInPolygon(line: Flat[], polygon: Flat[][]): boolean {
  if (!line.every((point) => inPolygon(point, polygon))) return false;
  const rings = edgesOf(polygon);
  return edgesOf([line]).every(([a, b]) => {
    const crosses = rings.some(
      ([c, d]) => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0,
    );
    return !crosses && inPolygon([(a[0] + b[0]) / 2, (a[1] + b[1]) / 2], polygon);
  });
}

function polygonInPolygon(inner: Flat[][], polygon: Flat[][]): boolean {
  const [outer = [], ...holes] = inner;
  if (!lineInPolygon(outer, polygon)) return false;
  return polygon.slice(1).every((hole) => {
    const inside = hole.every((point) => inRing(point, outer) && !onLine(point, outer));
    return !inside || holes.some((own) => hole.every((point) => inRing(point, own)));
  });
}

function inPolygon(point: Flat, [outer = [], ...holes]: Flat[][]): boolean {
  if (onLine(point, outer)) return true;
  if (!inRing(point, outer)) return false;
  return !holes.some((hole) => inRing(point, hole) && !onLine(point, hole));
}

/** Counts how often a ray to the right crosses the ring. */
function inRing([x, y]: Flat, ring: Flat[]): boolean {
  let inside = false;
  for (const [a, b] of edgesOf([ring])) {
    if (a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0])
      inside = !inside;
  }
  return inside;
}

function onLine(point: Flat, line: Flat[]): boolean {
  return edgesOf([line]).some(([a, b]) => {
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (length === 0) return samePlace(point, a);
    if (Math.abs(side(a, b, point)) > length * 1e-12) return false;
    const along = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length;
    return along >= -1e-12 && along <= length + 1e-12;
  });
}

function samePlace(a: Flat, b: Flat): boolean {
  return Math.hypot(a[0] - b[0], a[1] - b[1]) < 1e-12;
}

/** Positive when the third point lies to the left of the line through the first two. */
function side(a: Flat, b: Flat, point: Flat): number {
  return (b[0] - a[0]) * (point[1] - a[1]) - (b[1] - a[1]) * (point[0] - a[0]);
}

function edgesOf(lines: Flat[][]): [Flat, Flat][] {
  return lines.flatMap((line) =>
    line.slice(1).map((end, index): [Flat, Flat] => [line[index] ?? end, end]),
  );
}

/** Undefined when some of the shape lies beyond the horizon of the region's plane. */
function flatten(shape: Shape, { project }: Region): FlatShape | undefined {
  if (positionsOf(shape).some((position) => project(position) === undefined)) return undefined;
  const flat = (positions: Position[]): Flat[] =>
    positions.map((position) => project(position) ?? [0, 0]);
  return {
    points: flat(shape.points),
    lines: shape.lines.map(flat),
    polygons: shape.polygons.map((polygon) => polygon.map(flat)),
  };
}

function positionsOf({ points, lines, polygons }: Shape): Position[] {
  return [...points, ...lines.flat(), ...polygons.flat(2)];
}
