import { refused } from '../errors';
import { distanceTo } from '../geo/nearest';
import { intersects, isWithin, toRegion } from '../geo/relate';
import { type Position, readShape, requirePoint, requireShape } from '../geo/shapes';
import { angle, toVector } from '../geo/sphere';
import { reach } from '../values/paths';
import { type Document, isDocument, type Value } from '../values/types';
import type { Predicate } from './operators';

type Make = (operand: Value) => Predicate;

const makers: Record<string, Make> = {
  $geoWithin: makeWithin,
  $geoIntersects: (operand) => {
    const region = toRegion(
      requireShape(argument(operand, '$geometry'), '$geoIntersects'),
      '$geoIntersects',
    );
    return anyShape((value) => {
      const shape = readShape(value);
      return shape !== undefined && intersects(shape, region);
    });
  },
  $near: (operand) => makeNear('$near', operand),
  $nearSphere: (operand) => makeNear('$nearSphere', operand),
};

/** The test that a geographic operator makes; undefined for an operator of another kind. */
export function geoPredicate(name: string, operand: Value): Predicate | undefined {
  return Object.hasOwn(makers, name) ? makers[name]?.(operand) : undefined;
}

export interface Nearness {
  path: string;
  centre: Position;
}

/** `$near` also sorts: where it stands at a query's top, the answer goes by distance. */
export function nearnessOf(query: Document): Nearness | undefined {
  for (const [path, condition] of Object.entries(query)) {
    if (path === '$and' && Array.isArray(condition)) {
      const [found] = condition.flatMap((branch) =>
        isDocument(branch) ? (nearnessOf(branch) ?? []) : [],
      );
      if (found) return found;
    }
    if (!isDocument(condition)) continue;
    const operand = condition.$nearSphere ?? condition.$near;
    if (operand !== undefined)
      return { path, centre: requirePoint(argument(operand, '$geometry'), '$near') };
  }
  return undefined;
}

/** The distance in metres of the nearest geometry at a path; undefined when there is none. */
export function distanceAt(document: Document, { path, centre }: Nearness): number | undefined {
  const distances = reach(document, path)
    .flatMap((value) => (Array.isArray(value) ? value : [value]))
    .flatMap((value) => readShape(value) ?? [])
    .map((shape) => distanceTo(shape, centre, '$near'));
  return distances.length === 0 ? undefined : Math.min(...distances);
}

function makeNear(name: string, operand: Value): Predicate {
  const centre = requirePoint(argument(operand, '$geometry'), name);
  const least = bound(name, operand, '$minDistance') ?? 0;
  const most = bound(name, operand, '$maxDistance') ?? Number.POSITIVE_INFINITY;
  return (document, path) => {
    const metres = distanceAt(document, { path, centre });
    return metres !== undefined && metres >= least && metres <= most;
  };
}

function makeWithin(operand: Value): Predicate {
  if (!isDocument(operand)) throw refused('$geoWithin needs a geometry');
  const sphere = operand.$centerSphere;
  if (sphere !== undefined) return withinSphere(sphere);
  const [shape = ''] = Object.keys(operand);
  if (shape !== '$geometry')
    throw refused(`$geoWithin does not serve ${shape}: use $geometry or $centerSphere`);
  const geometry = requireShape(operand.$geometry, '$geoWithin');
  if (geometry.polygons.length === 0) throw refused('$geoWithin needs a Polygon or a MultiPolygon');
  const region = toRegion(geometry, '$geoWithin');
  return anyShape((value) => {
    const inner = readShape(value);
    return inner !== undefined && isWithin(inner, region);
  });
}

/** Shapes other than points are within a circle when all their corners are: edges bend inwards to it. */
function withinSphere(operand: Value): Predicate {
  const [centre, radius] = Array.isArray(operand) ? operand : [];
  const [longitude, latitude] = Array.isArray(centre) ? centre : [];
  if (
    typeof longitude !== 'number' ||
    typeof latitude !== 'number' ||
    typeof radius !== 'number' ||
    radius < 0
  ) {
    throw refused('$centerSphere needs [[longitude, latitude], radius in radians]');
  }
  if (radius >= Math.PI / 2)
    throw refused('$centerSphere does not serve a circle as large as a hemisphere');
  const middle = toVector([longitude, latitude]);
  return anyShape((value) => {
    const shape = readShape(value);
    if (!shape) return false;
    const corners = [...shape.points, ...shape.lines.flat(), ...shape.polygons.flat(2)];
    return corners.every((corner) => angle(toVector(corner), middle) <= radius);
  });
}

function anyShape(test: (value: Value | undefined) => boolean): Predicate {
  return (document, path) =>
    reach(document, path).some((value) => (Array.isArray(value) ? value.some(test) : test(value)));
}

function argument(operand: Value, name: string): Value | undefined {
  return isDocument(operand) ? operand[name] : undefined;
}

function bound(name: string, operand: Value, field: string): number | undefined {
  const value = argument(operand, field);
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || value < 0)
    throw refused(`${field} of ${name} must be a number, 0 or more`);
  return value;
}
