/**
 * `$near` and `$nearSphere`: what they ask for, and how far a document is. The order by distance is made by index/select.ts
 * and by the `$geoNear` stage; both use `distanceInDocument`.
 */
import { isPlainObject, type Document } from '../../kernel/values';
import { badValue, showField, showValue } from '../query/bad-value';
import { assertOnEarth, isLegacyPoint, isOnEarth, parseFlatPoint, storedGeometry, type Geometry } from './geometry';
import { angleTo } from './measure';
import { EARTH_RADIUS_METERS, type Position } from './sphere';

export interface NearClause {
  readonly path: string;
  readonly center: Position;
  readonly minMeters: number;
  /** Infinity where the query names no limit. */
  readonly maxMeters: number;
}

/** Metres on the ground from a point to the nearest point of a geometry; 0 inside a polygon. */
export const distanceMeters = (center: Position, geometry: Geometry): number => angleTo(center, geometry) * EARTH_RADIUS_METERS;

function valuesAt(value: unknown, segments: readonly string[], at: number, out: unknown[]): void {
  const segment = segments[at];
  if (segment === undefined) return void (value !== undefined && out.push(value));
  if (isPlainObject(value)) return valuesAt(value[segment], segments, at + 1, out);
  if (!Array.isArray(value)) return;
  if (/^\d+$/.test(segment)) valuesAt(value[Number(segment)], segments, at + 1, out);
  for (const element of value as unknown[]) if (isPlainObject(element)) valuesAt(element[segment], segments, at + 1, out);
}

/** All geometries of a document at a path: GeoJSON, a legacy pair, or lists of either. */
export function geometriesAt(document: Document, path: string): Geometry[] {
  const found: unknown[] = [];
  valuesAt(document, path.split('.'), 0, found);
  return found.flatMap((value) => {
    const whole = storedGeometry(value);
    if (whole !== undefined) return [whole];
    return Array.isArray(value) ? value.map(storedGeometry).filter((geometry) => geometry !== undefined) : [];
  });
}

/** Metres to the nearest geometry of the document at the path; undefined when it has none. */
export function distanceInDocument(document: Document, path: string, center: Position): number | undefined {
  const geometries = geometriesAt(document, path);
  return geometries.length === 0 ? undefined : Math.min(...geometries.map((geometry) => distanceMeters(center, geometry)));
}

/** Metres to the document when it lies between both bounds (inclusive), else undefined. */
export function distanceWithin(clause: NearClause, document: Document): number | undefined {
  const meters = distanceInDocument(document, clause.path, clause.center);
  return meters !== undefined && meters >= clause.minMeters && meters <= clause.maxMeters ? meters : undefined;
}

function distanceBound(name: string, value: unknown): number {
  if (typeof value !== 'number') throw badValue(`${name} must be a number`);
  if (!(value >= 0)) throw badValue(`${name} must be non-negative`);
  return value;
}

/** `{$geometry, $maxDistance, $minDistance}`, in metres. */
function parseGeoJsonNear(path: string, argument: Record<string, unknown>): NearClause {
  let center: Position | undefined;
  let minMeters = 0;
  let maxMeters = Infinity;
  for (const [name, value] of Object.entries(argument)) {
    if (name === '$minDistance') minMeters = distanceBound(name, value);
    else if (name === '$maxDistance') maxMeters = distanceBound(name, value);
    else if (name !== '$geometry') throw badValue(`invalid argument in geo near query: ${name}`);
    else if (typeof value === 'object' && value !== null) center = parseQueryPoint(value);
  }
  if (center === undefined) throw badValue('$geometry is required for geo near query');
  return { path, center, minMeters, maxMeters };
}

/** The point of a near query in `$geometry`. */
function parseQueryPoint(value: object): Position {
  if (isLegacyPoint(value)) throw badValue(`$near requires geojson point, given ${showValue(value)}`);
  try {
    return assertOnEarth(parseFlatPoint((value as Record<string, unknown>).coordinates, true));
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace('[FailedOperation] ', '') : String(error);
    throw badValue(`invalid point in geo near query $geometry argument: ${showValue(value)}  ${reason}`);
  }
}

/** `[lng, lat]` or `[lng, lat, max]` with `$maxDistance` and `$minDistance` beside it, in radians. */
function parseLegacyNear(path: string, value: unknown, siblings: Readonly<Record<string, unknown>>): NearClause {
  const numbers = Object.values(value as object) as number[];
  const center: Position = [numbers[0] ?? 0, numbers[1] ?? 0];
  if (!isOnEarth(center)) throw badValue('Legacy point is out of bounds for spherical query');
  const third = numbers[2];
  if (third !== undefined && !(third >= 0)) throw badValue('max distance must be non-negative');
  const { $minDistance: least = 0, $maxDistance: most = third ?? Infinity } = siblings;
  return {
    path,
    center,
    minMeters: distanceBound('$minDistance', least) * EARTH_RADIUS_METERS,
    maxMeters: distanceBound('$maxDistance', most) * EARTH_RADIUS_METERS,
  };
}

const isLegacyQueryPoint = (value: unknown): boolean => {
  if (!isLegacyPoint(value)) return false;
  const numbers = Object.values(value as object) as unknown[];
  return (numbers.length === 2 || numbers.length === 3) && numbers.every((number) => typeof number === 'number' && Number.isFinite(number));
};

/**
 * Reads the operators of one field that ask for nearness: `{$nearSphere: {$geometry, …}}`, `{$near: [lng, lat], $maxDistance}`
 * and the like; `$geoNear` is an old name of `$near`. Throws what MongoDB answers to a malformed one.
 */
export function parseNear(path: string, operators: Readonly<Record<string, unknown>>): NearClause {
  const name = ['$near', '$nearSphere', '$geoNear'].find((candidate) => candidate in operators) ?? '$near';
  const argument = operators[name];
  const siblings = Object.keys(operators).filter((key) => key !== name);
  const isGeoJson = isPlainObject(argument) && typeof argument.type === 'string' && 'coordinates' in argument;
  if (isGeoJson || isLegacyQueryPoint(argument)) {
    const stranger = siblings.find((key) => key !== '$minDistance' && key !== '$maxDistance');
    if (stranger !== undefined) throw badValue(`invalid argument in geo near query: ${stranger}`);
    if (!isGeoJson) return parseLegacyNear(path, argument, operators);
    const { $minDistance: least = 0, $maxDistance: most = Infinity } = operators;
    return { path, center: parseQueryPoint(argument), minMeters: distanceBound('$minDistance', least), maxMeters: distanceBound('$maxDistance', most) };
  }
  const [extra] = siblings;
  if (extra !== undefined) {
    throw badValue(`geo near accepts just one argument when querying for a GeoJSON point. Extra field found: ${showField(extra, operators[extra])}`);
  }
  if (typeof argument !== 'object' || argument === null) throw badValue('geo near query argument is not an object');
  return parseGeoJsonNear(path, argument as Record<string, unknown>);
}
