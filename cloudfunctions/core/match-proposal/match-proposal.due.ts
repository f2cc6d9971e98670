import { advanceAggregate } from '../aggregate/settle.use-case';
import { tellAggregate } from '../aggregate/tell.use-case';
import { accept } from '../kernel/result';
import type { DueHandler } from '../jobs/due';
import { wishRepository } from '../wish/wish.repository';
import { endedByClock, outcomeOf } from './change-match-proposal';
import { MATCH_PROPOSAL_KIND } from './match-proposal-kind';
import { matchProposalRepository } from './match-proposal.repository';

/** Its time is up: whoever claimed the wish on the wall has accepted, where others did it is gone, else nobody answered. */
const endUnanswered = async (proposalId: string, nowMs: number): Promise<void> => {
  const proposal = await matchProposalRepository.find(proposalId);
  if (proposal === null || proposal.state !== 'open' || proposal.answerByMs > nowMs) return;
  const outcome = outcomeOf(proposal, await wishRepository.find(proposal.wishId));
  await tellAggregate(MATCH_PROPOSAL_KIND, proposalId, (standing) => accept(standing.state === 'open' ? { kind: 'change', change: endedByClock(standing, outcome, nowMs) } : { kind: 'replay' }));
};

export const matchProposalDue: DueHandler = {
  collection: 'matchProposals',
  settle: async (id, nowMs) => {
    await endUnanswered(id, nowMs);
    await advanceAggregate(MATCH_PROPOSAL_KIND, id, nowMs);
  },
};
