import { solveAssignment } from '../match/assignment';
import type { AssignmentInstance } from '../match/instance';
import { fairnessLeftOut } from '../match/suitability';
import { RULES } from '../rules';
import type { MatchOverride } from './match-round';
import { pairKey, type MatchNeed, type MatchOffer, type MatchProof } from './match-pages';

export interface RoundProblem {
  readonly needs: readonly MatchNeed[];
  readonly offers: readonly MatchOffer[];
  /** What a pair of who waits longest is worth more. */
  readonly bonus: number;
  /** Pairs that are not to be: staff said so, or they were asked before. By `pairKey`. */
  readonly forbidden: ReadonlySet<string>;
  readonly forced: readonly { readonly wishId: string; readonly supplyId: string }[];
}

/** Pure: a problem with what staff said about it, and without the pairs that earlier passes asked for. */
export const problemWith = (needs: readonly MatchNeed[], offers: readonly MatchOffer[], bonus: number, overrides: readonly MatchOverride[], asked: readonly string[]): RoundProblem => ({
  needs, offers, bonus,
  forbidden: new Set([...asked, ...overrides.filter(({ kind }) => kind === 'forbid').map(({ wishId, supplyId }) => pairKey(wishId, supplyId))]),
  forced: overrides.filter(({ kind }) => kind === 'force'),
});

/** Shares of one need by one offer; places in the lists of the problem. */
export interface PlacedPair {
  readonly need: number;
  readonly offer: number;
  readonly shares: number;
  readonly score: number;
  readonly isForced: boolean;
}

export interface RoundSolution {
  readonly pairs: readonly PlacedPair[];
  readonly arrival: readonly PlacedPair[];
  /** Places of the needs that wait longest. */
  readonly longest: ReadonlySet<number>;
  /** Suitability apart from fairness, so that its price can be seen (no bonus, and as if nobody knew which homes were helped): as solved, as it would be without fairness, by order of arrival. */
  readonly total: number;
  readonly totalWithoutFairness: number;
  readonly arrivalTotal: number;
  readonly proof: MatchProof;
}

const plainScore = ({ needs }: RoundProblem, need: number, score: number): number => score + fairnessLeftOut(needs[need]!.need);

const totalOf = (problem: RoundProblem, pairs: readonly PlacedPair[]): number => pairs.reduce((sum, { need, score, shares }) => sum + plainScore(problem, need, score) * shares, 0);

/** Places in order of arrival; equal moments by their id. */
const byArrival = (needs: readonly MatchNeed[]): readonly number[] =>
  needs.map((_need, place) => place).sort((a, b) => needs[a]!.sinceMs - needs[b]!.sinceMs || (needs[a]!.need.wishId < needs[b]!.need.wishId ? -1 : 1));

/** Pure: the part of the needs that waits longest. */
export const longestOf = (needs: readonly MatchNeed[]): ReadonlySet<number> => new Set(byArrival(needs).slice(0, Math.ceil(needs.length * RULES.matchRound.longestPart)));

const placesOf = (offers: readonly MatchOffer[]): ReadonlyMap<string, number> => new Map(offers.map(({ supplyId }, place) => [supplyId, place]));

/** Room and shares that are left; what is placed is taken from them. */
class Room {
  readonly units: number[];
  readonly capacity: number[];

  constructor({ needs, offers }: RoundProblem) {
    this.units = needs.map(({ need }) => need.sharesLeft);
    this.capacity = offers.map(({ offer }) => offer.capacityLeft);
  }

  take(need: number, offer: number): number {
    const shares = Math.min(this.units[need]!, this.capacity[offer]!);
    this.units[need]! -= shares;
    this.capacity[offer]! -= shares;
    return shares;
  }
}

/** What staff decided stands before everything is solved; a pair that is no candidate can't be forced (filters are filters). */
const forcedPairs = (problem: RoundProblem, room: Room): readonly PlacedPair[] => {
  const offerPlaces = placesOf(problem.offers);
  const needPlaces = new Map(problem.needs.map(({ need }, place) => [need.wishId, place]));
  return problem.forced.flatMap(({ wishId, supplyId }) => {
    const [need, offer] = [needPlaces.get(wishId), offerPlaces.get(supplyId)];
    if (need === undefined || offer === undefined || problem.forbidden.has(pairKey(wishId, supplyId))) return [];
    const score = problem.needs[need]!.scores[problem.needs[need]!.supplyIds.indexOf(supplyId)];
    const shares = score === undefined ? 0 : room.take(need, offer);
    return score === undefined || shares === 0 ? [] : [{ need, offer, shares, score, isForced: true }];
  });
};

/** Pure: arrival order, each takes what suits it best of what is left: what happens without a round. */
const arrivalPairs = (problem: RoundProblem): readonly PlacedPair[] => {
  const [room, offerPlaces] = [new Room(problem), placesOf(problem.offers)];
  return byArrival(problem.needs).flatMap((need) => {
    const { supplyIds, scores, need: { wishId } } = problem.needs[need]!;
    return supplyIds.flatMap((supplyId, candidate) => {
      const offer = offerPlaces.get(supplyId);
      if (offer === undefined || problem.forbidden.has(pairKey(wishId, supplyId))) return [];
      const shares = room.take(need, offer);
      return shares === 0 ? [] : [{ need, offer, shares, score: scores[candidate]!, isForced: false }];
    });
  });
};

interface Edges {
  readonly need: number[];
  readonly offer: number[];
  readonly score: number[];
}

/** Candidate pairs in the order of needs, the best first: the same for whoever proves it later. */
const edgesOf = (problem: RoundProblem, forced: readonly PlacedPair[]): Edges => {
  const [edges, offerPlaces]: [Edges, ReadonlyMap<string, number>] = [{ need: [], offer: [], score: [] }, placesOf(problem.offers)];
  const isForced = new Set(forced.map(({ need, offer }) => `${String(need)}/${String(offer)}`));
  problem.needs.forEach(({ supplyIds, scores, need: { wishId } }, need) => {
    supplyIds.forEach((supplyId, candidate) => {
      const offer = offerPlaces.get(supplyId);
      if (offer === undefined || problem.forbidden.has(pairKey(wishId, supplyId)) || isForced.has(`${String(need)}/${String(offer)}`)) return;
      edges.need.push(need);
      edges.offer.push(offer);
      edges.score.push(scores[candidate]!);
    });
  });
  return edges;
};

const instanceOf = (room: Room, edges: Edges, worth: readonly number[]): AssignmentInstance => ({
  demandUnits: room.units,
  supplyCapacity: room.capacity,
  edgeDemand: edges.need,
  edgeSupply: edges.offer,
  edgeWeight: worth,
  edgeCapacity: edges.need.map((need, edge) => Math.min(room.units[need]!, room.capacity[edges.offer[edge]!]!)),
});

const triples = (pairs: readonly PlacedPair[]): readonly number[] => pairs.flatMap(({ need, offer, shares }) => [need, offer, shares]);

/** Pure: what is solved once staff's own pairs are taken out; `checkAssignment` proves the stored answer on this very instance. */
export const roundInstance = (problem: RoundProblem): { readonly instance: AssignmentInstance; readonly forced: readonly PlacedPair[]; readonly edges: Edges; readonly longest: ReadonlySet<number> } => {
  const room = new Room(problem);
  const forced = forcedPairs(problem, room);
  const [edges, longest] = [edgesOf(problem, forced), longestOf(problem.needs)];
  const worth = edges.score.map((score, edge) => score + (longest.has(edges.need[edge]!) ? problem.bonus : 0));
  return { instance: instanceOf(room, edges, worth), forced, edges, longest };
};

/** Pure: the pairs worth most, those of staff before them, with the proof, beside what arrival order gives and what fairness costs. */
export const solveRound = (problem: RoundProblem): RoundSolution => {
  const { instance, forced, edges, longest } = roundInstance(problem);
  const solved = solveAssignment(instance);
  const pairs = edges.need.flatMap((need, edge) => (solved.edgeFlow[edge]! > 0 ? [{ need, offer: edges.offer[edge]!, shares: solved.edgeFlow[edge]!, score: edges.score[edge]!, isForced: false }] : []));
  const arrival = arrivalPairs(problem);
  const isFair = problem.bonus > 0 || problem.needs.some(({ need }) => fairnessLeftOut(need) !== 0);
  const unfair = isFair ? solveAssignment({ ...instance, edgeWeight: edges.score.map((score, edge) => plainScore(problem, edges.need[edge]!, score)) }).objective : totalOf(problem, pairs);
  return {
    pairs: [...forced, ...pairs], arrival, longest,
    total: totalOf(problem, forced) + totalOf(problem, pairs), totalWithoutFairness: totalOf(problem, forced) + unfair, arrivalTotal: totalOf(problem, arrival),
    proof: { objective: solved.objective, dualObjective: solved.dualObjective, demandPrice: [...solved.demandPrice], supplyPrice: [...solved.supplyPrice], flows: triples(pairs), forced: triples(forced) },
  };
};
