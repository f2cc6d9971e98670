import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import { claimGuardOf, claimRefusalOf, heldClaim } from '../claim/claim-wish';
import type { Giver } from '../claim/giver';
import { leaving } from '../claim/claim-parts';
import type { Step } from '../aggregate/step';
import type { Claim, Wish } from '../wish/wish';
import { changed, is, REPLAY, type Outcome } from '../wish/wish-change';

/**
 * Tentative holds: shares that one action on many wishes keeps until it knows whether it gets them all. Nobody is told of
 * them. Firm or given up is decided in one place, the batch; each of these steps repeats harmlessly.
 */
export interface Try {
  readonly batchId: string;
  readonly claimId: string;
  readonly shares: number;
}

const standing = (wish: Wish, claimId: string): Claim | undefined => (Object.hasOwn(wish.claims, claimId) ? wish.claims[claimId] : undefined);

/** Holds shares for a batch, under the very guard of a claim. Refuses like a claim. */
export const decideTry = (wish: Wish, tried: Try, giver: Giver, step: Step): Result<Outcome> => {
  if (standing(wish, tried.claimId) !== undefined) return accept(REPLAY);
  const refusal = claimRefusalOf(wish, giver, tried.shares, step.nowMs);
  if (refusal !== null) return refusal;
  const claim: Claim = { ...heldClaim(wish, tried.claimId, tried.shares, giver, step), batchId: tried.batchId };
  return accept(
    changed({
      when: claimGuardOf(tried.claimId, tried.shares, giver, step.nowMs),
      set: { [`claims.${tried.claimId}`]: claim },
      add: { sharesLeft: -tried.shares, sharesHeld: tried.shares, claimCount: 1 },
      joins: { activeClaimerIds: giver.partyId },
      event: { kind: 'sharesTried', triedClaimId: tried.claimId, batchId: tried.batchId, eventId: deriveId('e', 'tried', tried.claimId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};

/** The batch got everything: from now on it is a claim like any other, and the other side is told. */
export const decideFirm = (wish: Wish, tried: Pick<Try, 'batchId' | 'claimId'>, nowMs: number): Result<Outcome> => {
  const claim = standing(wish, tried.claimId);
  if (claim === undefined) return refuse('NOT_FOUND');
  if (claim.batchId === null) return accept(REPLAY);
  const path = `claims.${tried.claimId}`;
  return accept(
    changed({
      when: { [`${path}.batchId`]: is(tried.batchId) },
      set: { [`${path}.batchId`]: null, [`${path}.isReminded`]: false },
      event: { kind: 'claimHeld', claimId: tried.claimId, eventId: deriveId('e', 'held', tried.claimId), atMs: nowMs, byId: claim.contactId },
    }),
  );
};

/** The batch did not: the shares go back and no trace stays. */
export const decideRelease = (wish: Wish, tried: Pick<Try, 'batchId' | 'claimId'>, nowMs: number): Result<Outcome> => {
  const claim = standing(wish, tried.claimId);
  if (claim === undefined || claim.batchId === null) return accept(REPLAY);
  const { when, leaves } = leaving(wish, claim);
  return accept(
    changed({
      when: { [`claims.${tried.claimId}.batchId`]: is(tried.batchId), ...when },
      removes: [`claims.${tried.claimId}`],
      add: { sharesLeft: claim.shares, sharesHeld: -claim.shares, claimCount: -1 },
      leaves,
      event: { kind: 'sharesReleased', triedClaimId: tried.claimId, batchId: tried.batchId, eventId: deriveId('e', 'released', tried.claimId), atMs: nowMs, byId: 'clock' },
    }),
  );
};
