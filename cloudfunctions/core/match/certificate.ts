import type { Assignment } from './assignment';
import type { AssignmentInstance } from './instance';

/** What the proof of an assignment comes to. `gap` is how much of the optimum may be missing, as a part of it: 0 is proved to be the best there is. */
export type Verdict = { readonly isSound: true; readonly objective: number; readonly dualObjective: number; readonly gap: number } | { readonly isSound: false; readonly fault: string };

const { abs, max } = Math;
const { isInteger } = Number;

const fault = (text: string): Verdict => ({ isSound: false, fault: text });

/** Below this a double loses its digits, and so small a worth means nothing. */
const TINY = 2 ** -940;
/** Told and counted anew may differ by what doubles lose when they are added up in another order; `unit` is the largest weight. */
const isNear = (told: number, counted: number, unit: number): boolean => abs(told - counted) <= 1e-9 * max(unit, abs(counted), TINY);

const flowFault = ({ demandUnits, supplyCapacity, edgeDemand, edgeSupply, edgeCapacity }: AssignmentInstance, { edgeFlow }: Assignment): string | null => {
  if (edgeFlow.length !== edgeDemand.length) return `${edgeFlow.length} flows for ${edgeDemand.length} edges`;
  const [demandUsed, supplyUsed] = [new Float64Array(demandUnits.length), new Float64Array(supplyCapacity.length)];
  for (let edge = 0; edge < edgeFlow.length; edge += 1) {
    const [units, most] = [edgeFlow[edge]!, edgeCapacity?.[edge] ?? 1];
    if (!isInteger(units) || units < 0 || units > most) return `edge ${edge} carries ${units} of ${most}`;
    demandUsed[edgeDemand[edge]!]! += units;
    supplyUsed[edgeSupply[edge]!]! += units;
  }
  const over = (side: string, used: Float64Array, units: ArrayLike<number>): string | null => {
    const index = used.findIndex((count, at) => count > units[at]!);
    return index < 0 ? null : `${side} ${index} has ${used[index]} of ${units[index]}`;
  };
  return over('demand', demandUsed, demandUnits) ?? over('supply', supplyUsed, supplyCapacity);
};

const priceFault = (side: string, prices: ArrayLike<number>, count: number): string | null => {
  if (prices.length !== count) return `${prices.length} prices for ${count} of ${side}`;
  for (let index = 0; index < count; index += 1) if (!(prices[index]! >= 0 && prices[index]! < Infinity)) return `the price of ${side} ${index} is ${prices[index]}`;
  return null;
};

/** Any prices from 0 bound every assignment: what all units cost, and what an edge is worth beyond its two prices. */
const boundOf = ({ demandUnits, supplyCapacity, edgeDemand, edgeSupply, edgeWeight, edgeCapacity }: AssignmentInstance, { demandPrice, supplyPrice }: Assignment): number => {
  let bound = 0;
  for (let demand = 0; demand < demandUnits.length; demand += 1) bound += demandUnits[demand]! * demandPrice[demand]!;
  for (let supply = 0; supply < supplyCapacity.length; supply += 1) bound += supplyCapacity[supply]! * supplyPrice[supply]!;
  for (let edge = 0; edge < edgeDemand.length; edge += 1) {
    bound += max(0, edgeWeight[edge]! - demandPrice[edgeDemand[edge]!]! - supplyPrice[edgeSupply[edge]!]!) * (edgeCapacity?.[edge] ?? 1);
  }
  return bound;
};

/**
 * Proves an assignment from the instance alone, sharing no code with the solver: that it breaks no limit, is worth what it
 * says, and that its prices allow nothing worth more. Read it to know what is promised; it takes one look at each edge.
 */
export const checkAssignment = (instance: AssignmentInstance, answer: Assignment): Verdict => {
  const wrong = flowFault(instance, answer) ?? priceFault('demand', answer.demandPrice, instance.demandUnits.length) ?? priceFault('supply', answer.supplyPrice, instance.supplyCapacity.length);
  if (wrong !== null) return fault(wrong);
  let objective = 0;
  for (let edge = 0; edge < answer.edgeFlow.length; edge += 1) objective += answer.edgeFlow[edge]! * instance.edgeWeight[edge]!;
  const dualObjective = boundOf(instance, answer);
  let unit = 0;
  for (let edge = 0; edge < instance.edgeWeight.length; edge += 1) unit = max(unit, instance.edgeWeight[edge]!);
  if (!isNear(answer.objective, objective, unit)) return fault(`worth ${answer.objective} as told, ${objective} as counted`);
  if (!isNear(answer.dualObjective, dualObjective, unit)) return fault(`bounded by ${answer.dualObjective} as told, ${dualObjective} as counted`);
  return { isSound: true, objective, dualObjective, gap: isNear(objective, dualObjective, unit) ? 0 : (dualObjective - objective) / dualObjective };
};
