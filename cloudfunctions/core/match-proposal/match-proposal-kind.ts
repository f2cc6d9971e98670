import type { AggregateKind, Due } from '../aggregate/aggregate-kind';
import type { Effect } from '../effect/effect';
import { deriveId } from '../kernel/ids';
import { RULES } from '../rules';
import { endedByClock, erasedByClock } from './change-match-proposal';
import type { MatchProposal, MatchProposalEvent } from './match-proposal';

const NOT_NEEDED = { unsuited: '对方说这次不合适，谢谢您的心意。别的心愿还在墙上。', gone: '晚了一步，已经有别的邻居接下了。别的心愿还在墙上。' } as const;

const toGiver = (proposal: MatchProposal, event: MatchProposalEvent): readonly Effect[] => {
  if (proposal.state !== 'unsuited' && proposal.state !== 'gone') return [];
  return [{
    kind: 'notice', noticeId: deriveId('n', event.eventId), memberId: proposal.keeperId, title: '有一件这次不用您来了', body: NOT_NEEDED[proposal.state], pictureKey: 'calendar',
    target: { page: 'matchProposals', wishId: proposal.wishId, claimId: null, subjectId: proposal._id }, todo: null, atMs: event.atMs,
  }];
};

const putAway = ({ roundId, pass, keeperId }: MatchProposal, event: MatchProposalEvent): Effect => ({ kind: 'closeMatchNotice', roundId, pass, keeperId, atMs: event.atMs });

const effectsOf = (proposal: MatchProposal, event: MatchProposalEvent): readonly Effect[] => {
  switch (event.kind) {
    case 'proposalAccepted':
      return [{ kind: 'claimProposed', proposalId: proposal._id, byId: event.byId, atMs: event.atMs }, putAway(proposal, event)];
    case 'proposalClosed':
      return [putAway(proposal, event), ...(event.isTold ? toGiver(proposal, event) : [])];
    case 'proposalErased':
      return [];
    default: {
      const never: never = event;
      return never;
    }
  }
};

/** Open it lapses (the look of `jobs` knows the wish and says it better, match-proposal.due.ts); long after, its words go. */
const clocksOf = (proposal: MatchProposal, nowMs: number): readonly Due<MatchProposalEvent>[] => {
  const { closedAtMs, isErased, answerByMs } = proposal;
  if (closedAtMs === null) return [{ atMs: answerByMs, change: endedByClock(proposal, 'lapsed', nowMs) }];
  return isErased ? [] : [{ atMs: closedAtMs + RULES.matchRound.proposalKeptMs, change: erasedByClock(proposal, nowMs) }];
};

export const MATCH_PROPOSAL_KIND: AggregateKind<MatchProposal, MatchProposalEvent> = { collection: 'matchProposals', effectsOf, clocksOf };
