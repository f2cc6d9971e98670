import type { Ground } from './place';

/** What stays together when bundles are cut: the needs of one person at one place. */
export interface Spot extends Ground {
  readonly needIds: readonly string[];
  /** The person, as a number from 0. */
  readonly person: number;
  /** Needs here. */
  readonly weight: number;
}

export interface Sizes {
  readonly sizeMin: number;
  readonly sizeMax: number;
}

/** Bundles as lists of indexes of spots, and what is left over. */
export interface Cut {
  readonly bundles: readonly (readonly number[])[];
  readonly unplaced: readonly number[];
  readonly cost: number;
}

const { cos, floor, max, min, sin, sqrt } = Math;

const HILBERT_BITS = 16;
/** Leaving one spot out costs more than any distance there is. */
const LEFT_OUT = 1e12;

/** How far along the Hilbert curve a cell lies: what is near on the curve is near on the ground. */
const hilbertOf = (column: number, row: number): number => {
  let x = column;
  let y = row;
  let along = 0;
  for (let side = 2 ** (HILBERT_BITS - 1); side >= 1; side /= 2) {
    const right = (x & side) > 0 ? 1 : 0;
    const up = (y & side) > 0 ? 1 : 0;
    along += side * side * ((3 * right) ^ up);
    x &= side - 1;
    y &= side - 1;
    if (up === 1) continue;
    const oldX = right === 1 ? side - 1 - x : x;
    x = right === 1 ? side - 1 - y : y;
    y = oldX;
  }
  return along;
};

/** Indexes of spots along a Hilbert curve that is turned by `angle`: another angle, other neighbours. */
export const lineOf = (spots: readonly Ground[], angle: number): readonly number[] => {
  const [east, north] = [cos(angle), sin(angle)];
  const columns = Float64Array.from(spots, ({ x, y }) => x * east - y * north);
  const rows = Float64Array.from(spots, ({ x, y }) => x * north + y * east);
  const least = (values: Float64Array): number => values.reduce((one, other) => min(one, other), Infinity);
  const most = (values: Float64Array): number => values.reduce((one, other) => max(one, other), -Infinity);
  const [left, bottom] = [least(columns), least(rows)];
  const cells = (2 ** HILBERT_BITS - 1) / max(1, most(columns) - left, most(rows) - bottom);
  const along = columns.map((column, index) => hilbertOf(floor((column - left) * cells), floor((rows[index]! - bottom) * cells)));
  return spots.map((_, index) => index).sort((a, b) => along[a]! - along[b]! || a - b);
};

/** Running sums along a line: the spread of any stretch of it is a subtraction. */
class Spread {
  private readonly weight: Float64Array;
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  private readonly squares: Float64Array;

  constructor(spots: readonly Spot[], line: readonly number[]) {
    this.weight = new Float64Array(line.length + 1);
    this.x = new Float64Array(line.length + 1);
    this.y = new Float64Array(line.length + 1);
    this.squares = new Float64Array(line.length + 1);
    line.forEach((index, at) => {
      const { x, y, weight } = spots[index]!;
      this.weight[at + 1] = this.weight[at]! + weight;
      this.x[at + 1] = this.x[at]! + weight * x;
      this.y[at + 1] = this.y[at]! + weight * y;
      this.squares[at + 1] = this.squares[at]! + weight * (x * x + y * y);
    });
  }

  /** About the sum of distances to the middle of the spots from `from` up to `to`: weight times the root of the mean square. */
  of(from: number, to: number): number {
    const weight = this.weight[to]! - this.weight[from]!;
    const x = this.x[to]! - this.x[from]!;
    const y = this.y[to]! - this.y[from]!;
    return sqrt(max(0, weight * (this.squares[to]! - this.squares[from]!) - x * x - y * y));
  }
}

/**
 * Cuts a line into stretches with from `sizeMin` to `sizeMax` different people each, so that the sum of distances to the
 * middles is the least there is for this line; spots are left out only where the sizes allow nothing else.
 */
export const cutLine = (spots: readonly Spot[], line: readonly number[], { sizeMin, sizeMax }: Sizes): Cut => {
  const spread = new Spread(spots, line);
  // Twice as many people could be cut in two, which never costs more: what both halves are apart is saved.
  const peopleMax = min(sizeMax, 2 * sizeMin - 1);
  const least = new Float64Array(line.length + 1);
  /** Where the last stretch before here began; -1 when the spot before is left out. */
  const begin = new Int32Array(line.length + 1);
  const personAt = Int32Array.from(line, (index) => spots[index]!.person);
  const seenAt = new Int32Array(personAt.reduce((most, person) => max(most, person), -1) + 1);
  for (let end = 1; end <= line.length; end += 1) {
    least[end] = least[end - 1]! + LEFT_OUT;
    begin[end] = -1;
    let people = 0;
    for (let from = end - 1; from >= 0; from -= 1) {
      const person = personAt[from]!;
      if (seenAt[person] !== end) people += 1;
      seenAt[person] = end;
      if (people > peopleMax) break;
      if (people < sizeMin) continue;
      const cost = least[from]! + spread.of(from, end);
      if (cost >= least[end]!) continue;
      least[end] = cost;
      begin[end] = from;
    }
  }
  const bundles: (readonly number[])[] = [];
  const unplaced: number[] = [];
  for (let end = line.length; end > 0; ) {
    const from = begin[end]!;
    if (from < 0) unplaced.push(line[--end]!);
    else {
      bundles.push(line.slice(from, end));
      end = from;
    }
  }
  return { bundles: bundles.reverse(), unplaced, cost: least[line.length]! };
};
