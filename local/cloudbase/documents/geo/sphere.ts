import type { Position } from './shapes';

/** A direction from the centre of the earth, of length 1. */
export type Vector = readonly [x: number, y: number, z: number];

/** The earth's radius in metres as MongoDB takes it. */
export const earthRadius = 6_378_100;

export function toVector([longitude, latitude]: Position): Vector {
  const phi = latitude * (Math.PI / 180);
  const theta = longitude * (Math.PI / 180);
  return [Math.cos(phi) * Math.cos(theta), Math.cos(phi) * Math.sin(theta), Math.sin(phi)];
}

export function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

export function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

export function normalise(vector: Vector): Vector {
  const length = Math.sqrt(dot(vector, vector));
  return length === 0 ? vector : [vector[0] / length, vector[1] / length, vector[2] / length];
}

/** The angle between two directions in radians, exact for small and large ones alike. */
export function angle(a: Vector, b: Vector): number {
  const normal = cross(a, b);
  return Math.atan2(Math.sqrt(dot(normal, normal)), dot(a, b));
}

/** The distance over the ground in metres. */
export function distance(a: Position, b: Position): number {
  return angle(toVector(a), toVector(b)) * earthRadius;
}
