import { auctionStart, type Start } from './auction';
import { ExactSum } from './exact-sum';
import { checkInstance, type AssignmentInstance } from './instance';
import { buildNetwork, capacityOf, startsOf, workspaceFor, type Network, type Workspace } from './network';
import { settleRows, type Side } from './settle';

const { max } = Math;

/** The best assignment there is, and its proof: prices at which nobody could do better. */
export interface Assignment {
  /** Units carried by each edge of the instance. */
  readonly edgeFlow: Int32Array;
  /** Sum of flow times weight. */
  readonly objective: number;
  /** What all units cost at the prices, and what edges are worth beyond them: no assignment is worth more than this. */
  readonly dualObjective: number;
  readonly demandPrice: Float64Array;
  readonly supplyPrice: Float64Array;
}

/** Flow and prices while they are worked on. */
interface Plan extends Start {
  readonly demandPrice: Float64Array;
  readonly demandOpen: Int32Array;
  readonly supplyOpen: Int32Array;
}

/**
 * Takes of the auction's start what can stand: a demand costs as much as the best place it was not given is worth to
 * it, and whatever place is worth less is given up.
 */
const planFrom = (network: Network, { edgeFlow, supplyPrice }: Start): Plan => {
  const { demandCount, rowStart, edgeSupply, edgeWeight } = network;
  const plan = { edgeFlow, supplyPrice, demandPrice: new Float64Array(demandCount), demandOpen: network.demandUnits.slice(), supplyOpen: network.supplyCapacity.slice() };
  const worthOf = (edge: number): number => edgeWeight[edge]! - supplyPrice[edgeSupply[edge]!]!;
  for (let demand = 0; demand < demandCount; demand += 1) {
    const [start, end] = [rowStart[demand]!, rowStart[demand + 1]!];
    let price = 0;
    for (let edge = start; edge < end; edge += 1) if (edgeFlow[edge]! < capacityOf(network, edge)) price = max(price, worthOf(edge));
    plan.demandPrice[demand] = price;
    for (let edge = start; edge < end; edge += 1) {
      if (edgeFlow[edge]! > 0 && worthOf(edge) < price) edgeFlow[edge] = 0;
      plan.demandOpen[demand]! -= edgeFlow[edge]!;
      plan.supplyOpen[edgeSupply[edge]!]! -= edgeFlow[edge]!;
    }
  }
  return plan;
};

const demandSide = (network: Network, plan: Plan, workspace: Workspace): Side => ({
  rowStart: network.rowStart,
  workspace,
  rowOf: network.edgeDemand,
  columnOf: network.edgeSupply,
  edgeWeight: network.edgeWeight,
  edgeCapacity: network.edgeCapacity,
  edgeFlow: plan.edgeFlow,
  rowOpen: plan.demandOpen,
  columnOpen: plan.supplyOpen,
  columnUnits: network.supplyCapacity,
  columnDegree: network.supplyDegree,
  rowPrice: plan.demandPrice,
  columnPrice: plan.supplyPrice,
});

const supplySide = (network: Network, plan: Plan, workspace: Workspace): Side => {
  const { edgeCount, edgeSupply } = network;
  const rowStart = startsOf(network.supplyDegree);
  const next = rowStart.slice();
  for (let edge = 0; edge < edgeCount; edge += 1) workspace.rowEdges[next[edgeSupply[edge]!]!++] = edge;
  return {
    ...demandSide(network, plan, workspace),
    rowStart,
    rowOf: edgeSupply,
    columnOf: network.edgeDemand,
    rowOpen: plan.supplyOpen,
    columnOpen: plan.demandOpen,
    columnUnits: network.demandUnits,
    columnDegree: network.demandDegree,
    rowPrice: plan.supplyPrice,
    columnPrice: plan.demandPrice,
  };
};

const objectiveOf = (network: Network, { edgeFlow }: Plan): number => {
  const sum = new ExactSum();
  for (let edge = 0; edge < network.edgeCount; edge += 1) if (edgeFlow[edge]! > 0) sum.add(network.edgeWeight[edge]!, edgeFlow[edge]!);
  return sum.over(network.scale);
};

const dualObjectiveOf = (network: Network, { demandPrice, supplyPrice }: Plan): number => {
  const { demandUnits, supplyCapacity, edgeDemand, edgeSupply, edgeWeight } = network;
  const sum = new ExactSum();
  demandPrice.forEach((price, demand) => sum.add(price, demandUnits[demand]!));
  supplyPrice.forEach((price, supply) => sum.add(price, supplyCapacity[supply]!));
  for (let edge = 0; edge < network.edgeCount; edge += 1) {
    const beyond = edgeWeight[edge]! - demandPrice[edgeDemand[edge]!]! - supplyPrice[edgeSupply[edge]!]!;
    if (beyond > 0) sum.add(beyond, capacityOf(network, edge));
  }
  return sum.over(network.scale);
};

/** Whoever has no units costs nothing at any price: theirs is as high as it takes for no candidate to be worth more. */
const priceNobody = ({ demandUnits, supplyCapacity, edgeDemand, edgeSupply, edgeWeight }: AssignmentInstance, demandPrice: Float64Array, supplyPrice: Float64Array): void => {
  for (let edge = 0; edge < edgeDemand.length; edge += 1) {
    const [demand, supply] = [edgeDemand[edge]!, edgeSupply[edge]!];
    const beyond = edgeWeight[edge]! - demandPrice[demand]! - supplyPrice[supply]!;
    if (beyond <= 0) continue;
    if (demandUnits[demand] === 0) demandPrice[demand]! += beyond;
    else if (supplyCapacity[supply] === 0) supplyPrice[supply]! += beyond;
  }
};

/**
 * The assignment of the largest total weight: of the units of each demand at most all are placed, of the capacity of each
 * supply at most all is used, and no edge carries more than its capacity (one unit unless given). Leaving units
 * unassigned is allowed. The same instance always gives the same answer. `objective` and `dualObjective` are the same
 * number: that proves the optimum (docs/matching.md), and `checkAssignment` proves it again without this code.
 *
 * Weights are whole numbers or have up to six decimals; others are rounded at their 44th binary digit.
 *
 * @throws BadInstanceError says which number of which list makes no sense
 */
export const solveAssignment = (instance: AssignmentInstance): Assignment => {
  checkInstance(instance);
  const network = buildNetwork(instance);
  const workspace = workspaceFor(network);
  const plan = planFrom(network, auctionStart(network, workspace));
  settleRows(demandSide(network, plan, workspace));
  settleRows(supplySide(network, plan, workspace));
  const edgeFlow = new Int32Array(instance.edgeDemand.length);
  plan.edgeFlow.forEach((units, edge) => (edgeFlow[network.edgeOrigin[edge]!] = units));
  const [objective, dualObjective] = [objectiveOf(network, plan), dualObjectiveOf(network, plan)];
  if (objective !== dualObjective) throw new Error(`an assignment worth ${objective} at prices that sum up to ${dualObjective}`);
  const told = (prices: Float64Array): Float64Array => prices.map((price) => price / network.scale);
  const [demandPrice, supplyPrice] = [told(plan.demandPrice), told(plan.supplyPrice)];
  priceNobody(instance, demandPrice, supplyPrice);
  return { edgeFlow, objective, dualObjective, demandPrice, supplyPrice };
};
