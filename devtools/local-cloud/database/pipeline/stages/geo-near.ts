/** $geoNear: documents from the nearest outwards, each with its distance. */
import { isPlainObject, type Document } from '../../../kernel/values';
import type { Collection } from '../../collection';
import { plainPath, withPath } from '../document-paths';
import { assertFieldPath } from '../../expressions/field-paths';
import { failure, typeName } from '../../expressions/failure';
import { storedGeometry } from '../../geo/geometry';
import { distanceMeters, parseNear, type NearClause } from '../../geo/near';
import { EARTH_RADIUS_METERS } from '../../geo/sphere';
import { nearestDocuments } from '../../index/nearest';
import type { CompileContext, Run, Stage, StageCompiler } from '../stage';
import { compileMatch } from './match';

// What MongoDB 4.0 gives where no limit is named.
const DEFAULT_LIMIT = 100;

interface Options {
  readonly near: object;
  readonly distanceField: readonly string[];
  readonly locationField: readonly string[] | undefined;
  readonly key: string | undefined;
  readonly minDistance: number | undefined;
  readonly maxDistance: number | undefined;
  readonly distanceMultiplier: number;
  readonly limit: number;
}

function optionalNumber(options: Record<string, unknown>, name: string): number | undefined {
  const value = options[name];
  if (value === undefined) return undefined;
  if (typeof value !== 'number') throw failure(`${name} must be a number`);
  if (!(value >= 0)) throw failure(`${name} must be nonnegative`);
  return value;
}

function fieldOption(value: unknown, refusal: string): readonly string[] {
  if (typeof value !== 'string') throw failure(refusal);
  assertFieldPath(value);
  return value.split('.');
}

function readKey(key: unknown): string | undefined {
  if (key === undefined) return undefined;
  if (typeof key !== 'string') throw failure(`$geoNear parameter 'key' must be of type string but found type: ${typeName(key)}`);
  if (key === '') throw failure("$geoNear parameter 'key' cannot be the empty string");
  assertFieldPath(key);
  return key;
}

function readOptions(operand: unknown): Options & { readonly query: unknown } {
  if (!isPlainObject(operand)) throw failure(`$geoNear requires an object as specification, got ${typeName(operand)}`);
  const { near, distanceField, includeLocs, key, query = {} } = operand;
  if (!isPlainObject(near) && !Array.isArray(near)) throw failure("$geoNear requires a 'near' option as an Array");
  return {
    near,
    distanceField: fieldOption(distanceField, "$geoNear requires a 'distanceField' option as a String"),
    locationField: includeLocs === undefined ? undefined : fieldOption(includeLocs, "$geoNear requires that 'includeLocs' option is a String"),
    key: readKey(key),
    minDistance: optionalNumber(operand, 'minDistance'),
    maxDistance: optionalNumber(operand, 'maxDistance'),
    distanceMultiplier: optionalNumber(operand, 'distanceMultiplier') ?? 1,
    limit: Math.trunc(optionalNumber(operand, 'num') ?? optionalNumber(operand, 'limit') ?? DEFAULT_LIMIT),
    query,
  };
}

/** Paths of a document that hold a GeoJSON geometry. */
function geometryPaths(document: Document, parent: string): string[] {
  return Object.entries(document).flatMap(([field, value]) => {
    const path = parent === '' ? field : `${parent}.${field}`;
    if (!isPlainObject(value)) return [];
    return typeof value.type === 'string' && Array.isArray(value.coordinates) ? [path] : geometryPaths(value, path);
  });
}

/** The field to measure from: the one of the only `2dsphere` index; in a run that allows scans, the only one with geometries. */
function inferKey(collection: Collection, { allowScans }: Run): string {
  const declared = collection.geoIndexes.map(({ field }) => field);
  const fields = new Set(declared.length > 0 || !allowScans ? declared : [...collection.documents.values()].flatMap((document) => geometryPaths(document, '')));
  const [only] = fields;
  if (fields.size > 1) throw failure(`There is more than one 2dsphere index on ${collection.name}; unsure which to use for $geoNear`);
  if (only === undefined) throw failure('$geoNear requires a 2d or 2dsphere index, but none were found');
  return only;
}

/** GeoJSON is measured in metres, a legacy pair in radians. */
function clauseOf({ near, minDistance, maxDistance }: Options, path: string): { readonly clause: NearClause; readonly metersPerUnit: number } {
  const bounds = { ...(minDistance !== undefined && { $minDistance: minDistance }), ...(maxDistance !== undefined && { $maxDistance: maxDistance }) };
  if (Array.isArray(near)) return { clause: parseNear(path, { $nearSphere: near, ...bounds }), metersPerUnit: EARTH_RADIUS_METERS };
  return { clause: parseNear(path, { $nearSphere: { $geometry: near, ...bounds } }), metersPerUnit: 1 };
}

/** The location the distance was measured to: of a list of them the nearest. */
function locationOf(document: Document, clause: NearClause): unknown {
  const value = plainPath(document, clause.path.split('.'));
  if (!Array.isArray(value) || storedGeometry(value) !== undefined) return value;
  const measured = (value as unknown[]).flatMap((location) => {
    const geometry = storedGeometry(location);
    return geometry === undefined ? [] : [{ location, meters: distanceMeters(clause.center, geometry) }];
  });
  return measured.reduce<(typeof measured)[number] | undefined>((best, one) => (best === undefined || one.meters < best.meters ? one : best), undefined)?.location;
}

function* nearest(collection: Collection, options: Options, test: (document: Document) => boolean, run: Run): Generator<Document> {
  const empty = collection.documents.size === 0 && run.allowScans;
  if (options.limit === 0 || empty) return;
  const { clause, metersPerUnit } = clauseOf(options, options.key ?? inferKey(collection, run));
  let given = 0;
  for (const { document, distanceMeters: meters } of nearestDocuments(collection, clause, run)) {
    if (!test(document)) continue;
    const placed = withPath(document, options.distanceField, (meters / metersPerUnit) * options.distanceMultiplier);
    yield options.locationField === undefined ? placed : withPath(placed, options.locationField, locationOf(document, clause));
    given += 1;
    if (given >= options.limit) return;
  }
}

export const compileGeoNear: StageCompiler = (operand, context: CompileContext) => {
  const { query, ...options } = readOptions(operand);
  // Refuses a malformed point before anything is read.
  clauseOf(options, options.key ?? 'key');
  const { test } = compileMatch(query, context);
  const stage: Stage = {
    name: '$geoNear',
    run: () => [],
    source: (collectionName, run) => {
      const collection = run.store.find(collectionName);
      return collection === undefined ? [] : nearest(collection, options, (document) => test(document, run.variables), run);
    },
  };
  return [stage];
};
