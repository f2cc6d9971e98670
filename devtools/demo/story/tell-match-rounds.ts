import { deriveId } from '../../../cloudfunctions/core/kernel/ids';
import { matchNeedOf, matchOfferOf, offersByKind } from '../../../cloudfunctions/core/match-round/match-candidates';
import { foldedWith, NEW_FOLD, reportOf } from '../../../cloudfunctions/core/match-round/fold-answers';
import { pagePlace, type MatchNeed, type MatchOffer } from '../../../cloudfunctions/core/match-round/match-pages';
import { newMatchRound, NEW_WORK, type MatchRound } from '../../../cloudfunctions/core/match-round/match-round';
import { figuresOf, rowsOf } from '../../../cloudfunctions/core/match-round/round-figures';
import { problemWith, solveRound, type RoundProblem, type RoundSolution } from '../../../cloudfunctions/core/match-round/solve-round';
import { newMatchProposal, type MatchProposal } from '../../../cloudfunctions/core/match-proposal/match-proposal';
import { isErrand } from '../../../cloudfunctions/core/last-leg/last-leg';
import { RULES } from '../../../cloudfunctions/core/rules';
import { claimsOf, type Wish } from '../../../cloudfunctions/core/wish/wish';
import { daysBefore, DEMO_NOW_MS, hoursAfter, hoursBefore } from '../community/moments';
import { HOME_COMMUNITY } from '../community/places';
import type { Stage } from './stage';

const ANSWER_HOURS = 48;

const offersOf = ({ town }: Stage, atMs: number): readonly MatchOffer[] =>
  [...town.supplies.shelf.documents.values()].filter(({ communityId, partyKind, createdAtMs, state }) => communityId === HOME_COMMUNITY && partyKind !== 'organisation' && state === 'open' && createdAtMs < atMs).map((supply) => matchOfferOf(supply, 0));

/** How often a home was helped in the year before. */
const helpedBefore = (stage: Stage, householdId: string, atMs: number): number =>
  wishesOf(stage).filter((wish) => wish.householdId === householdId && wish.completedAtMs !== null && wish.completedAtMs < atMs && wish.completedAtMs > atMs - RULES.supply.helpedMs).length;

const needsOf = (stage: Stage, wishes: readonly Wish[], offers: readonly MatchOffer[], atMs: number): readonly MatchNeed[] =>
  [...wishes].sort((a, b) => a.publishedAtMs - b.publishedAtMs || (a._id < b._id ? -1 : 1)).map((wish) => matchNeedOf(wish, 0, offersByKind(offers), helpedBefore(stage, wish.householdId, atMs), atMs));

const wishesOf = ({ town }: Stage): readonly Wish[] => [...town.wishes.values()].filter((wish) => wish.communityId === HOME_COMMUNITY && wish.publishedAtMs > 0 && !isErrand(wish));

/** As it was then: on the wall, and nobody had taken any of it. */
const waitingAt = (stage: Stage, atMs: number): readonly Wish[] =>
  wishesOf(stage).filter((wish) => wish.publishedAtMs < atMs && (wish.endedAtMs ?? DEMO_NOW_MS) > atMs && claimsOf(wish).every(({ heldAtMs }) => heldAtMs > atMs)).map((wish) => ({ ...wish, sharesLeft: wish.sharesWanted, activeClaimerIds: [] }));

const begun = ({ town, people }: Stage, n: number, atMs: number): MatchRound => {
  const staff = town.member(people.cast('heJing')._id);
  const step = { actorId: staff._id, operationId: deriveId('op', 'demo', 'matchRound', String(n)), inputHash: 'demo', nowMs: atMs };
  return newMatchRound({ communityId: HOME_COMMUNITY, communityName: staff.communityName }, n, { categories: null, isFair: true, answerHours: ANSWER_HOURS }, staff, step);
};

/** What a round read and solved, as its pages keep it. */
const solvedRound = (stage: Stage, round: MatchRound, wishes: readonly Wish[]): { readonly problem: RoundProblem; readonly solution: RoundSolution } => {
  const offers = offersOf(stage, round.startedAtMs);
  const needs = needsOf(stage, wishes, offers, round.startedAtMs);
  const problem = problemWith(needs, offers, round.fairnessBonus, [], []);
  const solution = solveRound(problem);
  const { pages } = stage.town.matching;
  for (const page of [
    { ...pagePlace(round._id, 'offers', 1, 0, 0), kind: 'offers' as const, offers },
    { ...pagePlace(round._id, 'needs', 1, 0, 0), kind: 'needs' as const, needs },
    { ...pagePlace(round._id, 'proof', 1, 1, 0), kind: 'proof' as const, proof: solution.proof, bonus: round.fairnessBonus, overrides: [] },
    { ...pagePlace(round._id, 'rows', 1, 1, 0), kind: 'rows' as const, rows: rowsOf(problem, solution) },
  ]) pages.set(page._id, page);
  return { problem, solution };
};

const workOf = ({ needs, offers }: RoundProblem): MatchRound['work'] => ({ ...NEW_WORK, phase: 'idle', offerPages: 1, wishPages: 1, rowPages: 1, offers: offers.length, wishes: needs.length });

/** What became of it is what became of the wish: whoever was asked and claimed it accepted, others were faster, or nobody answered. */
const answered = (proposal: MatchProposal, wish: Wish | undefined, endMs: number): MatchProposal => {
  const claim = wish === undefined ? undefined : claimsOf(wish)[0];
  const state = claim === undefined ? 'lapsed' : claim.claimerId === proposal.partyId ? 'accepted' : 'gone';
  return { ...proposal, state, closedAtMs: Math.min(claim?.heldAtMs ?? endMs, endMs), closedById: state === 'accepted' ? (claim?.contactId ?? null) : null, wakeAtMs: endMs + RULES.matchRound.proposalKeptMs };
};

const endedRound = (stage: Stage): void => {
  const startedAtMs = daysBefore(3);
  const round = begun(stage, 1, startedAtMs);
  const { problem, solution } = solvedRound(stage, round, waitingAt(stage, startedAtMs));
  const answerByMs = hoursAfter(startedAtMs, ANSWER_HOURS + 1);
  const rows = rowsOf(problem, solution);
  const proposals = rows
    .flatMap((row) => row.given.map((pair) => ({ row, pair, offer: problem.offers.find(({ supplyId }) => supplyId === pair.supplyId)! })))
    .map((to) => answered(newMatchProposal(round, answerByMs, to, to.pair.shares, hoursAfter(startedAtMs, 1)), stage.town.wishes.get(to.row.wishId), answerByMs));
  for (const proposal of proposals) stage.town.matching.proposals.set(proposal._id, proposal);
  const figures = figuresOf(problem, solution, { offersBarred: 0, offersPushed: 0 });
  const fold = foldedWith(NEW_FOLD, [...proposals].sort((a, b) => (a.wishId < b.wishId ? -1 : 1)));
  stage.town.matching.rounds.set(round._id, {
    ...round, state: 'ended', run: 1, sentRuns: [1], work: { ...workOf(problem), sent: proposals.length }, figures, previewPages: 1, sentAtMs: hoursAfter(startedAtMs, 1), sent: proposals.length,
    report: reportOf({ figures, pass: 1 }, fold), endedAtMs: answerByMs, version: 20, wakeAtMs: answerByMs + RULES.matchRound.keptMs,
  });
};

/** Worked out this morning; nobody has been told. */
const previewedRound = (stage: Stage): void => {
  const round = begun(stage, 2, hoursBefore(1));
  const { problem, solution } = solvedRound(stage, round, wishesOf(stage).filter(({ wallState, publishedAtMs }) => wallState === 'claimable' && publishedAtMs < round.startedAtMs));
  const previewSinceMs = hoursAfter(round.startedAtMs, 0.05);
  stage.town.matching.rounds.set(round._id, {
    ...round, state: 'preview', run: 1, work: workOf(problem), figures: figuresOf(problem, solution, { offersBarred: 0, offersPushed: 0 }), previewPages: 1, previewSinceMs, version: 8, wakeAtMs: previewSinceMs + RULES.matchRound.previewMs,
  });
};

/** Two rounds of matching of the demo's own community: one that ended, one that staff look at now. */
export function tellMatchRounds(stage: Stage): void {
  endedRound(stage);
  previewedRound(stage);
}
