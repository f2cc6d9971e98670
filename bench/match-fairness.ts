/** What fairness costs: the same town served in the order of arrival, greedily, to the optimum, and with a thumb on the scale. */
import { solveAssignment } from '../cloudfunctions/core/match/assignment';
import type { AssignmentInstance } from '../cloudfunctions/core/match/instance';
import { createRandom } from '../devtools/demo/random';
import { cityInstance, WEIGHT_MAX } from './match-instances';

export interface Fairness {
  readonly way: string;
  /** Total suitability, as a part of the optimum. */
  readonly total: number;
  /** Of the wishes that wait longest (one in seven), those that got something; and of all. */
  readonly longestServed: number;
  readonly served: number;
}

const LONGEST_SHARE = 0.15;
/** What having waited longest is worth, as a part of the best suitability there is. */
const BONUS = 0.2;

/** Takes edges one after another while both sides have something left. */
const takeInOrder = ({ demandUnits, supplyCapacity, edgeDemand, edgeSupply }: AssignmentInstance, order: readonly number[]): Int32Array => {
  const [wanted, room] = [Int32Array.from(demandUnits), Int32Array.from(supplyCapacity)];
  const flow = new Int32Array(edgeDemand.length);
  for (const edge of order) {
    const [demand, supply] = [edgeDemand[edge]!, edgeSupply[edge]!];
    if (wanted[demand]! === 0 || room[supply]! === 0) continue;
    wanted[demand]! -= 1;
    room[supply]! -= 1;
    flow[edge] = 1;
  }
  return flow;
};

/** First one unit for as many as can be, then the rest of the room for second and third units. */
const firstUnitsFirst = (instance: AssignmentInstance): Int32Array => {
  const first = solveAssignment({ ...instance, demandUnits: Int32Array.from(instance.demandUnits, () => 1), edgeWeight: Int32Array.from(instance.edgeWeight, (weight) => weight + 100 * WEIGHT_MAX) }).edgeFlow;
  const used = new Int32Array(instance.supplyCapacity.length);
  first.forEach((units, edge) => (used[instance.edgeSupply[edge]!]! += units));
  const rest = solveAssignment({
    ...instance,
    demandUnits: Int32Array.from(instance.demandUnits, (units) => units - 1),
    supplyCapacity: Int32Array.from(instance.supplyCapacity, (units, supply) => units - used[supply]!),
    edgeCapacity: first.map((units) => 1 - units),
  }).edgeFlow;
  return first.map((units, edge) => units + rest[edge]!);
};

export const measureFairness = (wishCount: number, offerCount: number): readonly Fairness[] => {
  const instance = cityInstance(11, wishCount, offerCount);
  const { edgeDemand, edgeWeight } = instance;
  const random = createRandom(12);
  const daysWaited = Array.from({ length: wishCount }, () => Math.floor(60 * random.next() ** 2));
  const byWaiting = daysWaited.map((_, wish) => wish).sort((a, b) => daysWaited[b]! - daysWaited[a]! || a - b);
  const longest = new Set(byWaiting.slice(0, Math.round(LONGEST_SHARE * wishCount)));
  const edges = Array.from(edgeWeight, (_, edge) => edge);
  const best = solveAssignment(instance);
  const arrival = random.sample(byWaiting, wishCount);
  const place = new Int32Array(wishCount);
  arrival.forEach((wish, at) => (place[wish] = at));
  const withBonus = { ...instance, edgeWeight: Int32Array.from(edgeWeight, (weight, edge) => weight + (longest.has(edgeDemand[edge]!) ? BONUS * WEIGHT_MAX : 0)) };
  const ways: readonly (readonly [string, Int32Array])[] = [
    ['order of arrival', takeInOrder(instance, [...edges].sort((a, b) => place[edgeDemand[a]!]! - place[edgeDemand[b]!]! || edgeWeight[b]! - edgeWeight[a]!))],
    ['greedy by weight', takeInOrder(instance, [...edges].sort((a, b) => edgeWeight[b]! - edgeWeight[a]! || a - b))],
    ['optimum', best.edgeFlow],
    [`optimum, a bonus of ${BONUS} for who waits longest`, solveAssignment(withBonus).edgeFlow],
    ['first units first', firstUnitsFirst(instance)],
  ];
  return ways.map(([way, flow]) => {
    const served = new Set<number>();
    let total = 0;
    flow.forEach((units, edge) => {
      if (units > 0) served.add(edgeDemand[edge]!);
      total += units * edgeWeight[edge]!;
    });
    return { way, total: total / best.objective, longestServed: [...longest].filter((wish) => served.has(wish)).length / longest.size, served: served.size / wishCount };
  });
};
