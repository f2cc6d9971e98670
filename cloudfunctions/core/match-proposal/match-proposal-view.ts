import type { MatchComingView, MatchProposalRef, MatchProposalView } from '@contract';
import { maskedName, worksAt, type Member } from '../member/member';
import type { Supply } from '../supply/supply';
import type { Wish } from '../wish/wish';
import { answersProposal, receivesProposal } from './change-match-proposal';
import { claimIdOfProposal, type MatchProposal } from './match-proposal';

/** What a giver reads of the wish, as the wall shows it. */
export const PROPOSED_FIELDS = ['title', 'category', 'pictureKey', 'urgency', 'areaName', 'shareNote', 'windowEndMs', 'sharesLeft', 'wallState'] as const satisfies readonly (keyof Wish)[];
export type ProposedWish = Pick<Wish, '_id' | (typeof PROPOSED_FIELDS)[number]>;
export type ProposedSupply = Pick<Supply, '_id' | 'title' | 'partyName'>;

export const proposalRefOf = ({ _id, state }: Pick<MatchProposal, '_id' | 'state'>): MatchProposalRef => ({ proposalId: _id, state, claimId: state === 'accepted' ? claimIdOfProposal(_id) : null });

export const proposalView = (proposal: MatchProposal, wish: ProposedWish, supply: ProposedSupply | null, reader: Member, nowMs: number): MatchProposalView => {
  const { title, category, pictureKey, urgency, areaName, shareNote, windowEndMs, sharesLeft, wallState } = wish;
  return {
    ...proposalRefOf(proposal), wishId: wish._id, title, category, pictureKey, urgency, areaName, shareNote, windowEndMs, sharesLeft,
    shares: proposal.shares, supplyTitle: supply?.title ?? '', partyKind: proposal.partyKind, partyName: supply?.partyName ?? '', why: proposal.why, answerByMs: proposal.answerByMs,
    canAnswer: proposal.state === 'open' && proposal.answerByMs > nowMs && wallState === 'claimable' && answersProposal(proposal, reader),
  };
};

/** A shop or a unit by its name, a neighbour as "刘*" but for staff. */
export const comingView = (proposal: MatchProposal, supply: ProposedSupply | null, reader: Member, nowMs: number): MatchComingView => {
  const name = supply?.partyName ?? '';
  return {
    proposalId: proposal._id, state: proposal.state, partyKind: proposal.partyKind, supplyTitle: supply?.title ?? '', shares: proposal.shares, answerByMs: proposal.answerByMs,
    partyName: proposal.partyKind === 'member' && !worksAt(reader, proposal.areaId) ? maskedName(name) : name,
    canSayUnsuited: proposal.state === 'open' && proposal.answerByMs > nowMs && receivesProposal(proposal, reader),
  };
};
