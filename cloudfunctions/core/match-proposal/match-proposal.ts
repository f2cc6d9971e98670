import type { MatchProposalState, SupplyPartyKind } from '@contract';
import type { OutboxEvent } from '../aggregate/aggregate';
import type { OutcomeOf } from '../aggregate/change';
import type { Versioned } from '../aggregate/versioned';
import { claimIdOf } from '../claim/claim-wish';
import { deriveId } from '../kernel/ids';

export type MatchProposalEvent = OutboxEvent &
  ({ readonly kind: 'proposalAccepted' } | { readonly kind: 'proposalClosed'; readonly isTold: boolean } | { readonly kind: 'proposalErased' });

export type MatchProposalOutcome = OutcomeOf<MatchProposalEvent>;

/**
 * What a round proposes: shares of a wish to one offer. The giver accepts or declines, the recipient's side may say that
 * it does not suit, the clock lets it lapse. Accepting is an ordinary claim, whose id is made from the proposal's.
 */
export interface MatchProposal extends Versioned<MatchProposalEvent> {
  readonly state: MatchProposalState;
  readonly roundId: string;
  readonly pass: number;
  readonly communityId: string;
  readonly areaId: string;
  readonly wishId: string;
  readonly supplyId: string;
  readonly shares: number;
  readonly score: number;
  readonly why: string;
  readonly partyKind: Exclude<SupplyPartyKind, 'organisation'>;
  readonly partyId: string;
  /** Who answers: the member, or whoever is the unit's contact. */
  readonly keeperId: string;
  readonly recipientIds: readonly string[];
  readonly sentAtMs: number;
  readonly answerByMs: number;
  readonly closedAtMs: number | null;
  /** The member who answered; null: the clock. */
  readonly closedById: string | null;
  readonly reason: string;
  /** The words of its answer are gone: nobody needs them any more. */
  readonly isErased: boolean;
}

export const matchProposalIdOf = (roundId: string, wishId: string, supplyId: string): string => deriveId('mp', roundId, wishId, supplyId);

/** The one notice a giver gets of a pass; it is put away with their last answer. */
export const giverNoticeId = (roundId: string, pass: number, keeperId: string): string => deriveId('n', 'match', roundId, String(pass), keeperId);

export const claimIdOfProposal = (proposalId: string): string => claimIdOf(proposalId);

interface Proposed {
  readonly row: { readonly wishId: string; readonly areaId: string; readonly recipientIds: readonly string[] };
  readonly pair: { readonly supplyId: string; readonly score: number; readonly why: string };
  readonly offer: { readonly partyKind: SupplyPartyKind; readonly partyId: string; readonly keeperId: string };
}

/** Pure: nobody waits for an event of it; the round's own steps tell whom it concerns. */
export const newMatchProposal = (round: { readonly _id: string; readonly pass: number; readonly communityId: string }, answerByMs: number, { row, pair, offer }: Proposed, shares: number, nowMs: number): MatchProposal => ({
  _id: matchProposalIdOf(round._id, row.wishId, pair.supplyId),
  state: 'open', roundId: round._id, pass: round.pass, communityId: round.communityId, areaId: row.areaId, wishId: row.wishId, supplyId: pair.supplyId,
  shares, score: pair.score, why: pair.why, partyKind: offer.partyKind === 'organisation' ? 'member' : offer.partyKind, partyId: offer.partyId, keeperId: offer.keeperId, recipientIds: row.recipientIds,
  sentAtMs: nowMs, answerByMs, closedAtMs: null, closedById: null, reason: '', isErased: false,
  version: 1, steps: {}, revision: 1, outbox: {}, pendingEvents: 0, wakeAtMs: answerByMs,
});

/** What must hold at every moment. */
export const isMatchProposalCoherent = (proposal: MatchProposal): boolean =>
  (proposal.state === 'open') === (proposal.closedAtMs === null) &&
  proposal.shares >= 1 &&
  Object.keys(proposal.outbox).length === proposal.pendingEvents;
