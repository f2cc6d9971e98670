import type { AssignmentInstance } from './instance';

const { abs, max, min, round } = Math;

/**
 * An instance as the solver works on it: whole numbers only, the edges of one demand lying together, nothing in it that
 * can never carry anything.
 */
export interface Network {
  readonly demandCount: number;
  readonly supplyCount: number;
  readonly edgeCount: number;
  readonly demandUnits: Int32Array;
  readonly supplyCapacity: Int32Array;
  /** Edges of demand i are those from `rowStart[i]` up to `rowStart[i + 1]`. */
  readonly rowStart: Int32Array;
  readonly demandDegree: Int32Array;
  readonly supplyDegree: Int32Array;
  readonly edgeDemand: Int32Array;
  readonly edgeSupply: Int32Array;
  /** Weights times `scale`: whole numbers above 0. */
  readonly edgeWeight: Float64Array;
  /** What an edge can carry at most; null when it is one unit for all. */
  readonly edgeCapacity: Int32Array | null;
  /** The place of the edge in the instance. */
  readonly edgeOrigin: Int32Array;
  readonly scale: number;
}

/** Room to work in, one number an edge; whoever comes next uses it again, which halves the memory of a large instance. */
export interface Workspace {
  readonly key: Float64Array;
  /** Edge numbers, row after row. */
  readonly rowEdges: Int32Array;
  readonly placeOf: Int32Array;
}

export const workspaceFor = ({ edgeCount }: Network): Workspace => {
  const rowEdges = new Int32Array(edgeCount);
  for (let edge = 0; edge < edgeCount; edge += 1) rowEdges[edge] = edge;
  return { key: new Float64Array(edgeCount), rowEdges, placeOf: new Int32Array(edgeCount) };
};

/** Units an edge can carry. */
export const capacityOf = (network: Pick<Network, 'edgeCapacity'>, edge: number): number => (network.edgeCapacity === null ? 1 : network.edgeCapacity[edge]!);

/** Scores are told with a few decimals; a power of ten that makes all of them whole keeps the arithmetic exact. */
const DECIMALS_MAX = 6;
/** Whole weights stay below this, so that sums of a few of them (prices, lengths of paths) are exact in a double. */
const EXACT_BITS = 44;
const WEIGHT_MAX = 2 ** EXACT_BITS;

const isWholeAfter = (weights: ArrayLike<number>, scale: number): boolean => {
  for (let edge = 0; edge < weights.length; edge += 1) {
    const scaled = weights[edge]! * scale;
    if (abs(scaled - round(scaled)) > scaled * 1e-15) return false;
  }
  return true;
};

/** What to multiply weights with to get whole numbers. Weights that are no short decimals are rounded at their 44th binary digit. */
export const scaleOf = (weights: ArrayLike<number>): number => {
  let largest = 0;
  for (let edge = 0; edge < weights.length; edge += 1) largest = max(largest, weights[edge]!);
  for (let decimals = 0, scale = 1; decimals <= DECIMALS_MAX && largest * scale <= WEIGHT_MAX; decimals += 1, scale *= 10) {
    if (isWholeAfter(weights, scale)) return scale;
  }
  return 2 ** min(1000, EXACT_BITS - 1 - Math.ceil(Math.log2(largest)));
};

/** More units than all edges of a node can carry never move; bounding them keeps the numbers small. */
const INT32_MAX = 2 ** 31 - 1;
const int32Of = (numbers: ArrayLike<number>): Int32Array => Int32Array.from(numbers, (value) => min(value, INT32_MAX));

/** Where each row begins, and where the last one ends. */
export const startsOf = (degrees: Int32Array): Int32Array => {
  const starts = new Int32Array(degrees.length + 1);
  for (let row = 0; row < degrees.length; row += 1) starts[row + 1] = starts[row]! + degrees[row]!;
  return starts;
};

export const buildNetwork = (instance: AssignmentInstance): Network => {
  const { edgeDemand, edgeSupply, edgeWeight, edgeCapacity } = instance;
  const demandUnits = int32Of(instance.demandUnits);
  const supplyCapacity = int32Of(instance.supplyCapacity);
  const scale = scaleOf(edgeWeight);
  const [demandDegree, supplyDegree] = [new Int32Array(demandUnits.length), new Int32Array(supplyCapacity.length)];
  const carries = (edge: number): boolean => {
    const units = min(demandUnits[edgeDemand[edge]!]!, supplyCapacity[edgeSupply[edge]!]!, edgeCapacity?.[edge] ?? 1);
    return units > 0 && round(edgeWeight[edge]! * scale) > 0;
  };
  for (let edge = 0; edge < edgeDemand.length; edge += 1) {
    if (!carries(edge)) continue;
    demandDegree[edgeDemand[edge]!]! += 1;
    supplyDegree[edgeSupply[edge]!]! += 1;
  }
  const rowStart = startsOf(demandDegree);
  const edgeCount = rowStart[demandUnits.length]!;
  const network = {
    demandCount: demandUnits.length,
    supplyCount: supplyCapacity.length,
    edgeCount,
    demandUnits,
    supplyCapacity,
    rowStart,
    demandDegree,
    supplyDegree,
    edgeDemand: new Int32Array(edgeCount),
    edgeSupply: new Int32Array(edgeCount),
    edgeWeight: new Float64Array(edgeCount),
    edgeCapacity: edgeCapacity === undefined ? null : new Int32Array(edgeCount),
    edgeOrigin: new Int32Array(edgeCount),
    scale,
  };
  const next = rowStart.slice();
  for (let edge = 0; edge < edgeDemand.length; edge += 1) {
    if (!carries(edge)) continue;
    const demand = edgeDemand[edge]!;
    const at = next[demand]!++;
    network.edgeDemand[at] = demand;
    network.edgeSupply[at] = edgeSupply[edge]!;
    network.edgeWeight[at] = round(edgeWeight[edge]! * scale);
    network.edgeOrigin[at] = edge;
    if (network.edgeCapacity !== null) network.edgeCapacity[at] = min(edgeCapacity?.[edge] ?? 1, INT32_MAX);
  }
  return network;
};
