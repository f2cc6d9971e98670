import type { ContactReason, ContactSide, HandoverKind } from '@contract';
import type { Claim, Wish } from '../wish/wish';

/** What one side left for the other; name, phone and note are sealed together. */
export interface LeftContact {
  readonly sealed: string;
  readonly leftById: string;
  readonly atMs: number;
  /** When they agreed that a shop or a unit gets it (个人信息保护法 Art. 23); null for a neighbour. */
  readonly agreedAtMs: number | null;
}

export interface ContactReading {
  readonly side: ContactSide;
  readonly reason: ContactReason;
  readonly atMs: number;
}

/** What a claim holds while the two must find each other; gone with the update that settles its end. */
export interface ClaimContact {
  readonly giver: LeftContact | null;
  readonly recipient: LeftContact | null;
  /** By the act that read; bounded by `RULES.contact.readingsPerSide`. */
  readonly readings: Readonly<Record<string, ContactReading>>;
  /** Acts of leaving → keyed hash of what was left; bounded by `RULES.contact.leavesPerClaim`. */
  readonly leaves: Readonly<Record<string, string>>;
}

export const EMPTY_CONTACT: ClaimContact = { giver: null, recipient: null, readings: {}, leaves: {} };

/** Whether this way of handing over needs the two to call each other; a station does not. */
export const needsContact = (handover: HandoverKind | undefined): boolean => handover === 'home' || handover === 'online';

/** Only while it is needed: planned or delivered, brought home or done by phone, and nothing in dispute. */
export const isContactOpen = (claim: Pick<Claim, 'state' | 'isDisputed' | 'plan'>): boolean =>
  (claim.state === 'planned' || claim.state === 'delivered') && !claim.isDisputed && needsContact(claim.plan?.handover);

/** Whether the recipient's side said that this may be brought to the door: with the wish, or for this claim. */
export const isHomeAgreed = (wish: Pick<Wish, 'handover'>, claim: Pick<Claim, 'isHomeAgreed'>): boolean => wish.handover === 'home' || claim.isHomeAgreed;
