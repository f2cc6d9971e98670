/** A `2dsphere` index: the geometries of one field, found by nearness or by region. Documents without the field are not in it. */
import type { IndexDeclaration } from '../../../../cloudfunctions/database';
import { isPlainObject, type Document, type DocumentId, idOf } from '../../kernel/values';
import { parseGeoJson, parseStored, type Geometry, type Shape } from '../geo/geometry';
import { geometriesAt } from '../geo/near';
import { angleBetween, toVector, unit, type Position, type Vector } from '../geo/sphere';
import { badValue, showField, showValue } from '../query/bad-value';
import type { Rows } from './rows';
import { SphereTree } from './sphere-tree';

interface Region {
  readonly center: Vector;
  readonly radiusRadians: number;
}

const WHOLE_SPHERE: Region = { center: [0, 0, 1], radiusRadians: Math.PI };

const verticesOf = (shape: Shape): readonly Vector[] => (shape.kind === 'point' ? [shape.at] : shape.kind === 'line' ? shape.vertices : (shape.loops[0] ?? []));

/** A cap that holds the geometry: a cap smaller than half of the sphere holds the edges between its points as well. */
export function capAround({ shapes }: Geometry): Region {
  const vertices = shapes.flatMap(verticesOf);
  const sum = vertices.reduce<Vector>(([x, y, z], vertex) => [x + vertex[0], y + vertex[1], z + vertex[2]], [0, 0, 0]);
  const [first] = vertices;
  if (first === undefined) return WHOLE_SPHERE;
  const center = vertices.length === 1 ? first : unit(sum);
  const radiusRadians = Math.max(...vertices.map((vertex) => angleBetween(center, vertex)));
  return radiusRadians < Math.PI / 2 ? { center, radiusRadians } : WHOLE_SPHERE;
}

/** The cap that holds the region of a `$geoWithin` or `$geoIntersects`; undefined for flat shapes, which a sphere does not serve. */
export function capOfOperand(operand: unknown): Region | undefined {
  if (!isPlainObject(operand)) return undefined;
  if (isPlainObject(operand.$geometry)) return capAround(parseGeoJson(operand.$geometry));
  const { $centerSphere: circle } = operand;
  if (!Array.isArray(circle)) return undefined;
  const [center, radiusRadians] = circle as unknown[];
  if (typeof radiusRadians !== 'number') return undefined;
  const [shape] = parseStored(center).shapes;
  return shape?.kind === 'point' ? { center: shape.at, radiusRadians: Math.min(radiusRadians, Math.PI) } : undefined;
}

/** The `2dsphere` field of a declaration, or undefined. */
export const geoFieldOf = ({ keys }: IndexDeclaration): string | undefined => keys.find(([, direction]) => direction === '2dsphere')?.[0];

export class GeoIndex {
  readonly name: string;
  readonly field: string;
  private tree: SphereTree | undefined;

  constructor(
    declaration: IndexDeclaration,
    private readonly rows: Rows,
  ) {
    this.name = declaration.name;
    this.field = geoFieldOf(declaration) ?? '';
  }

  forget(): void {
    this.tree = undefined;
  }

  build(): void {
    this.content();
  }

  insert(row: number, document: Document): void {
    if (this.tree === undefined) return;
    for (const geometry of geometriesAt(document, this.field)) this.tree.add({ row, ...capAround(geometry) });
  }

  remove(row: number, document: Document): void {
    if (this.tree === undefined) return;
    for (const geometry of geometriesAt(document, this.field)) this.tree.remove(row, capAround(geometry).center);
  }

  /** Refuses a document whose value is neither missing nor a geometry, as MongoDB does. */
  assertIndexable(document: Document): void {
    const value = this.field.split('.').reduce<unknown>((part, segment) => (isPlainObject(part) ? part[segment] : undefined), document);
    if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) return;
    try {
      if (typeof value !== 'object') throw badValue(`geo element must be an array or object: ${showField(this.field.split('.').at(-1) ?? '', value)}`);
      if (Array.isArray(value) && value.every((element) => typeof element === 'object' && element !== null)) value.forEach(parseStored);
      else parseStored(value);
    } catch (error) {
      const reason = error instanceof Error ? error.message.replace('[FailedOperation] ', '') : String(error);
      throw badValue(`Can't extract geo keys: ${showValue(document)}  ${reason}`);
    }
  }

  /** Ids of documents that may touch the region, each once. */
  *within(region: Region): Generator<DocumentId> {
    const seen = new Set<number>();
    for (const { row } of this.content().within(region.center, region.radiusRadians)) {
      if (seen.has(row)) continue;
      seen.add(row);
      yield idOf(this.rows.at(row));
    }
  }

  /** Documents from the nearest outwards with the least angle each can have: exact for points. One may come several times. */
  *outward(from: Position): Generator<{ readonly id: DocumentId; readonly leastRadians: number; readonly isExact: boolean }> {
    for (const { cap, angle } of this.content().outward(toVector(from))) {
      yield { id: idOf(this.rows.at(cap.row)), leastRadians: angle, isExact: cap.radiusRadians === 0 };
    }
  }

  private content(): SphereTree {
    if (this.tree !== undefined) return this.tree;
    const tree = new SphereTree();
    this.tree = tree;
    for (const [row, document] of this.rows.all()) this.insert(row, document);
    return tree;
  }
}
