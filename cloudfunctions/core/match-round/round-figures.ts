import type { MatchAreaView, MatchFiguresView } from '@contract';
import { suitabilityOf, SUITABILITY_VERSION } from '../match/suitability';
import { RULES } from '../rules';
import type { MatchNeed, MatchPair, MatchRow } from './match-pages';
import type { PlacedPair, RoundProblem, RoundSolution } from './solve-round';

const byNeed = (pairs: readonly PlacedPair[]): ReadonlyMap<number, readonly PlacedPair[]> => {
  const grouped = new Map<number, PlacedPair[]>();
  for (const pair of pairs) grouped.set(pair.need, [...(grouped.get(pair.need) ?? []), pair]);
  return grouped;
};

const sharesOf = (pairs: readonly PlacedPair[]): number => pairs.reduce((sum, { shares }) => sum + shares, 0);

/** Where most wait first; a community has no more places than are told. */
const areasOf = (needs: readonly MatchNeed[], placed: ReadonlyMap<number, unknown>, arrival: ReadonlyMap<number, unknown>): readonly MatchAreaView[] => {
  const areas = new Map<string, { areaId: string; areaName: string; wishes: number; placed: number; arrivalPlaced: number }>();
  needs.forEach(({ areaId, areaName }, place) => {
    const area = areas.get(areaId) ?? { areaId, areaName, wishes: 0, placed: 0, arrivalPlaced: 0 };
    area.wishes += 1;
    if (placed.has(place)) area.placed += 1;
    if (arrival.has(place)) area.arrivalPlaced += 1;
    areas.set(areaId, area);
  });
  return [...areas.values()].sort((a, b) => b.wishes - a.wishes || (a.areaId < b.areaId ? -1 : 1)).slice(0, RULES.matchRound.areas);
};

/** Pure: what a solution comes to, beside arrival order. `left`: offers that were left out. */
export const figuresOf = ({ needs, offers }: RoundProblem, solution: RoundSolution, left: { readonly offersBarred: number; readonly offersPushed: number }): MatchFiguresView => {
  const [placed, arrival] = [byNeed(solution.pairs), byNeed(solution.arrival)];
  const longest = [...solution.longest];
  return {
    wishes: needs.length,
    shares: needs.reduce((sum, { need }) => sum + need.sharesLeft, 0),
    offers: offers.length,
    offersBarred: left.offersBarred,
    offersPushed: left.offersPushed,
    isAtLeast: needs.length >= RULES.matchRound.wishesMax || offers.length >= RULES.matchRound.offersMax,
    placed: placed.size,
    placedShares: sharesOf(solution.pairs),
    arrivalPlaced: arrival.size,
    arrivalShares: sharesOf(solution.arrival),
    longest: {
      wishes: longest.length,
      placed: longest.filter((place) => placed.has(place)).length,
      arrivalPlaced: longest.filter((place) => arrival.has(place)).length,
      waitingDays: longest.reduce((days, place) => Math.max(days, Math.floor(needs[place]!.need.waitingDays)), 0),
    },
    total: solution.total,
    totalWithoutFairness: solution.totalWithoutFairness,
    arrivalTotal: solution.arrivalTotal,
    objective: solution.proof.objective,
    dualObjective: solution.proof.dualObjective,
    byArea: areasOf(needs, placed, arrival),
    suitabilityVersion: SUITABILITY_VERSION,
  };
};

/** Pure: one row a wish, in the order of needs. Why is said of what is given only. */
export const rowsOf = ({ needs, offers }: RoundProblem, solution: RoundSolution): readonly MatchRow[] => {
  const [placed, arrival] = [byNeed(solution.pairs), byNeed(solution.arrival)];
  const whyOf = (need: MatchNeed, place: number): string => {
    const found = suitabilityOf(need.need, offers[place]!.offer);
    return found.kind === 'suited' ? found.why : '';
  };
  const told = (need: MatchNeed, isSaid: boolean) => ({ offer, shares, score, isForced }: PlacedPair): MatchPair => ({ supplyId: offers[offer]!.supplyId, shares, score, isForced, why: isSaid ? whyOf(need, offer) : '' });
  return needs.map((need, place) => ({
    wishId: need.need.wishId,
    page: need.page,
    isLongest: solution.longest.has(place),
    waitingDays: Math.floor(need.need.waitingDays),
    shares: need.need.sharesLeft,
    areaId: need.areaId,
    areaName: need.areaName,
    recipientIds: need.need.peopleIds,
    candidates: need.supplyIds.length,
    given: (placed.get(place) ?? []).map(told(need, true)),
    arrival: (arrival.get(place) ?? []).map(told(need, false)),
  }));
};
