import { deriveId } from '../kernel/ids';
import type { Due } from '../aggregate/aggregate-kind';
import type { Claim, Wish } from '../wish/wish';
import { is, wishChange } from '../wish/wish-change';
import type { WishEvent } from '../wish/wish-event';

/** The one clock of a disputed claim: staff did not answer in working time, so the street looks as well. It strikes once. */
export const disputeClock = (wish: Wish, claim: Claim, nowMs: number): readonly Due<WishEvent>[] => {
  const { dispute } = claim;
  if (dispute === null || dispute.isEscalated) return [];
  const path = `claims.${claim.claimId}`;
  return [
    {
      atMs: dispute.dueAtMs,
      change: wishChange({
        when: { [`${path}.isDisputed`]: is(true), [`${path}.disputeRound`]: is(claim.disputeRound), [`${path}.dispute.isEscalated`]: is(false) },
        set: { [`${path}.dispute.isEscalated`]: true },
        event: { kind: 'disputeOverdue', claimId: claim.claimId, disputeRound: claim.disputeRound, eventId: deriveId('e', wish._id, 'disputeOverdue', claim.claimId, String(claim.disputeRound)), atMs: nowMs, byId: 'clock' },
      }),
    },
  ];
};
