import { refused } from '../errors';
import { distanceTo } from '../geo/nearest';
import { readShape, requirePoint } from '../geo/shapes';
import { splitPath } from '../values/paths';
import { type Document, fieldOf, isDocument, type Value } from '../values/types';
import type { Stage } from './stage';

const known = new Set([
  'near',
  'distanceField',
  'spherical',
  'query',
  'key',
  'maxDistance',
  'minDistance',
  'distanceMultiplier',
  'includeLocs',
  'limit',
  'num',
]);

export interface GeoNear {
  query: Document;
  stage: Stage;
}

/** Sorts documents by their distance from a point and tells it. Without `key` the first field that holds a geometry counts. */
export function compileGeoNear(spec: Value): GeoNear {
  if (!isDocument(spec)) throw refused('$geoNear needs an object');
  const unknown = Object.keys(spec).find((name) => !known.has(name));
  if (unknown !== undefined) throw refused(`unknown argument to $geoNear: ${unknown}`);
  const centre = requirePoint(spec.near, '$geoNear');
  const distanceField = path(spec.distanceField, 'distanceField');
  if (distanceField === undefined)
    throw refused('$geoNear requires a distanceField option as a string');
  const key = path(spec.key, 'key');
  const includeLocs = path(spec.includeLocs, 'includeLocs');
  const least = number(spec.minDistance, 'minDistance') ?? 0;
  const most = number(spec.maxDistance, 'maxDistance') ?? Number.POSITIVE_INFINITY;
  const multiplier = number(spec.distanceMultiplier, 'distanceMultiplier') ?? 1;
  const limit = number(spec.limit ?? spec.num, 'limit') ?? Number.POSITIVE_INFINITY;
  const { query = {} } = spec;
  if (!isDocument(query)) throw refused('the query of $geoNear must be an object');
  return {
    query,
    stage: (input) => {
      const near: { document: Document; metres: number; location: Value }[] = [];
      for (const document of input) {
        const location = locationOf(document, key);
        const shape = readShape(location);
        if (location === undefined || !shape) continue;
        const metres = distanceTo(shape, centre, '$geoNear');
        if (metres < least || metres > most) continue;
        near.push({ document, metres, location });
      }
      near.sort((left, right) => left.metres - right.metres);
      return near.slice(0, limit).map(({ document, metres, location }) => {
        const told = put(document, splitPath(distanceField), metres * multiplier);
        return includeLocs === undefined ? told : put(told, splitPath(includeLocs), location);
      });
    },
  };
}

function locationOf(document: Document, key: string | undefined): Value | undefined {
  if (key === undefined)
    return Object.values(document).find((value) => readShape(value) !== undefined);
  let value: Value | undefined = document;
  for (const step of splitPath(key)) value = isDocument(value) ? fieldOf(value, step) : undefined;
  return value;
}

function put(document: Document, [step = '', ...rest]: readonly string[], value: Value): Document {
  if (rest.length === 0) return { ...document, [step]: value };
  const inner = fieldOf(document, step);
  return { ...document, [step]: put(isDocument(inner) ? inner : {}, rest, value) };
}

function path(value: Value | undefined, name: string): string | undefined {
  if (value === undefined || (typeof value === 'string' && value !== '')) return value;
  throw refused(`${name} of $geoNear must be a string`);
}

function number(value: Value | undefined, name: string): number | undefined {
  if (value === undefined || (typeof value === 'number' && value >= 0)) return value;
  throw refused(`${name} of $geoNear must be a number, 0 or more`);
}
