import { NodeHeap } from './node-heap';
import type { Workspace } from './network';
import { sortRow } from './row-order';

/**
 * A network with flow and prices, seen from one side: rows are its demands and columns its supplies, or the other way
 * round. Both sides of an assignment are the same thing, so one search serves both.
 */
export interface Side {
  readonly rowStart: Int32Array;
  /** Edges of row i are `workspace.rowEdges` from `rowStart[i]` up to `rowStart[i + 1]`; the search puts them into an order of its own. */
  readonly workspace: Workspace;
  readonly rowOf: Int32Array;
  readonly columnOf: Int32Array;
  readonly edgeWeight: Float64Array;
  readonly edgeCapacity: Int32Array | null;
  readonly edgeFlow: Int32Array;
  /** Units that carry nothing yet. */
  readonly rowOpen: Int32Array;
  readonly columnOpen: Int32Array;
  readonly columnUnits: Int32Array;
  /** Edges of each column. */
  readonly columnDegree: Int32Array;
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
}

/** Names of the language itself are looked up in every step of a loop where code runs in a context of its own, as in tests. */
const FAR = Infinity;
const { min } = Math;

/**
 * Successive shortest paths. What holds before and after every path, with slack = row price + column price - weight:
 * an edge with room has slack ≥ 0, an edge that carries has slack ≤ 0. A row with an open unit and a price above 0 is
 * not settled: the cheapest change of plan that places the unit, or that leaves a cheaper one open, is carried out, and
 * prices follow. Afterwards every open unit of a row costs 0. Nothing is ever made worse for the columns.
 */
class Settling {
  private readonly rowCount: number;
  /** Weight less column price when the row was first looked at and sorted by it: it only falls, so a row can be left early. */
  private readonly key: Float64Array;
  private readonly rowEdges: Int32Array;
  private readonly isSorted: Uint8Array;
  /** The edges that carry, column after column, each at `placeOf` itself. */
  private readonly placeStart: Int32Array;
  private readonly places: Int32Array;
  private readonly placeOf: Int32Array;
  private readonly taken: Int32Array;
  /** Of a search: how far a node is, over which edge it was reached, whether it is done; all nodes that were reached. */
  private readonly distance: Float64Array;
  private readonly over: Int32Array;
  private readonly isDone: Uint8Array;
  private readonly reached: Int32Array;
  private reachedCount = 0;
  private readonly heap = new NodeHeap(1024);
  private nearest = 0;
  private end = 0;

  constructor(private readonly side: Side) {
    const { rowStart, columnDegree, columnUnits, edgeFlow } = side;
    this.rowCount = rowStart.length - 1;
    const columnCount = columnUnits.length;
    ({ key: this.key, rowEdges: this.rowEdges, placeOf: this.placeOf } = side.workspace);
    this.isSorted = new Uint8Array(this.rowCount);
    this.placeStart = new Int32Array(columnCount + 1);
    for (let column = 0; column < columnCount; column += 1) this.placeStart[column + 1] = this.placeStart[column]! + min(columnDegree[column]!, columnUnits[column]!);
    this.places = new Int32Array(this.placeStart[columnCount]!);
    this.taken = new Int32Array(columnCount);
    for (let edge = 0; edge < edgeFlow.length; edge += 1) if (edgeFlow[edge]! > 0) this.occupy(edge);
    const nodeCount = this.rowCount + columnCount;
    this.distance = new Float64Array(nodeCount).fill(FAR);
    this.over = new Int32Array(nodeCount);
    this.isDone = new Uint8Array(nodeCount);
    this.reached = new Int32Array(nodeCount);
  }

  run(): void {
    const { rowOpen, rowPrice } = this.side;
    for (let row = 0; row < this.rowCount; row += 1) {
      while (rowOpen[row]! > 0 && rowPrice[row]! > 0) {
        this.search(row);
        this.reprice();
        if (this.end !== row) this.carry(row);
      }
    }
  }

  private occupy(edge: number): void {
    const column = this.side.columnOf[edge]!;
    const place = this.placeStart[column]! + this.taken[column]!++;
    this.places[place] = edge;
    this.placeOf[edge] = place;
  }

  private vacate(edge: number): void {
    const column = this.side.columnOf[edge]!;
    const place = this.placeOf[edge]!;
    const last = this.places[this.placeStart[column]! + --this.taken[column]!]!;
    this.places[place] = last;
    this.placeOf[last] = place;
  }

  private roomOf(edge: number): number {
    const { edgeCapacity, edgeFlow } = this.side;
    return (edgeCapacity === null ? 1 : edgeCapacity[edge]!) - edgeFlow[edge]!;
  }

  /** Finds `end`, the nearest node a unit of `source` can stop at: a column with room, or a row that leaves a unit open. */
  private search(source: number): void {
    const { heap, isDone, rowCount } = this;
    this.nearest = this.side.rowPrice[source]!;
    this.end = source;
    this.reachedCount = 0;
    heap.clear();
    this.reach(source, 0, -1);
    heap.push(0, source);
    while (heap.size > 0) {
      const distance = heap.nearest();
      const node = heap.pop();
      if (distance >= this.nearest) return;
      if (isDone[node] === 1) continue;
      isDone[node] = 1;
      if (node < rowCount) this.lookFromRow(node, distance);
      else this.lookFromColumn(node - rowCount, distance);
    }
  }

  private reach(node: number, distance: number, edge: number): void {
    if (this.distance[node] === FAR) this.reached[this.reachedCount++] = node;
    this.distance[node] = distance;
    this.over[node] = edge;
  }

  private stopAt(node: number, distance: number): void {
    this.nearest = distance;
    this.end = node;
  }

  private sort(row: number): void {
    const { rowStart, columnOf, columnPrice, edgeWeight } = this.side;
    this.isSorted[row] = 1;
    for (let at = rowStart[row]!, stop = rowStart[row + 1]!; at < stop; at += 1) {
      const edge = this.rowEdges[at]!;
      this.key[edge] = edgeWeight[edge]! - columnPrice[columnOf[edge]!]!;
    }
    sortRow(rowStart, row, this.rowEdges, this.key);
  }

  private lookFromRow(row: number, distance: number): void {
    const { rowStart, rowPrice, columnOf, columnOpen, columnPrice, edgeWeight } = this.side;
    const begin = distance + rowPrice[row]!;
    if (this.isSorted[row] === 0) this.sort(row);
    for (let at = rowStart[row]!, stop = rowStart[row + 1]!; at < stop; at += 1) {
      const edge = this.rowEdges[at]!;
      if (begin - this.key[edge]! >= this.nearest) return;
      if (this.roomOf(edge) <= 0) continue;
      const column = columnOf[edge]!;
      const node = this.rowCount + column;
      const there = begin + columnPrice[column]! - edgeWeight[edge]!;
      if (there >= this.nearest || there >= this.distance[node]!) continue;
      this.reach(node, there, edge);
      if (columnOpen[column]! > 0) this.stopAt(node, there);
      else this.heap.push(there, node);
    }
  }

  private lookFromColumn(column: number, distance: number): void {
    const { rowOf, rowPrice, columnPrice, edgeWeight } = this.side;
    const begin = distance - columnPrice[column]!;
    for (let place = this.placeStart[column]!, stop = place + this.taken[column]!; place < stop; place += 1) {
      const edge = this.places[place]!;
      const row = rowOf[edge]!;
      const there = begin + edgeWeight[edge]! - rowPrice[row]!;
      if (there >= this.nearest || there >= this.distance[row]!) continue;
      this.reach(row, there, edge);
      if (there + rowPrice[row]! < this.nearest) this.stopAt(row, there + rowPrice[row]!);
      this.heap.push(there, row);
    }
  }

  /** What is nearer than the end changes its price by the difference, so that the path costs nothing and no edge becomes wrong. */
  private reprice(): void {
    const { rowPrice, columnPrice } = this.side;
    for (let index = 0; index < this.reachedCount; index += 1) {
      const node = this.reached[index]!;
      const gap = this.nearest - this.distance[node]!;
      if (gap > 0 && node < this.rowCount) rowPrice[node]! -= gap;
      else if (gap > 0) columnPrice[node - this.rowCount]! += gap;
      this.distance[node] = FAR;
      this.isDone[node] = 0;
    }
  }

  /** The node before, on the path to `node`. */
  private before(node: number): number {
    const edge = this.over[node]!;
    return node < this.rowCount ? this.rowCount + this.side.columnOf[edge]! : this.side.rowOf[edge]!;
  }

  /** Carries as many units along the path as fit. Leaving comes before coming, so that no column is ever overfull. */
  private carry(source: number): void {
    const { rowCount, over, end } = this;
    const { edgeFlow, rowOpen, columnOpen } = this.side;
    let units = end < rowCount ? rowOpen[source]! : min(rowOpen[source]!, columnOpen[end - rowCount]!);
    for (let node = end; node !== source; node = this.before(node)) units = min(units, node < rowCount ? edgeFlow[over[node]!]! : this.roomOf(over[node]!));
    rowOpen[source]! -= units;
    if (end < rowCount) rowOpen[end]! += units;
    else columnOpen[end - rowCount]! -= units;
    for (let node = end; node !== source; node = this.before(node)) {
      const edge = over[node]!;
      if (node >= rowCount) continue;
      edgeFlow[edge]! -= units;
      if (edgeFlow[edge] === 0) this.vacate(edge);
    }
    for (let node = end; node !== source; node = this.before(node)) {
      const edge = over[node]!;
      if (node < rowCount) continue;
      if (edgeFlow[edge] === 0) this.occupy(edge);
      edgeFlow[edge]! += units;
    }
  }
}

/** Places, or leaves open at no price, every unit of the rows; what it finds must hold as said above. */
export const settleRows = (side: Side): void => new Settling(side).run();
