/** Geometry on the unit sphere: points are unit vectors, edges are the shorter great-circle arcs between them. Angles in radians. */

/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number];

export type Vector = readonly [number, number, number];

/** The radius MongoDB reckons with (6378.1 km), in metres. */
export const EARTH_RADIUS_METERS = 6_378_100;

// A hundredth of a millimetre on the ground: nearer than this counts as touching.
const TOUCHING_RADIANS = 1e-12;

const toRadians = (degrees: number): number => (degrees * Math.PI) / 180;

export function toVector([longitude, latitude]: Position): Vector {
  const theta = toRadians(longitude);
  const phi = toRadians(latitude);
  return [Math.cos(phi) * Math.cos(theta), Math.cos(phi) * Math.sin(theta), Math.sin(phi)];
}

export const dot = (a: Vector, b: Vector): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];

export const cross = (a: Vector, b: Vector): Vector => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];

const length = (a: Vector): number => Math.sqrt(dot(a, a));

export function unit(a: Vector): Vector {
  const size = length(a);
  return [a[0] / size, a[1] / size, a[2] / size];
}

/** Angle between two points; exact for small and for large ones. */
export const angleBetween = (a: Vector, b: Vector): number => Math.atan2(length(cross(a, b)), dot(a, b));

export const samePoint = (a: Vector, b: Vector): boolean => a[0] === b[0] && a[1] === b[1] && a[2] === b[2];

/** Positive when `c` lies left of the way from `a` to `b`, negative right of it, 0 (nearly) on its great circle. */
export function sideOf(a: Vector, b: Vector, c: Vector): number {
  const normal = cross(a, b);
  const size = length(normal);
  if (size === 0) return 0;
  const sine = dot(normal, c) / size;
  return Math.abs(sine) <= TOUCHING_RADIANS ? 0 : sine;
}

/** Angle from a point to the nearest point of an edge. */
export function angleToEdge(point: Vector, from: Vector, to: Vector): number {
  const normal = cross(from, to);
  const size = length(normal);
  const toEnds = Math.min(angleBetween(point, from), angleBetween(point, to));
  if (size === 0) return toEnds;
  // The foot of the perpendicular lies on the edge when it is between the planes through both ends.
  const isBeside = dot(cross(normal, from), point) >= 0 && dot(cross(to, normal), point) >= 0;
  return isBeside ? Math.min(toEnds, Math.abs(Math.asin(Math.max(-1, Math.min(1, dot(normal, point) / size))))) : toEnds;
}

/**
 * Whether two edges are too far apart to share a point: an arc lies within the ball that has its chord as a diameter, and
 * these balls do not touch. Spares the trigonometry for nearly all pairs of a large polygon.
 */
function areApart(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  const between: Vector = [a[0] + b[0] - c[0] - d[0], a[1] + b[1] - c[1] - d[1], a[2] + b[2] - c[2] - d[2]];
  const chord = length([a[0] - b[0], a[1] - b[1], a[2] - b[2]]);
  const other = length([c[0] - d[0], c[1] - d[1], c[2] - d[2]]);
  return length(between) > chord + other + 1e-9;
}

export const isOnEdge = (point: Vector, from: Vector, to: Vector): boolean => !areApart(point, point, from, to) && angleToEdge(point, from, to) <= TOUCHING_RADIANS;

/** Whether two edges cross at a point inside both. */
export function edgesCross(a: Vector, b: Vector, c: Vector, d: Vector): boolean {
  const sideC = sideOf(a, b, c);
  const sideD = sideOf(a, b, d);
  if (sideC * sideD >= 0) return false;
  const sideA = sideOf(c, d, a);
  const sideB = sideOf(c, d, b);
  if (sideA * sideB >= 0) return false;
  // Both straddle each other's great circle; the circles meet at two opposite points, the edges must share one of them.
  return sideC * sideB > 0;
}

/** Whether two edges share any point. */
export const edgesMeet = (a: Vector, b: Vector, c: Vector, d: Vector): boolean =>
  !areApart(a, b, c, d) && (edgesCross(a, b, c, d) || isOnEdge(a, c, d) || isOnEdge(b, c, d) || isOnEdge(c, a, b) || isOnEdge(d, a, b));

/** Middle of an edge. */
export const middleOf = (a: Vector, b: Vector): Vector => unit([a[0] + b[0], a[1] + b[1], a[2] + b[2]]);

/** Area of a triangle with its sign: positive when counter-clockwise. */
function signedTriangleArea(a: Vector, b: Vector, c: Vector): number {
  return 2 * Math.atan2(dot(a, cross(b, c)), 1 + dot(a, b) + dot(b, c) + dot(c, a));
}

/** Area enclosed by a loop of vertices (not closed) with its sign: positive when it runs counter-clockwise. */
export function signedLoopArea(loop: readonly Vector[]): number {
  const [first] = loop;
  if (first === undefined) return 0;
  let area = 0;
  for (let i = 1; i + 1 < loop.length; i += 1) area += signedTriangleArea(first, loop[i] as Vector, loop[i + 1] as Vector);
  return area;
}
