import { isWithin, toRegion } from './relate';
import type { Position, Shape } from './shapes';
import {
  angle,
  cross,
  distance,
  dot,
  earthRadius,
  normalise,
  toVector,
  type Vector,
} from './sphere';

/**
 * How many metres a shape's nearest part is from a position; 0 within a polygon.
 * @throws ServiceError naming the operator when a polygon does not fit into a hemisphere
 */
export function distanceTo(shape: Shape, from: Position, operator: string): number {
  const { points, lines, polygons } = shape;
  if (polygons.length > 0) {
    const region = toRegion({ points: [], lines: [], polygons }, operator);
    if (isWithin({ points: [from], lines: [], polygons: [] }, region)) return 0;
  }
  const position = toVector(from);
  const edges = [...lines, ...polygons.flat()].flatMap((line) => edgesOf(line.map(toVector)));
  return Math.min(
    ...points.map((point) => distance(point, from)),
    ...edges.map((edge) => angleToEdge(position, edge) * earthRadius),
  );
}

type Edge = readonly [start: Vector, end: Vector];

function edgesOf(line: Vector[]): Edge[] {
  return line.slice(1).map((end, index): Edge => [line[index] ?? end, end]);
}

/** Straight to the edge's great circle where that meets the edge, to its nearer end elsewhere. */
function angleToEdge(position: Vector, [start, end]: Edge): number {
  const pole = normalise(cross(start, end));
  const isBeside = dot(cross(pole, start), position) > 0 && dot(cross(end, pole), position) > 0;
  if (!isBeside) return Math.min(angle(position, start), angle(position, end));
  const height = dot(position, pole);
  return Math.abs(Math.atan2(height, Math.sqrt(Math.max(0, 1 - height * height))));
}
