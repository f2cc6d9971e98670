import type { MatchRoundState, MatchRoundView } from '@contract';
import type { MatchProposal } from '../../../cloudfunctions/core/match-proposal/match-proposal';
import { isMatchProposalCoherent } from '../../../cloudfunctions/core/match-proposal/match-proposal';
import { askedPairs, type MatchPage } from '../../../cloudfunctions/core/match-round/match-pages';
import { isMatchRoundCoherent, type MatchRound } from '../../../cloudfunctions/core/match-round/match-round';
import { problemWith } from '../../../cloudfunctions/core/match-round/solve-round';
import { proveRound } from '../../../cloudfunctions/core/match-round/prove-round';
import { STAFF, type Community } from './community';

export const roundOf = (community: Community, roundId: string): MatchRound => {
  const found = community.document<MatchRound>('matchRounds', roundId);
  if (found === null) throw new Error(`no round ${roundId}`);
  return found;
};

export const proposalsIn = (community: Community, roundId: string): readonly MatchProposal[] => community.documents<MatchProposal>('matchProposals').filter((proposal) => proposal.roundId === roundId);

/** The timer, until the round is in one of these states. */
export const workUntil = async (community: Community, roundId: string, ...states: readonly MatchRoundState[]): Promise<MatchRoundView> => {
  for (let runs = 0; runs < 12 && !states.includes(roundOf(community, roundId).state); runs += 1) {
    await community.advance(61_000);
    await community.runJobs();
  }
  const view = await community.must(STAFF, 'matchRound.get', { roundId });
  expect(states).toContain(view.state);
  return view;
};

/** The timer, until what was declined is proposed to others. */
export const workUntilPass = async (community: Community, roundId: string, pass: number): Promise<void> => {
  for (let runs = 0; runs < 12 && !(roundOf(community, roundId).pass === pass && roundOf(community, roundId).state === 'open'); runs += 1) {
    await community.advance(61_000);
    await community.runJobs();
  }
  expect(roundOf(community, roundId)).toMatchObject({ pass, state: 'open' });
};

export const previewedRound = async (community: Community, caller = STAFF): Promise<string> => {
  const { roundId } = await community.must(caller, 'matchRound.start', {});
  await workUntil(community, roundId, 'preview');
  return roundId;
};

/** A round whose proposals are out. */
export const sentRound = async (community: Community): Promise<string> => {
  const roundId = await previewedRound(community);
  await community.must(STAFF, 'matchRound.send', { roundId });
  await workUntil(community, roundId, 'open');
  return roundId;
};

const pagesOf = (community: Community, roundId: string): readonly MatchPage[] => [...community.documents<MatchPage>('matchPages')].filter((page) => page.roundId === roundId).sort((a, b) => a.page - b.page);

/** What a pass stored, proved again from nothing but the pages. */
export const proofOf = (community: Community, roundId: string, pass = 1): ReturnType<typeof proveRound> => {
  const sent = roundOf(community, roundId).sentRuns;
  const partsOf = (of: number) => {
    const pages = pagesOf(community, roundId).filter((page) => page.pass === of);
    const proofs = pages.flatMap((page) => (page.kind === 'proof' ? [page] : [])).sort((a, b) => b.run - a.run);
    const page = proofs.find(({ run }) => run === sent[of - 1]) ?? proofs[0];
    if (page === undefined) throw new Error(`no proof of pass ${String(of)} of ${roundId}`);
    return { page, needs: pages.flatMap((found) => (found.kind === 'needs' ? found.needs : [])), offers: pages.flatMap((found) => (found.kind === 'offers' ? found.offers : [])) };
  };
  const asked = Array.from({ length: pass - 1 }, (_unused, before) => partsOf(before + 1)).flatMap(({ page, needs, offers }) => askedPairs(page.proof, needs, offers));
  const { page, needs, offers } = partsOf(pass);
  return proveRound(problemWith(needs, offers, page.bonus, page.overrides, asked), page.proof);
};

/** No moment may break it: each round and proposal in itself, one round under way in a community, nobody asked twice of one pair. */
export const assertRoundsSound = (community: Community): void => {
  const rounds = community.documents<MatchRound>('matchRounds');
  expect(rounds.filter((round) => !isMatchRoundCoherent(round)).map(({ _id, state, work }) => ({ _id, state, work }))).toEqual([]);
  const underWay = rounds.filter(({ endedAtMs }) => endedAtMs === null).map(({ communityId }) => communityId);
  expect(new Set(underWay).size).toBe(underWay.length);
  const proposals = community.documents<MatchProposal>('matchProposals');
  expect(proposals.filter((proposal) => !isMatchProposalCoherent(proposal) || proposal.pendingEvents > 0)).toEqual([]);
  expect(new Set(proposals.map(({ roundId, wishId, supplyId }) => `${roundId}/${wishId}/${supplyId}`)).size).toBe(proposals.length);
  expect(community.documents<{ readonly count: number }>('pushWeeks').filter(({ count }) => count > 2)).toEqual([]);
};
