import { needsContact } from '../contact/contact';
import { claimsOf, isPending, type Claim, type Wish } from '../wish/wish';

/** A number is kept only while somebody may have to call: not after the end, and not for what is left at a station. */
const isContactOver = (claim: Claim): boolean => !isPending(claim) || claim.state === 'confirmed' || !needsContact(claim.plan?.handover);

/** A code and what the two sides left for each other are gone with the claim they were for, in the update that settles it. */
export const forgottenOf = (wish: Wish): Readonly<Record<string, null>> =>
  Object.fromEntries(
    claimsOf(wish).flatMap((claim) => [
      ...(isPending(claim) || claim.code === null ? [] : [[`claims.${claim.claimId}.code`, null] as const]),
      ...(claim.contact === null || !isContactOver(claim) ? [] : [[`claims.${claim.claimId}.contact`, null] as const]),
    ]),
  );
