import { checkAssignment, type Verdict } from '../match/certificate';
import type { MatchProof } from './match-pages';
import { roundInstance, type RoundProblem } from './solve-round';

/** Pure: proves a stored solution again from the stored pages: sound, and `gap` 0 where nothing is worth more. */
export const proveRound = (problem: RoundProblem, proof: MatchProof): Verdict => {
  const { instance, edges } = roundInstance(problem);
  const flowAt = new Map<string, number>();
  for (let at = 0; at < proof.flows.length; at += 3) flowAt.set(`${String(proof.flows[at])}/${String(proof.flows[at + 1])}`, proof.flows[at + 2]!);
  const edgeFlow = Int32Array.from(edges.need, (need, edge) => flowAt.get(`${String(need)}/${String(edges.offer[edge])}`) ?? 0);
  const carried = edgeFlow.reduce((count, units) => count + (units > 0 ? 1 : 0), 0);
  if (carried !== flowAt.size) return { isSound: false, fault: `${String(flowAt.size - carried)} pairs that are no candidates` };
  return checkAssignment(instance, { edgeFlow, objective: proof.objective, dualObjective: proof.dualObjective, demandPrice: Float64Array.from(proof.demandPrice), supplyPrice: Float64Array.from(proof.supplyPrice) });
};
