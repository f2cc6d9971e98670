import { capacityOf, startsOf, type Network, type Workspace } from './network';
import { sortRow } from './row-order';

const { floor, max, min } = Math;

/** Where the exact search starts: who carries what, and what a unit of each supply costs by now. Near the optimum, and not more. */
export interface Start {
  readonly edgeFlow: Int32Array;
  readonly supplyPrice: Float64Array;
}

/** Steps of bids, as parts of the largest weight: the first finds the level of prices, each next one sharpens it. */
const STEP_FIRST = 1 / 5;
const STEP_LAST = 1 / 5000;
const STEP_FACTOR = 5;
/** At a new step prices go back by so many of them: what was overbid must come down, or supplies stay dear and empty. */
const STEPS_BACK = 10;
/** Ties can make bidders raise each other without end; after so many bids a unit the rest is left to the search. */
const BIDS_PER_UNIT_MAX = 20;
/** More places than these are not auctioned one by one: the search carries many in one go. */
const PLACES_MAX = 4_000_000;

/**
 * Demands bid for places at supplies (Bertsekas' auction with similar objects): a unit takes the place that is worth most
 * to it and bids what makes its second best as good, and a step more. A full supply costs its lowest bid, and whoever
 * bid that has to leave for a better one.
 */
class Auction {
  readonly edgeFlow: Int32Array;
  readonly supplyPrice: Float64Array;
  /** Worth less price when the step began: prices only rise within a step, so a row can be left early. */
  private readonly key: Float64Array;
  private readonly rowEdges: Int32Array;
  /** Places of supply j: from `placeStart[j]`, the lowest bid first (a heap). */
  private readonly placeEdge: Int32Array;
  private readonly placeBid: Float64Array;
  private readonly taken: Int32Array;
  /** Demands with units that look for a place, the next one on top. */
  private readonly waiting: Int32Array;
  private readonly openUnits: Int32Array;
  private waitingCount = 0;
  /** What the last look at a row found. */
  private bestEdge = -1;
  private margin = 0;

  constructor(
    private readonly network: Network,
    { key, rowEdges }: Workspace,
    private readonly placeStart: Int32Array,
  ) {
    this.edgeFlow = new Int32Array(network.edgeCount);
    this.supplyPrice = new Float64Array(network.supplyCount);
    this.key = key;
    this.rowEdges = rowEdges;
    const placeCount = placeStart[network.supplyCount]!;
    this.placeEdge = new Int32Array(placeCount);
    this.placeBid = new Float64Array(placeCount);
    this.taken = new Int32Array(network.supplyCount);
    this.waiting = new Int32Array(network.demandCount);
    this.openUnits = new Int32Array(network.demandCount);
  }

  /** Everybody bids anew, with prices as they stand less what may have been overbid. */
  run(step: number, bidsMax: number): void {
    this.begin(step);
    for (let bids = 0; this.waitingCount > 0 && bids < bidsMax; ) {
      const demand = this.waiting[this.waitingCount - 1]!;
      this.look(demand);
      if (this.bestEdge < 0) {
        this.waitingCount -= 1;
        continue;
      }
      this.openUnits[demand]! -= 1;
      if (this.openUnits[demand] === 0) this.waitingCount -= 1;
      this.take(this.bestEdge, this.margin + step);
      bids += 1;
    }
  }

  private begin(step: number): void {
    const { demandCount, demandUnits, edgeCount, edgeSupply, edgeWeight, rowStart } = this.network;
    const { supplyPrice } = this;
    this.edgeFlow.fill(0);
    this.taken.fill(0);
    for (let supply = 0; supply < supplyPrice.length; supply += 1) supplyPrice[supply] = max(0, supplyPrice[supply]! - STEPS_BACK * step);
    for (let edge = 0; edge < edgeCount; edge += 1) this.key[edge] = edgeWeight[edge]! - supplyPrice[edgeSupply[edge]!]!;
    for (let demand = 0; demand < demandCount; demand += 1) sortRow(rowStart, demand, this.rowEdges, this.key);
    this.openUnits.set(demandUnits);
    this.waitingCount = 0;
    for (let demand = demandCount - 1; demand >= 0; demand -= 1) if (demandUnits[demand]! > 0) this.waiting[this.waitingCount++] = demand;
  }

  /** The place worth most to a demand, and how much more than the second best, or than none. */
  private look(demand: number): void {
    const { network, key, rowEdges, edgeFlow, supplyPrice } = this;
    const { edgeSupply, edgeWeight, rowStart } = network;
    let first = 0;
    let second = 0;
    this.bestEdge = -1;
    for (let at = rowStart[demand]!, end = rowStart[demand + 1]!; at < end; at += 1) {
      const edge = rowEdges[at]!;
      if (key[edge]! <= second) break;
      if (edgeFlow[edge]! >= capacityOf(network, edge)) continue;
      const worth = edgeWeight[edge]! - supplyPrice[edgeSupply[edge]!]!;
      if (worth > first) {
        second = first;
        first = worth;
        this.bestEdge = edge;
      } else if (worth > second) second = worth;
    }
    this.margin = first - second;
  }

  /** A unit takes a place over `edge`, bidding `raise` more than the price; when all are taken, the lowest bidder leaves. */
  private take(edge: number, raise: number): void {
    const supply = this.network.edgeSupply[edge]!;
    const start = this.placeStart[supply]!;
    const places = this.placeStart[supply + 1]! - start;
    const bid = this.supplyPrice[supply]! + raise;
    this.edgeFlow[edge]! += 1;
    if (this.taken[supply]! < places) this.rise(start, this.taken[supply]!++, edge, bid);
    else {
      const left = this.placeEdge[start]!;
      this.edgeFlow[left]! -= 1;
      this.sink(start, places, edge, bid);
      const loser = this.network.edgeDemand[left]!;
      if (this.openUnits[loser]!++ === 0) this.waiting[this.waitingCount++] = loser;
    }
    if (this.taken[supply] === places) this.supplyPrice[supply] = max(this.supplyPrice[supply]!, this.placeBid[start]!);
  }

  private rise(start: number, from: number, edge: number, bid: number): void {
    const { placeBid, placeEdge } = this;
    let at = from;
    while (at > 0) {
      const up = (at - 1) >> 1;
      if (placeBid[start + up]! <= bid) break;
      placeBid[start + at] = placeBid[start + up]!;
      placeEdge[start + at] = placeEdge[start + up]!;
      at = up;
    }
    placeBid[start + at] = bid;
    placeEdge[start + at] = edge;
  }

  private sink(start: number, places: number, edge: number, bid: number): void {
    const { placeBid, placeEdge } = this;
    let at = 0;
    for (let child = 1; child < places; child = 2 * at + 1) {
      if (child + 1 < places && placeBid[start + child + 1]! < placeBid[start + child]!) child += 1;
      if (placeBid[start + child]! >= bid) break;
      placeBid[start + at] = placeBid[start + child]!;
      placeEdge[start + at] = placeEdge[start + child]!;
      at = child;
    }
    placeBid[start + at] = bid;
    placeEdge[start + at] = edge;
  }
}

/** Places of each supply: as many as it has units, and no more than its candidates could take. */
const placesOf = (network: Network): Int32Array => {
  const { edgeCount, edgeDemand, edgeSupply, demandUnits, supplyCount, supplyCapacity } = network;
  const wanted = new Float64Array(supplyCount);
  for (let edge = 0; edge < edgeCount; edge += 1) wanted[edgeSupply[edge]!]! += min(capacityOf(network, edge), demandUnits[edgeDemand[edge]!]!);
  return supplyCapacity.map((units, supply) => min(units, wanted[supply]!));
};

const sumOf = (counts: Int32Array): number => counts.reduce((sum, count) => sum + count, 0);

/** A good start in a fraction of the time an exact one takes: whole prices and flows that break no capacity. */
export const auctionStart = (network: Network, workspace: Workspace): Start => {
  const places = placesOf(network);
  if (sumOf(places) > PLACES_MAX) return { edgeFlow: new Int32Array(network.edgeCount), supplyPrice: new Float64Array(network.supplyCount) };
  const largest = network.edgeWeight.reduce((most, weight) => max(most, weight), 0);
  const auction = new Auction(network, workspace, startsOf(places));
  const stepLast = max(1, floor(largest * STEP_LAST));
  for (let step = max(1, floor(largest * STEP_FIRST)); ; step = max(stepLast, floor(step / STEP_FACTOR))) {
    auction.run(step, BIDS_PER_UNIT_MAX * sumOf(network.demandUnits));
    if (step <= stepLast) return auction;
  }
};
