import { refused } from '../errors';
import { isDocument, type Value } from '../values/types';

/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number];

/** A GeoJSON geometry taken apart into what it is made of. */
export interface Shape {
  points: Position[];
  lines: Position[][];
  /** each an outer ring and its holes, closed */
  polygons: Position[][][];
}

type Take = (coordinates: Value) => Partial<Shape>;

const readers: Record<string, Take> = {
  Point: (coordinates) => ({ points: [position(coordinates)] }),
  MultiPoint: (coordinates) => ({ points: listOf(coordinates, position) }),
  LineString: (coordinates) => ({ lines: [line(coordinates)] }),
  MultiLineString: (coordinates) => ({ lines: listOf(coordinates, line) }),
  Polygon: (coordinates) => ({ polygons: [polygon(coordinates)] }),
  MultiPolygon: (coordinates) => ({ polygons: listOf(coordinates, polygon) }),
};

/** Reads GeoJSON; undefined for what is none. */
export function readShape(value: Value | undefined): Shape | undefined {
  if (!isDocument(value) || typeof value.type !== 'string') return undefined;
  if (value.type === 'GeometryCollection') return readCollection(value.geometries);
  const reader = Object.hasOwn(readers, value.type) ? readers[value.type] : undefined;
  if (!reader) return undefined;
  try {
    return { points: [], lines: [], polygons: [], ...reader(value.coordinates ?? null) };
  } catch (error) {
    if (error instanceof NotGeometry) return undefined;
    throw error;
  }
}

/** Reads the geometry that an operator is given. @throws ServiceError naming the operator */
export function requireShape(value: Value | undefined, operator: string): Shape {
  const shape = readShape(value);
  if (!shape) throw refused(`${operator} needs a GeoJSON geometry`);
  return shape;
}

export function requirePoint(value: Value | undefined, operator: string): Position {
  const [point] = requireShape(value, operator).points;
  if (!point) throw refused(`${operator} needs a GeoJSON Point`);
  return point;
}

class NotGeometry extends Error {}

function readCollection(geometries: Value | undefined): Shape | undefined {
  if (!Array.isArray(geometries)) return undefined;
  const shapes = geometries.map(readShape);
  const whole: Shape = { points: [], lines: [], polygons: [] };
  for (const shape of shapes) {
    if (!shape) return undefined;
    whole.points.push(...shape.points);
    whole.lines.push(...shape.lines);
    whole.polygons.push(...shape.polygons);
  }
  return whole;
}

function listOf<Item>(coordinates: Value, read: (item: Value) => Item): Item[] {
  if (!Array.isArray(coordinates) || coordinates.length === 0) throw new NotGeometry();
  return coordinates.map(read);
}

function position(coordinates: Value): Position {
  if (!Array.isArray(coordinates)) throw new NotGeometry();
  const [longitude, latitude] = coordinates;
  if (typeof longitude !== 'number' || typeof latitude !== 'number') throw new NotGeometry();
  if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) throw new NotGeometry();
  return [longitude, latitude];
}

function line(coordinates: Value): Position[] {
  const positions = listOf(coordinates, position);
  if (positions.length < 2) throw new NotGeometry();
  return positions;
}

function polygon(coordinates: Value): Position[][] {
  return listOf(coordinates, (ring) => {
    const positions = listOf(ring, position);
    const first = positions[0];
    const last = positions.at(-1);
    if (positions.length < 4 || first?.[0] !== last?.[0] || first?.[1] !== last?.[1])
      throw new NotGeometry();
    return positions;
  });
}
