import type { MATCH_ROUND_ROUTES } from '@contract';
import type { Handlers } from '../platform/router';
import { acceptProposal, comingForWish, declineProposal, getProposal, myProposals, unsuitedProposal } from './match-proposal.use-case';

export const matchProposalHandlers: Pick<Handlers, Extract<keyof typeof MATCH_ROUND_ROUTES, `matchProposal.${string}`>> = {
  'matchProposal.mine': myProposals,
  'matchProposal.get': getProposal,
  'matchProposal.accept': acceptProposal,
  'matchProposal.decline': declineProposal,
  'matchProposal.forWish': comingForWish,
  'matchProposal.unsuited': unsuitedProposal,
};
