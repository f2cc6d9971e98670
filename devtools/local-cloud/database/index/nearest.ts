/**
 * Documents by distance: through a `2dsphere` index from the nearest outwards, looking at no more than are wanted; without
 * one the query is refused, or every document is looked at where scans are allowed.
 */
import type { Document, DocumentId } from '../../kernel/values';
import type { Collection } from '../collection';
import { distanceWithin, type NearClause } from '../geo/near';
import { EARTH_RADIUS_METERS } from '../geo/sphere';
import { badValue } from '../query/bad-value';
import type { GeoIndex } from './geo-index';

export interface DocumentAtDistance {
  readonly document: Document;
  readonly distanceMeters: number;
}

export interface NearestOptions {
  readonly allowScans: boolean;
  readonly cost: { documentsExamined: number; index: string | null };
}

const TEXT = 'error processing query: unable to find index for $geoNear query';

/** A document whose distance is only known to be at least so much waits here for its turn. */
interface Waiting {
  readonly document: Document;
  readonly distanceMeters: number;
}

// Angles from the tree and distances from geometries agree to a thousandth of a millimetre.
const SLACK_METERS = 1e-6;

function* throughIndex(collection: Collection, index: GeoIndex, clause: NearClause, { cost }: NearestOptions): Generator<DocumentAtDistance> {
  cost.index = index.name;
  const seen = new Set<DocumentId>();
  let waiting: Waiting[] = [];
  const ready = (meters: number): Waiting[] => {
    if (waiting.length === 0) return waiting;
    const due = waiting.filter((one) => one.distanceMeters <= meters).sort((a, b) => a.distanceMeters - b.distanceMeters);
    if (due.length > 0) waiting = waiting.filter((one) => one.distanceMeters > meters);
    return due;
  };
  for (const { id, leastRadians, isExact } of index.outward(clause.center)) {
    const leastMeters = leastRadians * EARTH_RADIUS_METERS;
    yield* ready(leastMeters - SLACK_METERS);
    if (leastMeters > clause.maxMeters + SLACK_METERS) break;
    if (seen.has(id)) continue;
    // The first point of a document is its nearest: one too near need not be fetched.
    seen.add(id);
    if (isExact && leastMeters < clause.minMeters - SLACK_METERS) continue;
    const document = collection.documents.get(id);
    if (document === undefined) throw new Error(`index ${index.name} of ${collection.name} names a missing document`);
    cost.documentsExamined += 1;
    const distanceMeters = distanceWithin(clause, document);
    if (distanceMeters === undefined) continue;
    waiting.push({ document, distanceMeters });
    // Whatever comes after a point is farther, so nothing has to be fetched to know that.
    if (isExact) yield* ready(distanceMeters);
  }
  yield* ready(Infinity);
}

function* byScan(collection: Collection, clause: NearClause, { cost }: NearestOptions): Generator<DocumentAtDistance> {
  cost.index = 'scan';
  const found: DocumentAtDistance[] = [];
  for (const document of collection.documents.values()) {
    cost.documentsExamined += 1;
    const distanceMeters = distanceWithin(clause, document);
    if (distanceMeters !== undefined) found.push({ document, distanceMeters });
  }
  yield* found.sort((a, b) => a.distanceMeters - b.distanceMeters);
}

/**
 * Documents within the bounds of the clause, nearest first, lazily; for near queries and the `$geoNear` stage, which test
 * the rest of their query on what comes and stop when they have enough. Refuses when no `2dsphere` index is on the field
 * and scans are not allowed.
 */
export function* nearestDocuments(collection: Collection, clause: NearClause, options: NearestOptions): Generator<DocumentAtDistance> {
  const index = collection.geoIndexes.find(({ field }) => field === clause.path);
  if (index !== undefined) yield* throughIndex(collection, index, clause, options);
  else if (options.allowScans) yield* byScan(collection, clause, options);
  else throw badValue(`${TEXT}; declare [["${clause.path}","2dsphere"]] in cloudfunctions/database.ts`);
}

