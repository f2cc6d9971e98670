import { REPLAY, type Change } from '../aggregate/change';
import { knownStep, type Step } from '../aggregate/step';
import { byClock, bySomebody, versionChanged, versionMoved } from '../aggregate/versioned';
import { accept, refuse, type Result } from '../kernel/result';
import { partiesOf, worksAt, type Member } from '../member/member';
import type { Wish } from '../wish/wish';
import type { MatchProposal, MatchProposalEvent, MatchProposalOutcome } from './match-proposal';

type Outcome = Result<MatchProposalOutcome>;

/** Answers for the giver. */
export const answersProposal = ({ keeperId }: Pick<MatchProposal, 'keeperId'>, member: Member): boolean => partiesOf(member).includes(keeperId);

/** The recipient's side, or staff of the area on their behalf. */
export const receivesProposal = ({ recipientIds, areaId }: Pick<MatchProposal, 'recipientIds' | 'areaId'>, member: Member): boolean =>
  partiesOf(member).some((partyId) => recipientIds.includes(partyId)) || worksAt(member, areaId);

const begin = (proposal: MatchProposal, isTheirs: boolean, step: Step): Outcome | null => {
  if (!isTheirs) return refuse('NOT_FOUND');
  const known = knownStep(proposal.steps, step);
  if (known !== null) return known;
  return proposal.state === 'open' && proposal.answerByMs > step.nowMs ? null : refuse('MATCH_PROPOSAL_CLOSED');
};

const closed = (state: MatchProposal['state'], step: Step, reason = '') => ({ state, closedAtMs: step.nowMs, closedById: step.actorId, reason });

/** Whether the wish takes the claim is asked beforehand, by the rules of any claim. Refuses NOT_FOUND, MATCH_PROPOSAL_CLOSED, OPERATION_REUSED. */
export const decideAccept = (proposal: MatchProposal, shares: number, actor: Member, step: Step): Outcome =>
  begin(proposal, answersProposal(proposal, actor), step) ?? accept(versionChanged<MatchProposalEvent>(proposal, step, { ...closed('accepted', step), shares }, { kind: 'proposalAccepted', ...bySomebody(step) }));

/** Refuses NOT_FOUND, MATCH_PROPOSAL_CLOSED, OPERATION_REUSED. */
export const decideDecline = (proposal: MatchProposal, reason: string, actor: Member, step: Step): Outcome =>
  begin(proposal, answersProposal(proposal, actor), step) ?? accept(versionChanged<MatchProposalEvent>(proposal, step, closed('declined', step, reason), { kind: 'proposalClosed', isTold: false, ...bySomebody(step) }));

/** By whoever waits, before it is accepted. Refuses NOT_FOUND, MATCH_PROPOSAL_CLOSED, OPERATION_REUSED. */
export const decideUnsuited = (proposal: MatchProposal, reason: string, actor: Member, step: Step): Outcome =>
  begin(proposal, receivesProposal(proposal, actor), step) ?? accept(versionChanged<MatchProposalEvent>(proposal, step, closed('unsuited', step, reason), { kind: 'proposalClosed', isTold: true, ...bySomebody(step) }));

/** The claim was refused after all: somebody was faster by a moment. */
export const decideMissed = (proposal: MatchProposal, atMs: number): Outcome =>
  proposal.state === 'accepted' ? accept({ kind: 'change', change: versionMoved<MatchProposalEvent>(proposal, { state: 'gone' }, { kind: 'proposalClosed', isTold: true, ...byClock(proposal._id, 'missed', '', atMs) }) }) : accept(REPLAY);

/** What its time being up means: claimed by the giver on the wall, by others, or no answer. */
export const outcomeOf = (proposal: Pick<MatchProposal, 'partyId'>, wish: Pick<Wish, 'wallState' | 'activeClaimerIds'> | null): 'accepted' | 'gone' | 'lapsed' => {
  if (wish?.activeClaimerIds.includes(proposal.partyId) === true) return 'accepted';
  return wish?.wallState === 'claimable' ? 'lapsed' : 'gone';
};

export const endedByClock = (proposal: MatchProposal, state: 'accepted' | 'gone' | 'lapsed', nowMs: number): Change<MatchProposalEvent> =>
  versionMoved<MatchProposalEvent>(proposal, { state, closedAtMs: nowMs }, { kind: 'proposalClosed', isTold: false, ...byClock(proposal._id, 'ended', '', nowMs) });

export const erasedByClock = (proposal: MatchProposal, nowMs: number): Change<MatchProposalEvent> =>
  versionMoved<MatchProposalEvent>(proposal, { reason: '', isErased: true }, { kind: 'proposalErased', ...byClock(proposal._id, 'erased', '', nowMs) });
