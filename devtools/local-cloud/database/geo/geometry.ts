/** GeoJSON and legacy coordinates read into shapes on the sphere, with the refusals of MongoDB's parser. */
import { isPlainObject } from '../../kernel/values';
import { badValue, showValue } from '../query/bad-value';
import { edgesCross, edgesMeet, isOnEdge, samePoint, signedLoopArea, toVector, type Position, type Vector } from './sphere';

export interface PointShape {
  readonly kind: 'point';
  readonly at: Vector;
  readonly position: Position;
}

export interface LineShape {
  readonly kind: 'line';
  readonly vertices: readonly Vector[];
}

/** The first loop is the outline, the others are holes; each runs counter-clockwise round at most half of the sphere. */
export interface PolygonShape {
  readonly kind: 'polygon';
  readonly loops: readonly (readonly Vector[])[];
}

export type Shape = PointShape | LineShape | PolygonShape;

/** A geometry is its simple parts: one, or several for Multi* and collections. */
export interface Geometry {
  readonly type: string;
  readonly shapes: readonly Shape[];
}

const numbersOf = (value: unknown): unknown[] | undefined => (Array.isArray(value) ? (value as unknown[]) : isPlainObject(value) ? Object.values(value) : undefined);

/** Two numbers, from a list or an object; more are allowed only where `extra` says so. */
export function parseFlatPoint(value: unknown, extra: boolean): Position {
  const numbers = numbersOf(value);
  if (numbers === undefined) throw badValue('Point must be an array or object');
  const [x, y] = numbers;
  if (typeof x !== 'number' || typeof y !== 'number') throw badValue('Point must only contain numeric elements');
  if (!extra && numbers.length > 2) throw badValue('Point must only contain two numeric elements');
  if (!Number.isFinite(x) || !Number.isFinite(y)) throw badValue('Point coordinates must be finite numbers');
  return [x, y];
}

/** Whether a pair of numbers is a place on earth. */
export const isOnEarth = ([longitude, latitude]: Position): boolean => Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90;

export function assertOnEarth(position: Position): Position {
  // MongoDB prints six significant digits.
  const [longitude, latitude] = position.map((degrees) => Number(degrees.toPrecision(6)));
  if (!isOnEarth(position)) throw badValue(`longitude/latitude is out of bounds, lng: ${longitude} lat: ${latitude}`);
  return position;
}

const pointAt = (position: Position): PointShape => ({ kind: 'point', at: toVector(position), position });

function parsePosition(value: unknown): Position {
  if (!Array.isArray(value)) throw badValue('GeoJSON coordinates must be an array');
  return assertOnEarth(parseFlatPoint(value, true));
}

function parsePositions(value: unknown): Vector[] {
  if (!Array.isArray(value)) throw badValue('GeoJSON coordinates must be an array of coordinates');
  return value.map((part) => toVector(parsePosition(part)));
}

const withoutRepeats = (vertices: readonly Vector[]): Vector[] => vertices.filter((vertex, i) => i === 0 || !samePoint(vertex, vertices[i - 1] as Vector));

function parseLine(value: unknown): LineShape {
  const vertices = withoutRepeats(parsePositions(value));
  if (vertices.length < 2) throw badValue(`GeoJSON LineString must have at least 2 vertices: ${showValue(value)}`);
  return { kind: 'line', vertices };
}

/** The complaint about a loop that touches itself, or undefined. */
function flawOfLoop(loop: readonly Vector[]): string | undefined {
  const count = loop.length;
  for (let i = 0; i < count; i += 1) {
    for (let j = i + 1; j < count; j += 1) {
      if (samePoint(loop[i] as Vector, loop[j] as Vector)) return `Duplicate vertices: ${i} and ${j}`;
    }
  }
  for (let i = 0; i < count; i += 1) {
    for (let j = i + 2; j < count; j += 1) {
      if (i === 0 && j === count - 1) continue;
      const ends = [loop[i], loop[i + 1], loop[j], loop[(j + 1) % count]] as [Vector, Vector, Vector, Vector];
      if (edgesMeet(...ends)) return `Edges ${i} and ${j} cross.`;
    }
  }
  return undefined;
}

function parseLoop(value: unknown): Vector[] {
  const points = parsePositions(value);
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) throw badValue(`Loop has no vertices: ${showValue(value)}`);
  if (!samePoint(first, last)) throw badValue(`Loop is not closed: ${showValue(value)}`);
  const loop = withoutRepeats(points).slice(0, -1);
  if (loop.length < 3) throw badValue(`Loop must have at least 3 different vertices: ${showValue(value)}`);
  const flaw = flawOfLoop(loop);
  if (flaw !== undefined) throw badValue(`Loop is not valid: ${showValue(value)} ${flaw}`);
  return signedLoopArea(loop) < 0 ? loop.reverse() : loop;
}

/** Where a point lies to a loop: 1 inside, 0 on its border, -1 outside. */
export function placeInLoop(point: Vector, loop: readonly Vector[]): 1 | 0 | -1 {
  let turned = 0;
  for (let i = 0; i < loop.length; i += 1) {
    const from = loop[i] as Vector;
    const to = loop[(i + 1) % loop.length] as Vector;
    if (isOnEdge(point, from, to)) return 0;
    turned += turnAt(point, from, to);
  }
  // Seen from inside a counter-clockwise loop the border turns once to the left.
  return turned > Math.PI ? 1 : -1;
}

/** The angle by which one looking from `point` turns while his eye follows an edge; left is positive. */
function turnAt(point: Vector, from: Vector, to: Vector): number {
  const [px, py, pz] = point;
  const [ax, ay, az] = from;
  const [bx, by, bz] = to;
  const sine = px * (ay * bz - az * by) + py * (az * bx - ax * bz) + pz * (ax * by - ay * bx);
  const alongA = px * ax + py * ay + pz * az;
  const alongB = px * bx + py * by + pz * bz;
  const cosine = ax * bx + ay * by + az * bz - alongA * alongB;
  return Math.atan2(sine, cosine);
}

type Edge = readonly [Vector, Vector];

const edgesOf = (loop: readonly Vector[]): Edge[] => loop.map((from, i) => [from, loop[(i + 1) % loop.length] as Vector]);

const sameEdge = ([a, b]: Edge, [c, d]: Edge): boolean => (samePoint(a, c) && samePoint(b, d)) || (samePoint(a, d) && samePoint(b, c));

/** The complaint about two loops of one polygon, or undefined: they may share a corner, no edge, and never cross. */
function flawOfLoops(loops: readonly (readonly Vector[])[]): string | undefined {
  const edges = loops.map(edgesOf);
  for (let j = 1; j < loops.length; j += 1) {
    for (let i = 0; i < j; i += 1) {
      for (const [m, edge] of (edges[j] ?? []).entries()) {
        for (const [n, other] of (edges[i] ?? []).entries()) {
          if (sameEdge(edge, other)) return `Duplicate edge: loop ${j}, edge ${m} and loop ${i}, edge ${n}`;
          if (edgesCross(...edge, ...other)) return `Loop ${j} crosses loop ${i}`;
        }
      }
    }
  }
  return undefined;
}

const sharedCorners = (loop: readonly Vector[], other: readonly Vector[]): number => loop.filter((corner) => other.some((one) => samePoint(corner, one))).length;

function assertHoles(value: readonly unknown[], loops: readonly (readonly Vector[])[]): void {
  const [outline = [], ...holes] = loops;
  holes.forEach((hole, i) => {
    if (hole.some((corner) => placeInLoop(corner, outline) < 0)) {
      throw badValue(
        'Secondary loops not contained by first exterior loop - secondary loops must be holes: ' +
          `${showValue(value[i + 1])} first loop: ${showValue(value[0])}`,
      );
    }
  });
  const flaw = flawOfLoops(loops);
  if (flaw !== undefined) throw badValue(`Polygon isn't valid: ${flaw} ${showValue(value)}`);
  const isNested = holes.some((hole) => holes.some((other) => other !== hole && hole.every((corner) => placeInLoop(corner, other) > 0)));
  if (isNested) throw badValue(`Polygon interior loops cannot be nested: ${showValue(value)}`);
  const touching = holes.findIndex((hole) => sharedCorners(hole, outline) > 1);
  if (touching >= 0) throw badValue(`Loop ${touching + 1} shares more than one vertex with its parent loop 0: ${showValue(value)}`);
}

function parsePolygon(value: unknown): PolygonShape {
  if (!Array.isArray(value)) throw badValue('Polygon coordinates must be an array');
  const loops = value.map(parseLoop);
  if (loops.length === 0) throw badValue('Polygon has no loops.');
  assertHoles(value, loops);
  return { kind: 'polygon', loops };
}

function assertKnownCrs(object: Record<string, unknown>): void {
  const { crs } = object;
  if (crs === undefined) return;
  if (!isPlainObject(crs)) throw badValue('GeoJSON CRS must be an object');
  if (crs.type !== 'name') throw badValue('GeoJSON CRS must have field "type": "name"');
  if (!isPlainObject(crs.properties)) throw badValue('CRS must have field "properties" which is an object');
  const { name } = crs.properties;
  if (typeof name !== 'string') throw badValue('In CRS, "properties.name" must be a string');
  if (name === 'urn:x-mongodb:crs:strictwinding:EPSG:4326') throw badValue('the local cloud does not support the strict winding CRS');
  if (name !== 'urn:ogc:def:crs:OGC:1.3:CRS84' && name !== 'EPSG:4326') throw badValue(`Unknown CRS name: ${name}`);
}

function listOf(type: string, value: unknown): unknown[] {
  if (!Array.isArray(value)) throw badValue(`${type} coordinates must be an array`);
  if (value.length === 0) throw badValue(`${type} coordinates must have at least 1 element`);
  return value as unknown[];
}

const PARSERS: Readonly<Record<string, (coordinates: unknown) => readonly Shape[]>> = {
  Point: (value) => [pointAt(assertOnEarth(parseFlatPoint(value, true)))],
  LineString: (value) => [parseLine(value)],
  Polygon: (value) => [parsePolygon(value)],
  MultiPoint: (value) => listOf('MultiPoint', value).map((part) => pointAt(parsePosition(part))),
  MultiLineString: (value) => listOf('MultiLineString', value).map(parseLine),
  MultiPolygon: (value) => listOf('MultiPolygon', value).map(parsePolygon),
};

function parseCollection(object: Record<string, unknown>): readonly Shape[] {
  const { geometries } = object;
  if (!Array.isArray(geometries)) throw badValue('GeometryCollection geometries must be an array');
  if (geometries.length === 0) throw badValue('GeometryCollection geometries must have at least 1 element');
  return geometries.flatMap((part: unknown, i) => {
    if (!isPlainObject(part)) throw badValue(`Element ${i} of "geometries" is not an object`);
    if (typeof part.type !== 'string' || (part.type !== 'GeometryCollection' && !Object.hasOwn(PARSERS, part.type))) throw badValue(`Unknown GeoJSON type: ${showValue(part)}`);
    if (part.type === 'GeometryCollection') throw badValue(`GeometryCollections cannot be nested: ${showValue(part)}`);
    return parseGeoJson(part).shapes;
  });
}

/** Reads a GeoJSON object; throws what MongoDB answers when it is malformed. */
export function parseGeoJson(object: Record<string, unknown>): Geometry {
  const type = typeof object.type === 'string' ? object.type : '';
  if (type === 'GeometryCollection') return { type, shapes: parseCollection(object) };
  const parse = Object.hasOwn(PARSERS, type) ? PARSERS[type] : undefined;
  if (parse === undefined) throw badValue(`unknown GeoJSON type: ${showValue(object)}`);
  assertKnownCrs(object);
  return { type, shapes: parse(object.coordinates) };
}

/** A legacy pair: `[lng, lat]`, or an object whose first two fields are numbers. */
export const isLegacyPoint = (value: unknown): boolean => Array.isArray(value) || (isPlainObject(value) && typeof Object.values(value)[0] === 'number');

// Stored values never change in place, so what one of them means is worked out once.
const known = new WeakMap<object, Geometry | 'none'>();

/**
 * What a stored value is on earth: GeoJSON or a legacy pair. Undefined when it is neither, or malformed: such a value
 * matches no geo query (a geo index refuses to store it).
 */
export function storedGeometry(value: unknown): Geometry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  let geometry = known.get(value);
  if (geometry === undefined) {
    geometry = readStored(value);
    known.set(value, geometry);
  }
  return geometry === 'none' ? undefined : geometry;
}

function readStored(value: object): Geometry | 'none' {
  try {
    return parseStored(value);
  } catch {
    return 'none';
  }
}

/** As `storedGeometry`, but throws what MongoDB says about a malformed value. */
export function parseStored(value: unknown): Geometry {
  if (isLegacyPoint(value)) return { type: 'legacy', shapes: [pointAt(assertOnEarth(parseFlatPoint(value, true)))] };
  if (!isPlainObject(value)) throw badValue(`geo element must be an array or object: ${showValue(value)}`);
  return parseGeoJson(value);
}

