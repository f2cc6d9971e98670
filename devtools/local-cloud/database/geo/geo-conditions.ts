/** `$geoWithin` and `$geoIntersects`: regions, on the sphere or (legacy shapes) on the plane of degrees. */
import { isPlainObject } from '../../kernel/values';
import { badValue, showField, showValue } from '../query/bad-value';
import type { ValueTest } from '../query/paths';
import { assertOnEarth, isLegacyPoint, parseFlatPoint, parseGeoJson, storedGeometry, type Geometry } from './geometry';
import { capContains, intersects, polygonsContain } from './measure';
import { toVector, type Position } from './sphere';

type Region = (geometry: Geometry) => boolean;

/** Points only: a legacy region on the plane holds neither lines nor polygons. */
const flatRegion = (holds: (position: Position) => boolean): Region => (geometry) =>
  (geometry.type === 'Point' || geometry.type === 'legacy') && geometry.shapes.every((shape) => shape.kind === 'point' && holds(shape.position));

const listOf = (operand: unknown): unknown[] => (Array.isArray(operand) ? (operand as unknown[]) : isPlainObject(operand) ? Object.values(operand) : []);

function box(operand: unknown): Region {
  const [corner, opposite] = listOf(operand);
  const [x1, y1] = parseFlatPoint(corner, false);
  const [x2, y2] = parseFlatPoint(opposite, false);
  return flatRegion(([x, y]) => x >= Math.min(x1, x2) && x <= Math.max(x1, x2) && y >= Math.min(y1, y2) && y <= Math.max(y1, y2));
}

function isInFlatPolygon([x, y]: Position, corners: readonly Position[]): boolean {
  let inside = false;
  for (let i = 0; i < corners.length; i += 1) {
    const [ax, ay] = corners[i] as Position;
    const [bx, by] = corners[(i + 1) % corners.length] as Position;
    const turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    const isOnEdge = turn === 0 && x >= Math.min(ax, bx) && x <= Math.max(ax, bx) && y >= Math.min(ay, by) && y <= Math.max(ay, by);
    if (isOnEdge) return true;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

function flatPolygon(operand: unknown): Region {
  const corners = listOf(operand).map((corner) => parseFlatPoint(corner, false));
  if (corners.length < 3) throw badValue('Polygon must have at least 3 points');
  return flatRegion((position) => isInFlatPolygon(position, corners));
}

/** A circle: its center and radius. */
function circleOf(operand: unknown): { center: Position; radius: number } {
  const [point, radius, ...more] = listOf(operand);
  const center = parseFlatPoint(point, false);
  if (typeof radius !== 'number' || !(radius >= 0)) throw badValue('radius must be a non-negative number');
  if (more.length > 0) throw badValue('Only 2 fields allowed for circular region');
  return { center, radius };
}

function flatCircle(operand: unknown): Region {
  const { center, radius } = circleOf(operand);
  return flatRegion(([x, y]) => Math.hypot(x - center[0], y - center[1]) <= radius);
}

function sphericalCircle(operand: unknown): Region {
  const { center, radius } = circleOf(operand);
  const middle = toVector(assertOnEarth(center));
  return (geometry) => capContains(middle, radius, geometry);
}

/** GeoJSON, or a legacy pair. */
function geometryOf(operand: unknown): Geometry {
  if (isLegacyPoint(operand)) return parseGeoJson({ type: 'Point', coordinates: parseFlatPoint(operand, false) });
  if (!isPlainObject(operand)) throw badValue(`unknown geo specifier: ${showField('$geometry', operand)}`);
  return parseGeoJson(operand);
}

const FLAT_SHAPES: Readonly<Record<string, (operand: unknown) => Region>> = { $box: box, $polygon: flatPolygon, $center: flatCircle, $centerSphere: sphericalCircle };

function within(name: string, operand: unknown): Region {
  if (name !== '$geometry') {
    const shape = Object.hasOwn(FLAT_SHAPES, name) ? FLAT_SHAPES[name] : undefined;
    if (shape === undefined || typeof operand !== 'object' || operand === null) throw badValue(`unknown geo specifier: ${showField(name, operand)}`);
    return shape(operand);
  }
  const region = geometryOf(operand);
  if (region.type !== 'Polygon' && region.type !== 'MultiPolygon') throw badValue(`$within not supported with provided geometry: ${showValue({ $geoWithin: { $geometry: operand } })}`);
  return (geometry) => polygonsContain(region, geometry);
}

function intersecting(name: string, operand: unknown): Region {
  if (name !== '$geometry') throw badValue(`$geoIntersect not supported with provided geometry: ${showValue({ $geoIntersects: { [name]: operand } })}`);
  const region = geometryOf(operand);
  return (geometry) => intersects(region, geometry);
}

/** The test of a stored value: GeoJSON or a legacy pair in (or touching) the region. */
export function compileGeo(operator: '$geoWithin' | '$geoIntersects', operand: unknown, siblings: Readonly<Record<string, unknown>>): ValueTest {
  const extra = Object.keys(siblings).find((name) => name !== operator && name !== '$within');
  if (extra !== undefined) throw badValue(`can't parse extra field: ${showField(extra, siblings[extra])}`);
  if (!isPlainObject(operand)) throw badValue('geometry must be an object');
  const specifiers = Object.entries(operand).filter(([name]) => name !== '$uniqueDocs');
  const last = specifiers.at(-1);
  if (last === undefined) throw badValue("geo query doesn't have any geometry");
  const region = operator === '$geoWithin' ? within(...last) : intersecting(...last);
  return (value) => {
    if (!isLegacyPoint(value) && !isPlainObject(value)) return false;
    const geometry = storedGeometry(value);
    return geometry !== undefined && region(geometry);
  };
}
