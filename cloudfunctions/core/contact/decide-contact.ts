import type { ContactReason, ContactSide } from '@contract';
import { knownStep, type Step } from '../aggregate/step';
import { findClaim } from '../claim/claim-step';
import { takesStepsFor } from '../claim/giver';
import { isGiverSide } from '../dispute/dispute';
import { deriveId } from '../kernel/ids';
import { accept, refuse, type Result } from '../kernel/result';
import type { Member } from '../member/member';
import { RULES } from '../rules';
import { isRecipient, isRecipientSide } from '../wish/recipient';
import { isTentative, type Claim, type Wish } from '../wish/wish';
import { changed, is, REPLAY, type Outcome } from '../wish/wish-change';
import { EMPTY_CONTACT, isContactOpen, isHomeAgreed, type ClaimContact, type LeftContact } from './contact';

/** On which side somebody stands; staff of the area only when they posted it or act for a giver without a phone. */
export const contactSideOf = (wish: Wish, claim: Claim, actor: Member): ContactSide | null => {
  if (isRecipient(wish, actor)) return 'recipient';
  return takesStepsFor(actor, wish, claim) ? 'giver' : null;
};

/** Whether the giver is somebody to whom a number is given on, so that the recipient must agree to that by itself. */
export const needsOwnConsent = (claim: Pick<Claim, 'giverKind'>): boolean => claim.giverKind !== 'member' && claim.giverKind !== 'person';

export interface ContactPlace {
  readonly claim: Claim;
  readonly side: ContactSide;
}

/** The claim and the side of whoever asks. Refusals: NOT_FOUND, CLAIM_IN_DISPUTE, CONTACT_NOT_NEEDED. */
export const contactPlaceOf = (wish: Wish, claimId: string, actor: Member): Result<ContactPlace> => {
  const claim = findClaim(wish, claimId);
  const side = claim === null ? null : contactSideOf(wish, claim, actor);
  if (claim === null || side === null || isTentative(claim)) return refuse('NOT_FOUND');
  if (claim.isDisputed) return refuse('CLAIM_IN_DISPUTE');
  return isContactOpen(claim) ? accept({ claim, side }) : refuse('CONTACT_NOT_NEEDED');
};

export const otherSide = (side: ContactSide): ContactSide => (side === 'giver' ? 'recipient' : 'giver');

export const readingsBy = (contact: ClaimContact, side: ContactSide): number => Object.values(contact.readings).filter((reading) => reading.side === side).length;

/** Whole or not at all: the counter makes two writers wait for each other, and the state says it is still needed. */
const written = (claim: Claim, contact: ClaimContact): Pick<Parameters<typeof changed>[0], 'when' | 'set' | 'add'> => {
  const path = `claims.${claim.claimId}`;
  return {
    when: { [`${path}.contactRevision`]: is(claim.contactRevision), [`${path}.state`]: is(claim.state), [`${path}.isDisputed`]: is(false), [`${path}.plan.handover`]: is(claim.plan?.handover ?? null) },
    set: { [`${path}.contact`]: contact },
    add: { [`${path}.contactRevision`]: 1 },
  };
};

/**
 * One side leaves how to reach them, for this claim only; may be said anew. Refusals: NOT_FOUND, CLAIM_IN_DISPUTE,
 * CONTACT_NOT_NEEDED, CONSENT_MISSING, CONTACT_CHANGED_OFTEN, OPERATION_REUSED.
 * @param sealed name, phone and note, encrypted.
 */
export const decideLeave = (wish: Wish, claimId: string, sealed: string, agreesToReceiver: boolean, actor: Member, step: Step): Result<Outcome> => {
  const place = contactPlaceOf(wish, claimId, actor);
  if (!place.ok) return place;
  const { claim, side } = place.value;
  const contact = claim.contact ?? EMPTY_CONTACT;
  const known = knownStep(contact.leaves, step);
  if (known !== null) return known;
  if (side === 'recipient' && needsOwnConsent(claim) && !agreesToReceiver) return refuse('CONSENT_MISSING', { message: `给${claim.claimerName}看之前，请先点一下同意。`, fields: { agreesToReceiver: '请先点一下同意' } });
  if (Object.keys(contact.leaves).length >= RULES.contact.leavesPerClaim) return refuse('CONTACT_CHANGED_OFTEN');
  const left: LeftContact = { sealed, leftById: actor._id, atMs: step.nowMs, agreedAtMs: side === 'recipient' && needsOwnConsent(claim) ? step.nowMs : null };
  return accept(
    changed({
      ...written(claim, { ...contact, [side]: left, leaves: { ...contact.leaves, [step.operationId]: step.inputHash } }),
      event: { kind: 'contactLeft', claimId, side, isFirst: contact[side] === null, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};

/**
 * One side looks at what the other left; noted before it is told. Refusals: NOT_FOUND, CLAIM_IN_DISPUTE,
 * CONTACT_NOT_NEEDED, CONTACT_MISSING, CONTACT_READ_OFTEN, OPERATION_REUSED.
 */
export const decideReveal = (wish: Wish, claimId: string, reason: ContactReason, actor: Member, step: Step): Result<Outcome> => {
  const place = contactPlaceOf(wish, claimId, actor);
  if (!place.ok) return place;
  const { claim, side } = place.value;
  const contact = claim.contact ?? EMPTY_CONTACT;
  if (contact[otherSide(side)] === null) return refuse('CONTACT_MISSING');
  const before = Object.hasOwn(contact.readings, step.operationId) ? contact.readings[step.operationId] : undefined;
  if (before !== undefined) return before.reason === reason ? accept(REPLAY) : refuse('OPERATION_REUSED');
  if (readingsBy(contact, side) >= RULES.contact.readingsPerSide) return refuse('CONTACT_READ_OFTEN');
  return accept(
    changed({
      ...written(claim, { ...contact, readings: { ...contact.readings, [step.operationId]: { side, reason, atMs: step.nowMs } } }),
      event: { kind: 'contactRead', claimId, side, reason, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};

export const mayAgreeHome = (wish: Wish, claim: Claim, actor: Member): boolean =>
  !isHomeAgreed(wish, claim) && (claim.state === 'held' || claim.state === 'planned') && !claim.isDisputed && !isTentative(claim) && !isGiverSide(claim, actor) && isRecipientSide(wish, actor);

/** Said once; again it changes nothing. Refusals: NOT_FOUND, CLAIM_IN_DISPUTE, CLAIM_STATE_CHANGED. */
export const decideAgreeHome = (wish: Wish, claimId: string, actor: Member, step: Step): Result<Outcome> => {
  const claim = findClaim(wish, claimId);
  if (claim === null || isGiverSide(claim, actor) || !isRecipientSide(wish, actor)) return refuse('NOT_FOUND');
  if (isHomeAgreed(wish, claim)) return accept(REPLAY);
  if (claim.isDisputed) return refuse('CLAIM_IN_DISPUTE');
  if (!mayAgreeHome(wish, claim, actor)) return refuse('CLAIM_STATE_CHANGED');
  const path = `claims.${claimId}`;
  return accept(
    changed({
      when: { [`${path}.state`]: is(claim.state), [`${path}.isDisputed`]: is(false), [`${path}.isHomeAgreed`]: is(false) },
      set: { [`${path}.isHomeAgreed`]: true },
      event: { kind: 'homeAgreed', claimId, eventId: deriveId('e', step.operationId), atMs: step.nowMs, byId: step.actorId },
    }),
  );
};
