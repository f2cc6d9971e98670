import { tellAggregate } from '../aggregate/tell.use-case';
import type { Step } from '../aggregate/step';
import { decideClaimAs } from '../claim/claim-wish';
import { decideGiver, type Giver } from '../claim/giver';
import { givingPartiesOf } from '../claim/giving-parties.use-case';
import type { GiverInput } from '@contract';
import type { EffectOf } from '../effect/effect';
import { hashInput } from '../kernel/ids';
import type { Result } from '../kernel/result';
import type { Member } from '../member/member';
import { finishNotice } from '../notice/notice.repository';
import { store } from '../platform/store';
import { WISH_KIND } from '../wish/settle-wish';
import { decideMissed } from './change-match-proposal';
import { claimIdOfProposal, giverNoticeId, type MatchProposal } from './match-proposal';
import { MATCH_PROPOSAL_KIND } from './match-proposal-kind';
import { hasOpenOf, matchProposalRepository } from './match-proposal.repository';

const giverInputOf = ({ partyKind, partyId }: MatchProposal): GiverInput => {
  switch (partyKind) {
    case 'member':
      return { kind: 'self' };
    case 'merchant':
      return { kind: 'merchant', areaId: null };
    case 'unit':
      return { kind: 'unit', unitId: partyId };
  }
};

/** As whom somebody claims what was proposed: as whom it was offered. One request for a unit or a shop. Refuses OUT_OF_AREA, SHOP_NOT_OPEN, UNIT_NOT_YOURS. */
export const giverOfProposal = async (proposal: MatchProposal, member: Member, wishAreaId: string): Promise<Result<Giver>> => {
  const as = giverInputOf(proposal);
  return decideGiver(as, member, wishAreaId, await givingPartiesOf(as, member));
};

/** The step of the claim: one and the same however often it is carried out. */
const claimStep = (proposal: MatchProposal, byId: string, atMs: number): Step => ({ actorId: byId, operationId: proposal._id, inputHash: hashInput({ proposalId: proposal._id }), nowMs: atMs });

/** The ordinary claim of what was accepted. Somebody was faster, or the giver may not any more: then the proposal says so. */
export const claimProposed = async ({ proposalId, byId, atMs }: EffectOf<'claimProposed'>): Promise<void> => {
  const proposal = await matchProposalRepository.find(proposalId);
  const member = await store.find<Member>('members', byId);
  if (proposal === null || proposal.state !== 'accepted') return;
  const giver = member === null ? null : await giverOfProposal(proposal, member, proposal.areaId);
  let isClaimed = false;
  if (giver?.ok === true) {
    await tellAggregate(WISH_KIND, proposal.wishId, (wish) => {
      const decided = decideClaimAs(wish, claimIdOfProposal(proposalId), proposal.shares, giver.value, claimStep(proposal, byId, atMs));
      isClaimed = decided.ok;
      return decided;
    });
  }
  if (!isClaimed) await tellAggregate(MATCH_PROPOSAL_KIND, proposalId, (standing) => decideMissed(standing, atMs));
};

/** The giver answered everything of this pass: their notice is put away. */
export const closeMatchNotice = async ({ roundId, pass, keeperId }: EffectOf<'closeMatchNotice'>): Promise<void> => {
  if (!(await hasOpenOf(roundId, pass, keeperId))) await finishNotice({ noticeId: giverNoticeId(roundId, pass, keeperId), memberId: keeperId });
};
