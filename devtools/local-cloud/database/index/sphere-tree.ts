/**
 * Caps (points with a radius) on the unit sphere in nested cubes: found by region, or one after the other from the nearest
 * outwards, lazily. Straight-line distances to cubes never exceed those on the ground, so nothing is passed over; there are
 * no seams at the date line and no poles.
 */
import { angleBetween, type Vector } from '../geo/sphere';

export interface Cap {
  readonly row: number;
  readonly center: Vector;
  /** 0 for a point. */
  readonly radiusRadians: number;
}

interface Cube {
  readonly low: Vector;
  readonly side: number;
  /** Largest radius ever put below; it only makes the search look a little wider after removals. */
  maxRadius: number;
  caps: Cap[] | undefined;
  children: (Cube | undefined)[];
}

const LEAF_LIMIT = 16;
// Cubes of a thousandth of a millimetre: equal points share a leaf instead of splitting it for ever.
const DEEPEST = 40;

const newCube = (low: Vector, side: number): Cube => ({ low, side, maxRadius: 0, caps: [], children: [] });

function octantOf({ low, side }: Cube, [x, y, z]: Vector): number {
  const half = side / 2;
  return (x >= low[0] + half ? 1 : 0) + (y >= low[1] + half ? 2 : 0) + (z >= low[2] + half ? 4 : 0);
}

function childAt(cube: Cube, octant: number): Cube {
  const half = cube.side / 2;
  const low: Vector = [cube.low[0] + (octant & 1 ? half : 0), cube.low[1] + (octant & 2 ? half : 0), cube.low[2] + (octant & 4 ? half : 0)];
  return (cube.children[octant] ??= newCube(low, half));
}

const outside = (value: number, low: number, side: number): number => Math.max(low - value, 0, value - low - side);

/** The least angle from a point to anything whose cap is centred in the cube. */
function angleToCube({ low, side, maxRadius }: Cube, [x, y, z]: Vector): number {
  const chord = Math.hypot(outside(x, low[0], side), outside(y, low[1], side), outside(z, low[2], side));
  const angle = chord >= 2 ? Math.PI : 2 * Math.asin(chord / 2);
  return Math.max(0, angle - maxRadius);
}

const angleToCap = (cap: Cap, from: Vector): number => Math.max(0, angleBetween(cap.center, from) - cap.radiusRadians);

/** A queue that gives the least first. */
class Nearest<T> {
  private readonly heap: { readonly angle: number; readonly item: T }[] = [];

  push(angle: number, item: T): void {
    const { heap } = this;
    let at = heap.push({ angle, item }) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if ((heap[above]?.angle ?? 0) <= angle) break;
      this.swap(at, above);
      at = above;
    }
  }

  pop(): { readonly angle: number; readonly item: T } | undefined {
    const { heap } = this;
    const [least] = heap;
    const last = heap.pop();
    if (least === undefined || last === undefined || heap.length === 0) return least;
    heap[0] = last;
    for (let at = 0; ; ) {
      const left = 2 * at + 1;
      const right = left + 1;
      const below = (heap[right]?.angle ?? Infinity) < (heap[left]?.angle ?? Infinity) ? right : left;
      if ((heap[below]?.angle ?? Infinity) >= last.angle) return least;
      this.swap(at, below);
      at = below;
    }
  }

  private swap(a: number, b: number): void {
    const kept = this.heap[a];
    const other = this.heap[b];
    if (kept === undefined || other === undefined) return;
    this.heap[a] = other;
    this.heap[b] = kept;
  }
}

export class SphereTree {
  private readonly root = newCube([-1.000_001, -1.000_001, -1.000_001], 2.000_002);

  add(cap: Cap): void {
    let cube = this.root;
    for (let depth = 0; ; depth += 1) {
      cube.maxRadius = Math.max(cube.maxRadius, cap.radiusRadians);
      if (cube.caps !== undefined) break;
      cube = childAt(cube, octantOf(cube, cap.center));
      if (depth > DEEPEST) break;
    }
    (cube.caps ??= []).push(cap);
    if (cube.caps.length > LEAF_LIMIT && cube.side > 2 / 2 ** DEEPEST) this.split(cube);
  }

  /** Takes out one cap of the row with this centre. */
  remove(row: number, center: Vector): void {
    let cube = this.root;
    while (cube.caps === undefined) cube = childAt(cube, octantOf(cube, center));
    const at = cube.caps.findIndex((cap) => cap.row === row && angleBetween(cap.center, center) === 0);
    if (at < 0) throw new Error(`the geo index has lost the entry of row ${row}`);
    cube.caps.splice(at, 1);
  }

  /** Caps that come within `radiusRadians` of the centre. */
  *within(center: Vector, radiusRadians: number): Generator<Cap> {
    // A hair more than asked: the whole query is tested again on what is found.
    const reach = radiusRadians + 1e-9;
    const open = [this.root];
    for (let cube = open.pop(); cube !== undefined; cube = open.pop()) {
      if (angleToCube(cube, center) > reach) continue;
      for (const cap of cube.caps ?? []) if (angleToCap(cap, center) <= reach) yield cap;
      for (const child of cube.children) if (child !== undefined) open.push(child);
    }
  }

  /** All caps from the nearest outwards, with the least angle anything in them can have. */
  *outward(from: Vector): Generator<{ readonly cap: Cap; readonly angle: number }> {
    const queue = new Nearest<Cube | Cap>();
    queue.push(angleToCube(this.root, from), this.root);
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const { angle, item } = next;
      if ('row' in item) {
        yield { cap: item, angle };
        continue;
      }
      for (const cap of item.caps ?? []) queue.push(angleToCap(cap, from), cap);
      for (const child of item.children) if (child !== undefined) queue.push(angleToCube(child, from), child);
    }
  }

  private split(cube: Cube): void {
    const caps = cube.caps ?? [];
    cube.caps = undefined;
    for (const cap of caps) {
      const child = childAt(cube, octantOf(cube, cap.center));
      child.maxRadius = Math.max(child.maxRadius, cap.radiusRadians);
      child.caps?.push(cap);
    }
  }
}
