import type { AssignmentInstance } from './instance';

/** The optimum by looking at every assignment there is: for instances of a few edges. */
export const bruteForce = ({ demandUnits, supplyCapacity, edgeDemand, edgeSupply, edgeWeight, edgeCapacity }: AssignmentInstance): number => {
  const [demandLeft, supplyLeft] = [Array.from(demandUnits), Array.from(supplyCapacity)];
  const bestFrom = (edge: number): number => {
    if (edge === edgeDemand.length) return 0;
    const [demand, supply] = [edgeDemand[edge]!, edgeSupply[edge]!];
    const most = Math.min(demandLeft[demand]!, supplyLeft[supply]!, edgeCapacity?.[edge] ?? 1);
    let best = bestFrom(edge + 1);
    for (let units = 1; units <= most; units += 1) {
      demandLeft[demand]! -= units;
      supplyLeft[supply]! -= units;
      best = Math.max(best, units * edgeWeight[edge]! + bestFrom(edge + 1));
      demandLeft[demand]! += units;
      supplyLeft[supply]! += units;
    }
    return best;
  };
  return bestFrom(0);
};
