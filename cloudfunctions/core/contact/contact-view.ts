import type { ContactView } from '@contract';
import { RULES } from '../rules';
import type { Wish } from '../wish/wish';
import { EMPTY_CONTACT } from './contact';
import { needsOwnConsent, otherSide, readingsBy, type ContactPlace } from './decide-contact';

/** What one side sees of it without reading a number: who left something, and who looked why. */
export const contactView = (wish: Wish, { claim, side }: ContactPlace): ContactView => {
  const contact = claim.contact ?? EMPTY_CONTACT;
  return {
    wishId: wish._id,
    claimId: claim.claimId,
    side,
    hasMine: contact[side] !== null,
    hasTheirs: contact[otherSide(side)] !== null,
    receiverName: side === 'recipient' && needsOwnConsent(claim) ? claim.claimerName : null,
    isAtHome: claim.plan?.handover === 'home',
    readings: Object.values(contact.readings).map((reading) => ({ isMine: reading.side === side, reason: reading.reason, atMs: reading.atMs })).sort((a, b) => b.atMs - a.atMs),
    readingsLeft: Math.max(0, RULES.contact.readingsPerSide - readingsBy(contact, side)),
  };
};
