/** Distances and relations between geometries on the sphere. Borders belong to what they bound. */
import { placeInLoop, type Geometry, type LineShape, type PolygonShape, type Shape } from './geometry';
import { angleBetween, angleToEdge, edgesCross, edgesMeet, isOnEdge, middleOf, toVector, type Position, type Vector } from './sphere';

type Edge = readonly [Vector, Vector];

const edgesOfLine = ({ vertices }: LineShape): Edge[] => vertices.slice(1).map((to, i) => [vertices[i] as Vector, to]);

const edgesOfLoop = (loop: readonly Vector[]): Edge[] => loop.map((from, i) => [from, loop[(i + 1) % loop.length] as Vector]);

const edgesOf = (shape: Shape): Edge[] => (shape.kind === 'point' ? [[shape.at, shape.at]] : shape.kind === 'line' ? edgesOfLine(shape) : shape.loops.flatMap(edgesOfLoop));

const verticesOf = (shape: Shape): readonly Vector[] => (shape.kind === 'point' ? [shape.at] : shape.kind === 'line' ? shape.vertices : shape.loops.flat());

function polygonHolds(polygon: PolygonShape, point: Vector): boolean {
  const [outline = [], ...holes] = polygon.loops;
  return placeInLoop(point, outline) >= 0 && holes.every((hole) => placeInLoop(point, hole) <= 0);
}

/** Whether a point of the shape lies inside the other, for shapes whose borders do not meet. */
const holdsStartOf = (holder: Shape, other: Shape): boolean => {
  const [start] = verticesOf(other);
  return holder.kind === 'polygon' && start !== undefined && polygonHolds(holder, start);
};

function shapesIntersect(a: Shape, b: Shape): boolean {
  if (a.kind === 'point' && b.kind === 'point') return angleBetween(a.at, b.at) === 0;
  if (holdsStartOf(a, b) || holdsStartOf(b, a)) return true;
  const others = edgesOf(b);
  return edgesOf(a).some(([from, to]) => others.some(([start, end]) => edgesMeet(from, to, start, end)));
}

/** Whether two geometries share any point. */
export const intersects = (a: Geometry, b: Geometry): boolean => a.shapes.some((one) => b.shapes.some((other) => shapesIntersect(one, other)));

function polygonContains(polygon: PolygonShape, shape: Shape): boolean {
  if (!verticesOf(shape).every((vertex) => polygonHolds(polygon, vertex))) return false;
  const borders = polygon.loops.flatMap(edgesOfLoop);
  for (const [from, to] of edgesOf(shape)) {
    if (borders.some(([start, end]) => edgesCross(from, to, start, end))) return false;
    // An edge between two points of the border may still run outside, along a bay or through a hole.
    if (from !== to && !isWhollyHeld(polygon, from, to)) return false;
  }
  if (shape.kind !== 'polygon') return true;
  // A hole of the container lies in the shape when its border does and the shape has no hole there.
  return polygon.loops.slice(1).every((hole) => hole.every((vertex) => placeInLoop(vertex, shape.loops[0] ?? []) <= 0 || isInHole(shape, vertex)));
}

const isInHole = (shape: PolygonShape, point: Vector): boolean => shape.loops.slice(1).some((hole) => placeInLoop(point, hole) >= 0);

/** Whether an edge that crosses no border stays inside: it is cut where vertices of the border lie on it, each piece looked at. */
function isWhollyHeld(polygon: PolygonShape, from: Vector, to: Vector): boolean {
  const cuts = polygon.loops.flat().filter((vertex) => isOnEdge(vertex, from, to));
  const stops = [from, ...cuts.sort((a, b) => angleBetween(from, a) - angleBetween(from, b)), to];
  return stops.slice(1).every((stop, i) => polygonHolds(polygon, middleOf(stops[i] as Vector, stop)));
}

/** Whether every part of the geometry lies in one polygon of the region. */
export const polygonsContain = (region: Geometry, geometry: Geometry): boolean =>
  geometry.shapes.every((shape) => region.shapes.some((holder) => holder.kind === 'polygon' && polygonContains(holder, shape)));

/** Angle from a point to the nearest point of a geometry; 0 inside a polygon. */
function angleToShape(point: Vector, shape: Shape): number {
  if (shape.kind === 'point') return angleBetween(point, shape.at);
  if (shape.kind === 'polygon' && polygonHolds(shape, point)) return 0;
  return Math.min(...edgesOf(shape).map(([from, to]) => angleToEdge(point, from, to)));
}

export const angleTo = (from: Position, geometry: Geometry): number => {
  const point = toVector(from);
  return Math.min(...geometry.shapes.map((shape) => angleToShape(point, shape)));
};

/** Whether the geometry lies within a circle: every point of an edge is nearer than its farther end, save for far longer ones. */
export function capContains(center: Vector, radiusRadians: number, geometry: Geometry): boolean {
  if (radiusRadians >= Math.PI) return true;
  return geometry.shapes.every((shape) => {
    if (!verticesOf(shape).every((vertex) => angleBetween(center, vertex) <= radiusRadians)) return false;
    const opposite: Vector = [-center[0], -center[1], -center[2]];
    // The part outside is a circle round the opposite point: nothing of the shape may come into it.
    const outside = Math.PI - radiusRadians;
    return edgesOf(shape).every(([from, to]) => angleToEdge(opposite, from, to) >= outside) && !(shape.kind === 'polygon' && polygonHolds(shape, opposite));
  });
}
